// Both readers, and a third reading as plain as can be, of the same files.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../src/diagnostics/refusal.js';
import { tidyCell } from '../../src/exports/cell.js';
import { columnsOf, type EventTable } from '../../src/engagement/tables.js';
import { costlyProperty } from '../support/property.js';
import {
  exportFiles,
  inFiles,
  overlappingTables,
  PLAIN,
  rowsOf,
  someRows,
  STUDENT_IDS,
  style,
  text,
  type StyledFile,
} from './generated-tables.js';
import { expectedLedger, type Cells } from './plain-ledger.js';
import { everything, ledgerOf, line, reading, refusalOf, STUDENTS, withFolder } from './workspace.js';

const SORTED_IDS = [...STUDENT_IDS].sort((one, other) => (one < other ? -1 : 1));

costlyProperty('both readers say the same of valid files, and what the rules say', overlappingTables, (tables) =>
  withFolder(exportFiles(tables), async (folder) => {
    const byDuckdb = await reading(folder, 'duckdb', everything);
    expect(await reading(folder, 'csv-parse', everything)).toEqual(byDuckdb);
    const expected = expectedLedger(SORTED_IDS, rowsOf(tables));
    expect(byDuckdb.acts).toEqual(expected.acts);
    expect(byDuckdb.dues).toEqual(expected.dues);
    expect(byDuckdb.timetabled).toEqual(expected.timetabled);
    expect(byDuckdb.unregistered.map(withoutSource)).toEqual(expected.unregistered);
    expect(byDuckdb.unallocated.map(withoutSource)).toEqual(expected.unallocated);
    expect(byDuckdb.open.map((own) => own.map(withoutSource))).toEqual(expected.open);
    const days = byDuckdb.feeds.map(([feed, { actDays, actsOfDay }]) => [
      feed,
      actDays.map((day, index) => [day, actsOfDay[index]]),
    ]);
    expect(days).toEqual(expected.days);
    expect(byDuckdb.feeds.map(([feed, { firstOfStudents }]) => [feed, firstOfStudents])).toEqual(
      expected.firstOfStudents,
    );
    expect(tracedActs(byDuckdb)).toEqual(sheetActs(byDuckdb));
  }),
);

type Everything = Awaited<ReturnType<typeof everything>>;

function withoutSource<T extends { readonly source: unknown }>(event: T) {
  return { ...event, source: null };
}

/** What the records that count add up to, of each student traced: acts and minutes by feed, day and standing. */
function tracedActs({ students, traces, open }: Everything) {
  return students.slice(0, traces.length - 1).map(({ studentId }, index) => {
    const doubted = open[index]?.filter(({ why }) => why === 'everyone-absent').map(({ eventId }) => eventId) ?? [];
    const counting = (traces[index] ?? []).filter(
      ({ isRepeated, isOverruled, acts, feed, eventId, standing }) =>
        !isRepeated &&
        !isOverruled &&
        acts > 0 &&
        feed !== 'submissions' &&
        !(standing === 'missed' && feed === 'attendance' && doubted.includes(eventId)),
    );
    return [studentId, summed(counting.map((record) => ({ ...record, day: record.at.day })))];
  });
}

function sheetActs({ students, traces, acts }: Everything) {
  return students.slice(0, traces.length - 1).map(({ studentId }) => {
    return [studentId, summed(acts.filter((act) => act.studentId === studentId))];
  });
}

function summed(
  acts: readonly {
    feed: string;
    day: number;
    type: string;
    module: string;
    standing: string;
    acts: number;
    minutes: number | null;
  }[],
) {
  const sums = new Map<string, readonly [number, number]>();
  for (const { feed, day, type, module, standing, acts: count, minutes } of acts) {
    // A record gives the minutes of one occurrence, the ledger those of all.
    const key = JSON.stringify([feed, day, type, module, standing]);
    const [sum, length] = sums.get(key) ?? [0, 0];
    sums.set(key, [sum + count, length + (minutes ?? 0)]);
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1));
}

costlyProperty(
  'row order, file split and repeated files change nothing',
  fc.tuple(someRows(0), fc.array(fc.nat(2), { minLength: 24, maxLength: 24 })),
  async ([tables, parts]) => {
    const whole = await withFolder(exportFiles(inFiles(tables, (_, rows) => [[rows, PLAIN]])), (folder) =>
      reading(folder, 'csv-parse', ledgerOf),
    );
    const files = exportFiles(inFiles(tables, (table, rows) => split(table, rows, parts)));
    const copies = Object.fromEntries(
      Object.keys(tables).flatMap((table) => [
        [`${table}-copy.csv`, files[`${table}-0.csv`] ?? ''],
        [`${table}-again.csv.gz`, gzipSync(files[`${table}-1.csv`] ?? '')],
      ]),
    );
    const again = await withFolder({ ...files, ...copies }, (folder) => reading(folder, 'duckdb', ledgerOf));
    expect(withoutPlaces(again)).toEqual(withoutPlaces(whole));
  },
);

/** Rows that are the same occurrence stay in one file, for in two they would be one; all else may stand anywhere. */
function split(table: EventTable, rows: readonly Cells[], parts: readonly number[]): readonly StyledFile[] {
  const partOf = (cells: Cells): number => {
    const first = rows.findIndex((other) => occurrenceOf(table, other) === occurrenceOf(table, cells));
    return parts[first] ?? 0;
  };
  const files = [0, 1, 2].map((part) => [rows.filter((cells) => partOf(cells) === part).reverse(), PLAIN] as const);
  const isOneEach = ['attendance', 'submissions', 'timetable', 'allocations'].includes(table);
  return isOneEach ? [...files, [rows.slice(0, 2), PLAIN] as const] : files;
}

function occurrenceOf(table: EventTable, cells: Cells): string {
  const columns: readonly string[] = table === 'meetings' ? ['student_id', 'kind'] : columnsOf(table);
  return columns.map((column) => tidyCell(cells[column] ?? '')).join('\u0000');
}

/** Copies are read, so the number of records read differs, and where an event is read. */
function withoutPlaces(ledger: Awaited<ReturnType<typeof ledgerOf>>) {
  return {
    ...ledger,
    feeds: ledger.feeds.map(([feed, { actDays, actsOfDay, firstOfStudents }]) => [
      feed,
      actDays,
      actsOfDay,
      firstOfStudents,
    ]),
    unregistered: ledger.unregistered.map(withoutSource),
    unallocated: ledger.unallocated.map(withoutSource),
    open: ledger.open.map((own) => own.map(withoutSource)),
  };
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
    '1',
    '010',
    '00010',
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
    'Present',
    'unknown',
    '1441',
    '2025-09-30',
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
    someRows(1),
    fc.array(fc.tuple(fc.nat(), fc.nat(), faultyCell), { minLength: 1, maxLength: 3 }),
    fc.nat(),
    style,
  ),
  ([tables, faulty, which, form]) => {
    const broken = Object.keys(tables)[which % Object.keys(tables).length];
    const breakAll = (table: EventTable, rows: readonly Cells[]): readonly Cells[] =>
      faulty.reduce((rest, [at, column, cell]) => breakOne(table, rest, at, column, cell), rows);
    const files = inFiles(tables, (table, rows) => [[table === broken ? breakAll(table, rows) : rows, form]]);
    return withFolder(exportFiles(files), async (folder) => {
      expect(await outcomeOf(folder, 'csv-parse')).toEqual(await outcomeOf(folder, 'duckdb'));
    });
  },
);

function breakOne(
  table: EventTable,
  rows: readonly Cells[],
  at: number,
  column: number,
  cell: string,
): readonly Cells[] {
  const columns = columnsOf(table);
  const name = columns[column % columns.length] ?? '';
  return rows.map((cells, index) => (index === at % rows.length ? { ...cells, [name]: cell } : cells));
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
