import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything, ledgerOf, line, reading, refusalOf, withFolder, type Files } from './workspace.js';
import { tidyCell } from '../../src/exports/cell.js';
import { Refusal } from '../../src/diagnostics/refusal.js';
import { costlyProperty } from '../support/property.js';
import { expectedLedger } from './plain-ledger.js';

const STUDENT_IDS = ['0001', '0002', '10', 'a-b', 'A.b_c/d'];
const STUDENTS =
  'student_id,school,programme_code,programme_type,starts_on,status\n' +
  STUDENT_IDS.map((id) => `${id},ECS,P1,taught,2025-09-22,enrolled\n`).join('');

/** Text that is hard on readers of CSV. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    'quiz',
    'Quiz',
    ' quiz',
    'quiz\u00a0',
    '00',
    '0',
    'a,b',
    'a"b',
    '""',
    '"',
    'a\nb',
    'a\r\nb',
    '\r',
    '\t',
  ),
  fc.constantFrom(
    'é',
    '€',
    '\u{1f600}',
    '\uffee',
    '\u007f',
    '\u0085x',
    '\ufeff',
    "'",
    ';',
    '#',
    '\\',
    'NULL',
    'null',
    'NaN',
    'true',
  ),
  fc.string({ maxLength: 8 }).map((plain) => plain.replaceAll('\u0000', '')),
);

const studentId = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...STUDENT_IDS) },
  { weight: 1, arbitrary: fc.constantFrom('0003', 'nobody', ' 0001', '0001\u00a0', '"\n0002'.slice(1)) },
);

const two = (number: number): string => String(number).padStart(2, '0');
const date = fc.constantFrom(
  '2025-10-01',
  '2025-10-02',
  '2025-10-25',
  '2025-10-26',
  '2026-03-29',
  '2024-02-29',
  '2000-01-01',
  '2099-12-31',
);
const time = fc
  .tuple(
    date,
    fc.constantFrom(0, 1, 2, 12, 23),
    fc.constantFrom(0, 29, 30, 59),
    fc.constantFrom('', ':00', ':59'),
    fc.constantFrom('', '', 'Z', '+00:00', '+01:00', '-05:30', '+19:59'),
  )
  .map(([on, hour, minute, seconds, offset]) => `${on}T${two(hour)}:${two(minute)}${seconds}${offset}`);
const moment = fc.oneof(
  date,
  time,
  time.map((cell) => ` ${cell} `),
);

const count = fc.constantFrom('', '', '1', '0', '2', '007', '999999999', ' 3 ');
const vleRow = fc.tuple(studentId, moment, text, text, fc.constantFrom('viewed', 'x'), count);
const optionalMoment = fc.oneof(fc.constant(''), moment);
const submissionRow = fc.tuple(
  studentId,
  fc.constantFrom('M1', 'M2', '', '\u{1f600}', '\uffee'),
  fc.constantFrom('1', '01', 'Essay, 1', 'Essay "2"'),
  fc.constantFrom('formative', 'summative', ''),
  moment,
  optionalMoment,
  optionalMoment,
);

const VLE = ['student_id', 'occurred_at', 'module_code', 'component', 'action', 'count'];
const SUBMISSIONS = ['student_id', 'module_code', 'assessment_id', 'kind', 'due_at', 'extended_to', 'submitted_at'];

interface Style {
  readonly lineEnd: '\n' | '\r\n';
  readonly hasMark: boolean;
  readonly hasLastLineEnd: boolean;
  readonly quotesAll: boolean;
  readonly isPacked: boolean;
  /** Rotates the columns, so that their order differs between files. */
  readonly turn: number;
}

const style: fc.Arbitrary<Style> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  hasMark: fc.boolean(),
  hasLastLineEnd: fc.boolean(),
  quotesAll: fc.boolean(),
  isPacked: fc.boolean(),
  turn: fc.nat(6),
});

type Rows = readonly (readonly string[])[];

function csv(
  header: readonly string[],
  rows: Rows,
  { lineEnd, hasMark, hasLastLineEnd, quotesAll, turn }: Style,
): string {
  const cell = (value: string): string =>
    quotesAll || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const record = (cells: readonly string[]): string =>
    [...cells.slice(turn), ...cells.slice(0, turn)].map(cell).join(',');
  const content = [header, ...rows].map(record).join(lineEnd);
  return `${hasMark ? '\uFEFF' : ''}${content}${hasLastLineEnd ? lineEnd : ''}`;
}

function addFile(files: Record<string, string | Buffer>, name: string, content: string, isPacked: boolean): void {
  if (isPacked) files[`${name}.csv.gz`] = gzipSync(content);
  else files[`${name}.csv`] = content;
}

function filesOf(vle: readonly (readonly [Rows, Style])[], submissions: readonly (readonly [Rows, Style])[]): Files {
  const files: Record<string, string | Buffer> = { 'students.csv': STUDENTS };
  vle.forEach(([rows, form], index) => {
    addFile(files, `vle-${index}`, csv(VLE, rows, form), form.isPacked);
  });
  submissions.forEach(([rows, form], index) => {
    addFile(files, `submissions-${index}`, csv(SUBMISSIONS, rows, form), form.isPacked);
  });
  return files;
}

// Few different rows, so that files overlap and rows repeat.
const tableFiles = <T extends readonly string[]>(row: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(row, { minLength: 1, maxLength: 8 })
    .chain((pool) =>
      fc.array(fc.tuple(fc.array(fc.constantFrom(...pool), { maxLength: 12 }), style), { maxLength: 3 }),
    );

costlyProperty(
  'both readers say the same of valid files, and what the rules say',
  fc.tuple(tableFiles(vleRow), tableFiles(submissionRow)),
  ([vle, submissions]) =>
    withFolder(filesOf(vle, submissions), async (folder) => {
      const byDuckdb = await reading(folder, 'duckdb', everything);
      expect(await reading(folder, 'csv-parse', everything)).toEqual(byDuckdb);
      const { acts, dues } = expectedLedger(
        STUDENT_IDS,
        vle.map(([rows]) => rows.map((cells) => named(VLE, cells))),
        submissions.map(([rows]) => rows.map((cells) => named(SUBMISSIONS, cells))),
      );
      expect(byDuckdb.acts).toEqual(acts);
      expect(byDuckdb.dues).toEqual(dues);
    }),
);

function named(header: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']));
}

const plain: Style = {
  lineEnd: '\n',
  hasMark: false,
  hasLastLineEnd: true,
  quotesAll: false,
  isPacked: false,
  turn: 0,
};

costlyProperty(
  'row order, file split and repeated files change nothing',
  fc.tuple(
    fc.array(vleRow, { minLength: 1, maxLength: 15 }),
    fc.array(submissionRow, { maxLength: 10 }),
    fc.array(fc.nat(2), { minLength: 15, maxLength: 15 }),
  ),
  async ([vle, submissions, parts]) => {
    const whole = await withFolder(filesOf([[vle, plain]], [[submissions, plain]]), (folder) =>
      reading(folder, 'csv-parse', ledgerOf),
    );
    // Equal rows stay in one file: in two they would be one act.
    const partOf = (cells: readonly string[]): number => {
      const first = vle.findIndex((other) => tidyKey(other) === tidyKey(cells));
      return parts[first] ?? 0;
    };
    const split = [0, 1, 2].map((part) => [vle.filter((cells) => partOf(cells) === part).reverse(), plain] as const);
    const files = filesOf(split, [
      [[...submissions].reverse(), plain],
      [submissions.slice(0, 2), plain],
    ]);
    const copies = { 'vle-copy.csv': files['vle-0.csv'] ?? '', 'vle-again.csv.gz': gzipSync(files['vle-1.csv'] ?? '') };
    const again = await withFolder({ ...files, ...copies }, (folder) => reading(folder, 'duckdb', ledgerOf));
    expect(withoutRecords(again)).toEqual(withoutRecords(whole));
  },
);

function tidyKey(cells: readonly string[]): string {
  return cells.map(tidyCell).join('\u0000');
}

/** Copies are read, so only the number of records read differs. */
function withoutRecords(ledger: Awaited<ReturnType<typeof ledgerOf>>) {
  return { ...ledger, feeds: ledger.feeds.map(([feed, { actDays }]) => [feed, actDays]) };
}

const faultyCell = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '2.10E+08',
    '2e5',
    '=1+1',
    '+44',
    '@x',
    '0001 2',
    'x'.repeat(65),
    '2025-10-1',
    '01/10/2025',
    '2025-02-30',
  ),
  fc.constantFrom(
    '2025-02-29',
    '1999-12-31',
    '2100-01-01',
    '2025-10-01T24:00',
    '2025-10-01T9:00',
    '2025-10-01 09:00',
    '43764.4008',
  ),
  fc.constantFrom(
    '2025-10-01T09:00:60',
    '2025-10-01T09:00+1:00',
    '2025-10-01T09:00z',
    '2025-10-01T09:00.5',
    '٣',
    '1.5',
    '-1',
    '1e3',
    '1,000',
  ),
  fc.constantFrom(
    '1234567890',
    '0x1',
    ' ',
    'Formative',
    '2025-10-01T',
    '0000-00-00',
    '2025-13-01',
    '2025-10-01T09:00+20:00',
    '2025-10-01\n',
  ),
  text,
);

costlyProperty(
  'cells of every kind are accepted or refused alike by both readers',
  fc.tuple(
    fc.array(vleRow, { minLength: 1, maxLength: 6 }),
    fc.array(submissionRow, { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), faultyCell), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    style,
  ),
  ([vle, submissions, faulty, isVle, form]) => {
    const breakAll = (rows: Rows): Rows =>
      faulty.reduce((broken, [at, column, cell]) => breakOne(broken, at, column, cell), rows);
    const files = filesOf([[isVle ? breakAll(vle) : vle, form]], [[isVle ? submissions : breakAll(submissions), form]]);
    return withFolder(files, async (folder) => {
      expect(await outcomeOf(folder, 'csv-parse')).toEqual(await outcomeOf(folder, 'duckdb'));
    });
  },
);

function breakOne(rows: Rows, at: number, column: number, cell: string): Rows {
  return rows.map((cells, index) => (index === at % rows.length ? cells.with(column % cells.length, cell) : cells));
}

async function outcomeOf(folder: string, reader: 'duckdb' | 'csv-parse') {
  try {
    return await reading(folder, reader, everything);
  } catch (error) {
    if (error instanceof Refusal) return { exitCode: error.exitCode, faults: error.faults };
    throw error;
  }
}

test('of many faulty cells twenty are named, by file, record and column', async () => {
  const files = {
    'students.csv': STUDENTS,
    'submissions.csv': 'student_id,assessment_id,due_at,kind\n0001,,2025-10-01,Essay\n',
    'vle-1.csv': `student_id,occurred_at,count\n${'0001,01/10/2025,x\n'.repeat(30)}`,
  };
  await withFolder(files, async (folder) => {
    const { faults, exitCode } = await refusalOf(folder, 'duckdb');
    expect(exitCode).toBe(3);
    expect(faults.slice(0, 4).map(line)).toEqual([
      'cell-blank submissions.csv 1 assessment_id',
      'cell-invalid submissions.csv 1 kind',
      'cell-invalid vle-1.csv 1 occurred_at',
      'cell-invalid vle-1.csv 1 count',
    ]);
    expect(faults).toHaveLength(21);
    expect(faults.slice(20).map(line)).toEqual(['more-faults ×42']);
    expect((await refusalOf(folder, 'csv-parse')).faults).toEqual(faults);
  });
});
