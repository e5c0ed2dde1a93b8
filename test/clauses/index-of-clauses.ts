// The clause index: which rule of the code applies a clause, read from the code's own @clause tags, and which tests name it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CLAUSES } from './clauses.js';

export interface TaggedRule {
  readonly clauses: readonly string[];
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
}

export interface IndexedClause {
  readonly id: string;
  readonly rules: readonly TaggedRule[];
  readonly tests: readonly string[];
}

const TAG = /@clause ([\d.a-h, ]+)\n?\s*\*\/\nexport (?:async )?(?:function|const) (\w+)/g;

function filesIn(folder: string, ending: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name).split(path.sep).join('/'))
    .sort();
}

export function taggedRules(): readonly TaggedRule[] {
  return filesIn('src', '.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(TAG)].map(([, clauses = '', name = '']) => {
      return { clauses: clauses.split(',').map((clause) => clause.trim()), name, file };
    }),
  );
}

/** In the order of the policy. */
export function indexedClauses(): readonly IndexedClause[] {
  const rules = taggedRules();
  const tests = filesIn('test', '.test.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return Object.keys(CLAUSES).map((id) => ({
    id,
    rules: rules.filter(({ clauses }) => clauses.includes(id)),
    tests: tests.filter(({ text }) => named(id).test(text)).map(({ file }) => file),
  }));
}

/** `7.1b` as such, or within `7.1`; never as a part of a longer number. */
function named(id: string): RegExp {
  const escaped = id.replaceAll('.', '\\.');
  return new RegExp(`(?<![\\d.])${escaped}(?![\\d.]*\\d)`);
}

export function indexText(): string {
  const rows = indexedClauses().map(({ id, rules, tests }) => {
    const clause = CLAUSES[id];
    const what = clause === undefined ? '' : 'asks' in clause ? clause.asks : `_Nothing here:_ ${clause.asksNothing}`;
    return `| ${id} | ${what} | ${rules.map(ruleText).join('<br>')} | ${tests.map(testText).join('<br>')} |`;
  });
  return [
    '# Which clause is applied where',
    '',
    'Written by `UPDATE_GOLDEN=1 npx vitest run test/clauses` from the `@clause` tags of the code: a test fails when a clause',
    'of sections 4 to 10 has no rule, or no test names it. The words are ours; the policy has its own.',
    '',
    '| clause | what it asks | rule | tests that name it |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function ruleText({ name, file }: TaggedRule): string {
  return `[\`${name}\`](${file.replace('src/', '')})`;
}

function testText(file: string): string {
  return `[${file.replace('test/', '').replace('.test.ts', '')}](../${file})`;
}
