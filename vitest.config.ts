import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: {
        'src/evaluate/**': { branches: 100, functions: 100, lines: 100 },
        'src/plan/**': { branches: 100, functions: 100, lines: 100 },
        'src/calendar/**': { branches: 100, functions: 100, lines: 100 },
      },
    },
  },
});
