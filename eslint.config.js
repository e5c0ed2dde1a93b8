import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    // Outcomes are functions of their inputs: only the command line may ask what time it is.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock belongs to src/cli.' },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'The clock belongs to src/cli.',
        },
        {
          selector: "CallExpression[callee.property.name='localeCompare']",
          message: 'Sort by code unit (src/engagement/order.ts).',
        },
      ],
    },
  },
  { files: ['bin/**'], languageOptions: { globals: { process: 'readonly' } } },
);
