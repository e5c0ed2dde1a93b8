// What each format reads, in TypeScript and in SQL alike.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDay } from '../../src/calendar/day.js';
import { timeStagesSql } from '../../src/exports/duckdb/time-sql.js';
import { timeFormat, timeReader, type TimeFormat } from '../../src/mapping/time-format.js';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

afterAll(() => {
  connection.closeSync();
});

function formatOf(written: string): TimeFormat {
  const format = timeFormat(written, parseDay('2026-08-01') ?? null);
  if (format === null) throw new Error(`${written} is no format`);
  return format;
}

async function readInSql(format: TimeFormat, texts: readonly string[]): Promise<readonly (string | null)[]> {
  const values = texts.map((text, index) => `(${index}, '${text.replaceAll("'", "''")}')`).join(', ');
  const rows = timeStagesSql(format).reduce(
    (inner, stage) => `SELECT place, ${stage('made')} AS made FROM (${inner})`,
    `SELECT * FROM (VALUES ${values}) AS texts(place, made)`,
  );
  const result = await connection.runAndReadAll(`SELECT made FROM (${rows}) ORDER BY place`);
  return result.getRows().map(([made]) => made as string | null);
}

const CASES: readonly (readonly [format: string, texts: Readonly<Record<string, string | null>>])[] = [
  [
    'd/MM/yy, HH:mm',
    {
      '5/11/26, 14:03': '2026-11-05T14:03',
      '05/11/26, 14:03': '2026-11-05T14:03',
      '05/11/26,  14:03': '2026-11-05T14:03',
      '5/11/26, 24:00': null,
      '31/11/26, 14:03': null,
      '5/13/26, 14:03': null,
      '5/11/2026, 14:03': null,
      '5/11/26, 14:03:22': null,
      '5/11/26': null,
      '005/11/26, 14:03': null,
      '5-11-26, 14:03': null,
      '': '',
    },
  ],
  [
    'd/MM/yy, HH:mm:ss',
    { '5/11/26, 14:03:22': '2026-11-05T14:03:22', '5/11/26, 14:03': null, '5/11/26, 14:03:60': null },
  ],
  ['M/d/yy, HH:mm', { '11/5/26, 14:03': '2026-11-05T14:03', '13/5/26, 14:03': null }],
  [
    'dd/MM/yyyy',
    { '05/11/2026': '2026-11-05', '29/02/2028': '2028-02-29', '29/02/2027': null, '05/11/26': null, '5/11/2026': null },
  ],
  [
    'd MMM, HH:mm',
    {
      '11 May, 09:44': '2027-05-11T09:44',
      '31 Jul, 09:44': '2027-07-31T09:44',
      '1 Aug, 09:44': '2026-08-01T09:44',
      '2 Sept, 09:44': '2026-09-02T09:44',
      '11 Mai, 09:44': null,
      '29 Feb, 09:44': null,
    },
  ],
  [
    'EEEE, d MMMM yyyy, h:mm a',
    {
      'Thursday, 17 October 2024, 12:13 PM': '2024-10-17T12:13',
      'Thursday, 17 October 2024, 12:13 AM': '2024-10-17T00:13',
      'thursday, 17 october 2024, 1:13 pm': '2024-10-17T13:13',
      'Thursday, 17 October 2024, 1:13\u202fpm': '2024-10-17T13:13',
      'Friday, 17 October 2024, 12:13 PM': null,
      'Thursday, 17 October 2024, 0:13 AM': null,
      'Thursday, 17 October 2024, 13:13 PM': null,
      'Thursday, 17 Oct 2024, 12:13 PM': null,
    },
  ],
  ["yyyy-MM-dd'T'HH:mm:ss'Z'", { '2026-11-05T14:03:22Z': '2026-11-05T14:03:22', '2026-11-05T14:03:22': null }],
  [
    'yyyy-MM-dd HH:mm:ss z',
    {
      '2026-10-05 23:30:00 GMT': '2026-10-05T23:30:00Z',
      '2026-10-05 23:30:00 utc': '2026-10-05T23:30:00Z',
      '2026-10-05 23:30:00 Z': '2026-10-05T23:30:00Z',
      '2026-10-05 23:30:00 BST': '2026-10-05T23:30:00+01:00',
      '2026-10-05 23:30:00 -0530': '2026-10-05T23:30:00-05:30',
      '2026-10-05 23:30:00 +14:59': '2026-10-05T23:30:00+14:59',
      '2026-10-05 23:30:00 +15:00': null,
      '2026-10-05 23:30:00 EST': null,
      '2026-10-05 23:30:00': null,
      '2026-10-32 23:30:00 GMT': null,
    },
  ],
  [
    'EEE MMM d HH:mm:ss z yyyy',
    { 'Mon Oct 5 23:30:00 GMT 2026': '2026-10-05T23:30:00Z', 'Tue Oct 5 23:30:00 GMT 2026': null },
  ],
  ['EEE, d MMM yyyy h:mm:ss a z', { 'Mon, 5 Oct 2026 11:30:00 PM +01:00': '2026-10-05T23:30:00+01:00' }],
  [
    'canonical',
    {
      '2026-07-05T14:03:22Z': '2026-07-05T14:03:22Z',
      '2026-07-05T14:03+01:00': '2026-07-05T14:03+01:00',
      '2026-07-05': '2026-07-05',
      '2026-07-05 14:03': null,
      '1926-07-05': null,
    },
  ],
  [
    'spreadsheet serial',
    {
      '43764.4008': '2019-10-26T09:37:09',
      '43764.5859375': '2019-10-26T14:03:45',
      '43764.58593749': '2019-10-26T14:03:45',
      '43764': '2019-10-26',
      '43764.99999': '2019-10-26T23:59:59',
      '43764.999999': '2019-10-27T00:00:00',
      '43764.0': '2019-10-26T00:00:00',
      '4376.5': null,
      '99999': null,
      '43764,4008': null,
    },
  ],
];

describe.each(CASES)('%s', (written, texts) => {
  test.each(Object.entries(texts))('%j is %j', (text, expected) => {
    const read = timeReader(formatOf(written));
    expect(text === '' ? '' : read(text)).toBe(expected);
  });

  test('is read alike in SQL', async () => {
    expect(await readInSql(formatOf(written), Object.keys(texts))).toEqual(Object.values(texts));
  });
});

test('without the academic year a time without a year is none', async () => {
  const format = timeFormat('d MMM, HH:mm', null);
  if (format === null) throw new Error('it is a format');
  expect(timeReader(format)('11 May, 09:44')).toBeNull();
  expect(await readInSql(format, ['11 May, 09:44'])).toEqual([null]);
});

test.each([
  'd/MM/yy, HH:mm Q',
  'd/MM/yy z',
  'd/MM/yy HH:mm zz',
  'HH:mm',
  'MM/yyyy',
  'd/MM/yy, HH',
  'd/MM/yy, h:mm',
  'd/MM/yy, mm',
  'd/d/MM/yy',
  'd/MM/yy/yyyy',
  'ddd/MM/yy',
  "d/MM/yy 'at",
  '',
])('%j is no format', (written) => {
  expect(timeFormat(written, null)).toBeNull();
});
