// The layout is the flow: which folder may import which, held as sentences against the imports themselves.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');

const BELOW_ROOT: readonly string[] = [
  'workspace',
  'publish',
  'reports',
  'evaluate',
  'exports',
  'mapping',
  'plan',
  'engagement',
  'calendar',
  'diagnostics',
];

/** What each stage may import, beside itself. Files directly in src (`run`, …) are the stage `root`. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  calendar: [],
  diagnostics: [],
  process: [],
  engagement: ['calendar'],
  yaml: ['engagement', 'calendar', 'diagnostics'],
  plan: ['yaml', 'engagement', 'calendar', 'diagnostics'],
  mapping: ['yaml', 'engagement', 'calendar', 'diagnostics'],
  exports: ['mapping', 'yaml', 'engagement', 'calendar', 'diagnostics', 'process'],
  evaluate: ['plan', 'engagement', 'calendar', 'diagnostics'],
  reports: ['evaluate', 'exports', 'mapping', 'plan', 'engagement', 'calendar', 'diagnostics'],
  publish: ['reports', 'diagnostics', 'process'],
  workspace: ['publish', 'exports', 'mapping', 'plan', 'engagement', 'calendar', 'yaml', 'diagnostics', 'process'],
  root: BELOW_ROOT,
  cli: ['root', ...BELOW_ROOT, 'process'],
};

/** From the bytes of a file to the ledger: what each folder inside `exports` may import of the others there. */
const ALLOWED_IN_EXPORTS: Readonly<Record<string, readonly string[]>> = {
  bytes: [],
  shape: ['bytes'],
  guard: ['shape', 'bytes'],
  mapped: [],
  records: ['mapped'],
  events: ['mapped'],
  csv: ['events', 'mapped'],
  duckdb: ['events', 'mapped'],
  suggest: ['shape', 'bytes'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g;

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return Array.from(text.matchAll(IMPORT), (match) => ({
    from: file,
    to: match[2] ?? match[3] ?? '',
    isTypeOnly: match[1] !== undefined,
  }));
});

function stageOf(file: string): string {
  const [folder = '', ...rest] = file.split(/[\\/]/);
  return rest.length === 0 ? 'root' : folder;
}

/** Null: a file of another stage, or one that lies in no folder of `exports`. */
function folderInExports(file: string): string | null {
  const [stage, folder, ...rest] = file.split(/[\\/]/);
  return stage === 'exports' && folder !== undefined && rest.length > 0 ? folder : null;
}

/** The file inside src that a relative import names. */
function target({ from, to }: Import): string {
  return relative(SOURCE, resolve(SOURCE, dirname(from), to)).replace(/\.js$/, '.ts');
}

const isInside = ({ to }: Import): boolean => to.startsWith('.') && !to.endsWith('.json');

test('the imports of every stage were found', () => {
  expect(new Set(files.map(stageOf))).toEqual(new Set(Object.keys(ALLOWED)));
  expect(imports.length).toBeGreaterThan(files.length);
});

describe.each(Object.entries(ALLOWED))('%s', (stage, allowed) => {
  test(`imports only itself${allowed.length === 0 ? '' : `, ${allowed.join(', ')}`}`, () => {
    const strangers = imports
      .filter((it) => isInside(it) && stageOf(it.from) === stage)
      .filter((it) => ![stage, ...allowed].includes(stageOf(target(it))))
      .map((it) => `${it.from} → ${target(it)}`);
    expect(strangers).toEqual([]);
  });
});

describe.each(Object.entries(ALLOWED_IN_EXPORTS))('exports/%s', (folder, allowed) => {
  test(`imports of the other folders ${allowed.length === 0 ? 'none' : `only ${allowed.join(', ')}`}`, () => {
    const strangers = imports
      .filter((it) => isInside(it) && folderInExports(it.from) === folder)
      .filter((it) => ![null, folder, ...allowed].includes(folderInExports(target(it))))
      .map((it) => `${it.from} → ${target(it)}`);
    expect(strangers).toEqual([]);
  });
});

test('every folder inside exports has its place in the order', () => {
  const folders = new Set(files.map(folderInExports).filter((folder) => folder !== null));
  expect(folders).toEqual(new Set(Object.keys(ALLOWED_IN_EXPORTS)));
});

test.each([
  ['date-fns', ['calendar']],
  ['@date-fns/', ['calendar']],
  ['@duckdb/', ['exports']],
  ['csv-parse', ['exports']],
  ['csv-stringify', ['exports', 'reports']],
  ['re2js', ['mapping']],
  ['picomatch', ['exports']],
  ['read-excel-file', ['exports']],
  ['fflate', ['exports']],
  ['saxes', ['exports']],
  ['yaml', ['yaml']],
  ['commander', ['cli']],
  ['chalk', ['cli']],
  ['node:fs', ['exports', 'process', 'publish', 'workspace']],
])('only its own stage imports %s', (library, stages) => {
  const importers = imports.filter(
    ({ to }) => to === library || to.startsWith(library.endsWith('/') ? library : `${library}/`),
  );
  expect(importers.length).toBeGreaterThan(0);
  expect(new Set(importers.map(({ from }) => stageOf(from)))).toEqual(new Set(stages));
});

test('evaluate, plan, mapping, calendar and engagement touch neither files nor processes', () => {
  const pure = ['evaluate', 'plan', 'mapping', 'calendar', 'engagement'];
  const impure = imports.filter(({ from, to }) => pure.includes(stageOf(from)) && to.startsWith('node:'));
  expect(impure).toEqual([]);
});

test('no file imports itself in a circle', () => {
  const edges = imports.filter((it) => isInside(it) && !it.isTypeOnly);
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const edge of edges.filter(({ from }) => from === file)) walk(target(edge), [...path, file]);
    done.add(file);
  };
  files.forEach((file) => {
    walk(file, []);
  });
  expect(circles).toEqual([]);
});
