// csv-spectrum's files, as its package holds them, through both readers and back through the reports: each of their columns
// in turn is one of ours, its quoting, line breaks and line ends untouched. In cells, line breaks count as spaces.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { buildReports } from '../../src/reports/build.js';
import { assessedOf, inputOf } from '../reports/builder.js';
import { plainCell } from './plain-reading.js';
import { faultsOf, READERS, reading, withFolder } from './workspace.js';

type Row = Readonly<Record<string, string>>;

const require = createRequire(import.meta.url);
const PACKAGE = dirname(require.resolve('csv-spectrum'));
const NAMES = readdirSync(join(PACKAGE, 'csvs')).map((file) => file.replace('.csv', ''));

interface Case {
  readonly name: string;
  readonly column: string;
  readonly csv: string;
  /** The column's cells, as the package itself says. */
  readonly cells: readonly string[];
}

/** Quotation marks inside a cell without any around it, which no two programs read alike (RFC 4180 forbids them). */
const LOOSE = 'location_coordinates';

/** Of which the package's JSON says another than its CSV. */
const TELEPHONE = '2095257564';

const CASES: readonly Case[] = NAMES.flatMap((name) => {
  const csv = readFileSync(join(PACKAGE, 'csvs', `${name}.csv`), 'utf8');
  const says = JSON.parse(readFileSync(join(PACKAGE, 'json', `${name}.json`), 'utf8')) as Row | Row[];
  const rows = [says].flat().map((row): Row => (name === LOOSE ? { ...row, 'Contact Phone Number': TELEPHONE } : row));
  return Object.keys(rows[0] ?? {}).map((column) => ({
    ...{ name, column, csv },
    cells: rows.map((row) => row[column] ?? ''),
  }));
});

/** The same with its cells quoted as they should be. */
function wellQuoted(csv: string): string {
  return csv.replaceAll(/(?<=,)[^,"\r\n]*"[^,\r\n]*(?=,)/g, (cell) => `"${cell.replaceAll('"', '""')}"`);
}

/** The records as they stand, each with its line end. */
function rawRecords(csv: string): readonly string[] {
  const records = [''];
  let isQuoted = false;
  for (const character of csv) {
    if (character === '"') isQuoted = !isQuoted;
    records.push(`${records.pop() ?? ''}${character}`);
    if (character === '\n' && !isQuoted) records.push('');
  }
  return records.filter((record) => record !== '');
}

/** The file with cells of ours before each record, and the column under a name of ours. */
function asOurs({ csv, column }: Case, name: string, header: string, before: (row: number) => string): string {
  const [names = '', ...records] = rawRecords(csv);
  const renamed = names.split(/(?<=,)|(?=,|\r?\n)/).map((part) => (part === column ? name : part));
  return [`${header},${renamed.join('')}`, ...records.map((record, row) => `${before(row)},${record}`)].join('');
}

const dayOf = (row: number): string => `2026-10-0${row + 1}`;

function filesOf(one: Case, name: string): Readonly<Record<string, string>> {
  const student = 'school,programme_code,programme_type,starts_on,status';
  return {
    'students.csv': asOurs(one, name, `student_id,${student}`, (row) => `S${row},ENG,P1,taught,2026-09-28,enrolled`),
    'vle.csv': asOurs(one, 'component', 'student_id,occurred_at', (row) => `S${row},${dayOf(row)}`),
    'activities.csv': asOurs(one, 'kind', 'student_id,occurred_at', (row) => `S${row},${dayOf(row)}`),
  };
}

test('the package has the files that it is known for', () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(12);
  expect(CASES.length).toBeGreaterThanOrEqual(NAMES.length);
});

test('quotation marks that stand loose are refused, with their place', async () => {
  const loose = CASES.find(({ name, column }) => name === LOOSE && column === 'Cities');
  if (loose === undefined) throw new Error('the package has no such file');
  const files = ['activities.csv', 'students.csv', 'vle.csv'];
  const faults = files.map((file) => `quote-misplaced ${file} 1 Location Coordinates`);
  expect(await faultsOf(filesOf(loose, 'first_name'))).toEqual(faults);
});

const SOUND = CASES.map((one) => (one.name === LOOSE ? { ...one, csv: wellQuoted(one.csv) } : one));

test.each(SOUND)('$name passes unchanged, column $column', async (one) => {
  const cells = one.cells.map(plainCell);
  await withFolder(filesOf(one, 'first_name'), async (folder) => {
    for (const reader of READERS) {
      await reading(folder, reader, async (exports) => {
        const acts = await exports.acts();
        for (const feed of ['vle', 'activities']) {
          expect(acts.filter((act) => act.feed === feed).map(({ type }) => type)).toEqual(cells);
        }
        expect(exports.students.map(({ firstName }) => firstName)).toEqual(cells);
        const { reports } = buildReports(inputOf(exports.students.map((student) => assessedOf(student))));
        const content = reports.find(({ file }) => file === 'outcomes.csv')?.content ?? '';
        const back: Row[] = parse(content, { bom: true, columns: true });
        expect(back.map((row) => row['first_name'])).toEqual(cells);
      });
    }
  });
});
