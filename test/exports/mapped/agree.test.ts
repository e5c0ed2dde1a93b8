// Any mapping and any file of it, read by both readers: the same ledger, the same rows set aside, or the same refusal.
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { Refusal } from '../../../src/diagnostics/refusal.js';
import type { Sources } from '../../../src/mapping/mapping.js';
import type { ReaderName } from '../../../src/exports/reader.js';
import { costlyProperty } from '../../support/property.js';
import { everything, line, reading, STUDENTS, withFolder } from '../workspace.js';
import { sourcesOf } from './sources.js';

const COLUMNS = ['Who', 'When', 'What', 'How long', 'Note'] as const;

/** What a careless reader would fold, trim, split or take for something else. */
const CHARACTERS = [
  ...Array.from('aAkKiİıſßzZ0179 ._-/\'"(),;:|\t\n'),
  '\u212a',
  '\u00a0',
  '\u202f',
  '\ufeff',
  '😀',
  'é',
];
const anyText = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 8 }).map((characters) => characters.join(''));

const person = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom("id '0001'", "id '0002'", "ID '0001'", 'ab-C', 'AB-c', '0001', 'Kelvin', '\u212aelvin'),
  },
  { weight: 1, arbitrary: anyText },
);
const time = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constantFrom('5/11/25, 14:03', '13/11/25, 00:00', '05/05/25, 23:59', '11/5/25,\u00a009:30'),
  },
  { weight: 1, arbitrary: fc.constantFrom('5/07/25, 23:30 GMT', '13/11/25, 23:30 +05:30', '26/10/25, 00:30 z') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '31/11/25, 14:03', '5/13/25, 14:03', '2025-11-05', '5/11/25 14:03', '43764.4008'),
  },
);
const words = fc.oneof(fc.constantFrom('Viewed', 'viewed', 'SENT', 'Kiwi', '\u212aiwi', 'as', ''), anyText);
const length = fc.oneof(fc.constantFrom('5', '59.9', '0', '', '1:05:30', '1h 5m', '90s', '1,5'), anyText);
const rows = fc.array(fc.tuple(person, time, words, length, anyText), { minLength: 1, maxLength: 8 });

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const PATTERNS = [
  "id '([0-9]+)'",
  '^([A-Za-z0-9-]+)$',
  '(?i)kiwi',
  '([a-z])([A-Z])?',
  '\\s',
  '.',
  '\\p{L}+',
  'x*',
  '(.)?(.)?(.)?(.)?(.)?(.)?(.)?(.)?(.)?',
  '(a)|(k)|()S',
];
const pattern = fc.oneof(
  fc.constantFrom(...PATTERNS),
  fc.uniqueArray(fc.constantFrom(...PATTERNS), { minLength: 1, maxLength: 3 }),
);

/** Words of the export to words, with what becomes of others and of blank ones. */
const meant = (...words: readonly string[]) =>
  fc.record(
    {
      pattern,
      values: fc.constantFrom(
        { Viewed: words[0], sent: words[1] },
        { kiwi: words[0], Kiwi: words[0], '\u212aiwi': words[1], a: words[0] },
      ),
      otherwise: fc.option(fc.constantFrom(...words), { nil: undefined, freq: 8 }),
      if_blank: fc.option(fc.constantFrom(...words), { nil: undefined, freq: 2 }),
      as_id: fc.boolean(),
    },
    { requiredKeys: ['otherwise', 'if_blank'] },
  );

const TIMES = ['d/MM/yy, HH:mm', 'd/MM/yy, HH:mm z', 'M/d/yy, HH:mm', 'canonical', 'spreadsheet serial'] as const;
const formatted = fc.record(
  {
    column: fc.constant('When'),
    pattern: fc.constantFrom('^.*$', '^([^ ]*, [0-9:]+)', '^([^.]*)(?:[.][0-9]+)?$'),
    format: fc.oneof(
      { weight: 2, arbitrary: fc.constant<string | string[]>('d/MM/yy, HH:mm') },
      { weight: 1, arbitrary: fc.subarray([...TIMES], { minLength: 1 }) },
    ),
  },
  { requiredKeys: ['column', 'format'] },
);

const who = fc.constantFrom<object>(
  { column: 'Who', pattern: ["id '([0-9]+)'", '^([0-9]{4})$'] },
  { column: 'who', through: 'moodle' },
  { column: 'Who', pattern: '(?i)^(ab-c|kelvin)$', through: 'moodle' },
  { column: 'Who' },
);

/** A column of the export, several of them, or the name of the file, perhaps with what is made of it. */
const origin = fc.oneof(
  fc.record({ column: fc.constantFrom('What', 'Note') }),
  fc.constant({ join: ['What', 'Note', 'Who'], between: '/' }),
  fc.constant({ join: ['What', 'Note', 'Who'], between: '/', keep_blank: true }),
  fc.constant({ file_name: true, pattern: 'log-([A-Z0-9]+)' }),
);
const text = fc
  .tuple(origin, meant('view', 'other'))
  .map(([from, more]): object => ({ ...more, ...from, ...('file_name' in from ? {} : { pattern: more.pattern }) }));

const joined = (...columns: readonly string[]) =>
  fc
    .tuple(fc.shuffledSubarray(['What', 'Note', ...columns.map((of) => ({ of }))], { minLength: 1 }), fc.boolean())
    .map(([join, isId]): object => ({ join, between: '/', as_id: isId }));

const lectures = fc.record({
  student_id: who,
  occurred_at: formatted,
  module_code: maybe(fc.oneof(text, joined('occurred_at'))),
  minutes: maybe(
    fc.constantFrom('minutes', 'seconds', 'clock', 'words').map((duration) => ({ column: 'How long', duration })),
  ),
});

const registers = fc.record({
  student_id: who,
  event_id: fc.oneof(text, joined('starts_at', 'module_code')),
  module_code: fc.record({ column: fc.constantFrom('What', 'Note'), pattern }, { requiredKeys: ['column'] }),
  event_type: maybe(text),
  starts_at: formatted,
  ends_at: maybe(formatted),
  status: fc.oneof(
    fc.constant<object>({ constant: 'present' }),
    meant('present', 'absent').map((more): object => ({ column: 'What', ...more, as_id: false, otherwise: 'late' })),
  ),
});

const condition = fc.oneof(
  fc.record({ column: fc.constantFrom(...COLUMNS), is: fc.constantFrom(['viewed', ''], ['Kiwi'], ['AB-C', '5']) }),
  fc.record({ column: fc.constantFrom(...COLUMNS), matches: fc.constantFrom(...PATTERNS) }),
  fc.record({ column: fc.constantFrom(...COLUMNS), lacks: fc.constantFrom(...PATTERNS) }),
  fc.constant({ blank: 'student_id' }),
);

const mappedFiles = fc.record({
  files: fc.array(rows, { minLength: 1, maxLength: 3 }),
  table: fc.oneof(
    lectures.map((columns) => ({ table: 'lecture_capture', columns })),
    registers.map((columns) => ({ table: 'attendance', columns })),
  ),
  asides: fc.array(condition, { maxLength: 3 }),
  separator: fc.constantFrom(
    ['comma', ','] as const,
    ['tab', '\t'] as const,
    ['semicolon', ';'] as const,
    ['bar', '|'] as const,
  ),
  isQuoted: fc.boolean(),
});

/** What a reader says: all of it, or why it refuses. */
async function said(folder: string, reader: ReaderName, sources: Sources) {
  try {
    return await reading(folder, reader, everything, sources);
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(line);
    throw error;
  }
}

const seen = { read: 0, refused: 0 };

costlyProperty('both readers say the same of mapped files', mappedFiles, async (generated) => {
  const [separator, delimiter] = generated.separator;
  const { table, columns } = generated.table;
  const source = {
    files: 'log-*.csv',
    table,
    separator,
    columns,
    ...(generated.asides.length === 0
      ? {}
      : { set_aside: Object.fromEntries(generated.asides.map((it, index) => [`reason ${index}`, it])) }),
  };
  const sources = sourcesOf(JSON.stringify({ sources: { log: source } }));
  const csv = (ofFile: readonly (readonly string[])[]): string =>
    stringify([[...COLUMNS], ...ofFile], {
      delimiter,
      quoted: generated.isQuoted,
      quoted_match: /[\r\n]/,
      record_delimiter: '\n',
    });
  const files = {
    'students.csv': STUDENTS,
    'identities.csv': 'student_id,system,identity\n0001,moodle,ab-c\n0002,moodle,Kelvin\n',
    ...Object.fromEntries(generated.files.map((ofFile, index) => [`log-M10${index}.csv`, csv(ofFile)])),
  };
  await withFolder(files, async (folder) => {
    const byDuckdb = await said(folder, 'duckdb', sources);
    expect(await said(folder, 'csv-parse', sources)).toEqual(byDuckdb);
    seen[Array.isArray(byDuckdb) ? 'refused' : 'read'] += 1;
  });
});

test('and some of these files are read, others refused', () => {
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(0);
});
