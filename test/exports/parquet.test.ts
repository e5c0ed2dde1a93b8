import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { EXIT } from '../../src/diagnostics/refusal.js';
import { sourcesOf } from './mapped/sources.js';
import { ledgerOf, line, reading, realData, refusalOf, STUDENTS, withFolder } from './workspace.js';

/** The parquet file that a query makes. */
async function parquet(select: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'parquet-test-'));
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const path = join(folder, 'made.parquet');
    await connection.run(`SET TimeZone = 'UTC'`);
    await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
    return await readFile(path);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

const ROWS = `(VALUES
  ('0001', TIMESTAMP '2025-10-01 09:30:15', DATE '2025-10-01', 'a "b", c', 2),
  ('0001', TIMESTAMP '2025-10-26 23:59:59.999', DATE '2025-10-26', NULL, NULL),
  ('0002', TIMESTAMP '2025-07-01 23:30:00', DATE '2025-07-01', 'two' || chr(10) || 'lines', 3)
) AS rows (id, moment, day, text, number)`;

async function actsOf(select: string) {
  const files = { 'students.csv': STUDENTS, 'vle.parquet': await parquet(select) };
  return withFolder(files, (folder) => reading(folder, null, (exports) => exports.acts()));
}

async function actsOfCsv(...rows: readonly string[]) {
  const content = ['student_id,occurred_at,component,count', ...rows, ''].join('\n');
  return withFolder({ 'students.csv': STUDENTS, 'vle.csv': content }, (folder) =>
    reading(folder, null, (exports) => exports.acts()),
  );
}

describe('parquet says what the same CSV says', () => {
  test('times without a zone are London wall time', async () => {
    expect(
      await actsOf(
        `SELECT id AS student_id, moment AS occurred_at, text AS component, number AS count, 1 AS ip FROM ${ROWS}`,
      ),
    ).toEqual(
      await actsOfCsv(
        '0001,2025-10-01T09:30:15,"a ""b"", c",2',
        '0001,2025-10-26T23:59:59,,',
        '0002,2025-07-01T23:30:00,two lines,3',
      ),
    );
  });

  test('times with a zone are instants', async () => {
    expect(
      await actsOf(
        `SELECT id AS student_id, moment::TIMESTAMPTZ AS occurred_at, text AS component, number AS count FROM ${ROWS}`,
      ),
    ).toEqual(
      await actsOfCsv(
        '0001,2025-10-01T09:30:15Z,"a ""b"", c",2',
        '0001,2025-10-26T23:59:59Z,,',
        '0002,2025-07-01T23:30:00Z,two lines,3',
      ),
    );
  });

  test('dates, text and finer times', async () => {
    const expected = await actsOfCsv('0001,2025-10-01,,', '0001,2025-10-26,,', '0002,2025-07-01,,');
    expect(await actsOf(`SELECT id AS student_id, day AS occurred_at FROM ${ROWS}`)).toEqual(expected);
    expect(await actsOf(`SELECT id AS student_id, day::VARCHAR AS occurred_at FROM ${ROWS}`)).toEqual(expected);
    expect(await actsOf(`SELECT id AS student_id, moment::TIMESTAMP_NS AS occurred_at FROM ${ROWS}`)).toEqual(
      await actsOfCsv('0001,2025-10-01T09:30:15,,', '0001,2025-10-26T23:59:59,,', '0002,2025-07-01T23:30:00,,'),
    );
  });

  test('records tables too, traced by record', async () => {
    const files = {
      'students.parquet': await parquet(`SELECT id AS student_id, 'ECS' AS school, 'P1' AS programme_code,
        'taught' AS programme_type, DATE '2025-09-22' AS starts_on, 'enrolled' AS status, true AS sponsored,
        6 AS target_award_rqf FROM (VALUES ('0002'), ('0001')) AS t (id)`),
      'vle.parquet': await parquet(`SELECT id AS student_id, moment AS occurred_at FROM ${ROWS}`),
    };
    await withFolder(files, (folder) =>
      reading(folder, null, async (exports) => {
        expect(exports.students).toMatchObject([
          { studentId: '0001', isSponsored: true, targetAwardRqf: 6, source: { file: 'students.parquet', record: 2 } },
          { studentId: '0002', source: { record: 1 } },
        ]);
        expect(exports.files[1]).toMatchObject({ file: 'vle.parquet', bytes: files['vle.parquet'].length, records: 3 });
        expect(await exports.trace('0002')).toMatchObject([{ file: 'vle.parquet', record: 3 }]);
      }),
    );
  });

  test('registers, the timetable and meetings too', async () => {
    const files = {
      'students.csv': STUDENTS,
      'attendance.parquet': await parquet(`SELECT id AS student_id, 7 AS event_id, moment AS starts_at,
        moment + INTERVAL 90 MINUTE AS ends_at, 'present' AS status, day AS recorded_at FROM ${ROWS}`),
      'timetable.parquet': await parquet(`SELECT 7 AS event_id, 'M1' AS module_code, moment AS starts_at,
        false AS cancelled FROM ${ROWS} LIMIT 1`),
      'meetings.parquet': await parquet(
        `SELECT id AS student_id, moment AS held_at, id = '0001' AS attended FROM ${ROWS}`,
      ),
      'lecture_capture.parquet': await parquet(
        `SELECT id AS student_id, moment AS occurred_at, 50 AS minutes FROM ${ROWS}`,
      ),
    };
    await withFolder(files, async (folder) => {
      const acts = await reading(folder, null, (exports) => exports.acts());
      expect(acts.map((act) => [act.studentId, act.feed, act.module, act.standing, act.minutes].join(' '))).toEqual([
        '0001 lecture_capture  done 50',
        '0001 meetings  done 0',
        '0001 attendance M1 done 90',
        '0001 lecture_capture  done 50',
        '0001 meetings  done 0',
        '0002 attendance M1 done 90',
        '0002 lecture_capture  done 50',
        '0002 meetings  missed 0',
      ]);
    });
  });

  test('real data', { timeout: 120_000 }, async () => {
    const real = realData('oulad', 'AAA-2013J');
    if (real === null) {
      process.stdout.write('skipped: ../shared/data/oulad is not beside the checkout\n');
      return;
    }
    const path = join(real, 'vle.csv.gz');
    expect(gunzipSync(readFileSync(path)).length).toBeGreaterThan(0);
    const files = {
      'students.csv': readFileSync(join(real, 'students.csv')),
      'vle.parquet': await parquet(`SELECT * FROM read_csv('${path}', all_varchar = true)`),
    };
    const { acts } = await withFolder(files, (folder) => reading(folder, 'duckdb', ledgerOf));
    expect(acts).toEqual(await reading(real, 'duckdb', (exports) => exports.acts()));
  });
});

describe('parquet is refused', () => {
  const refused = async (content: Buffer | string, reader: 'duckdb' | 'csv-parse' = 'duckdb') =>
    withFolder({ 'students.csv': STUDENTS, 'vle.parquet': content }, async (folder) => {
      const { faults, exitCode } = await refusalOf(folder, reader);
      expect(exitCode).toBe(EXIT.inputRefused);
      return faults.map(line);
    });

  test('where it is cut off, something else, or damaged inside', async () => {
    const whole = await parquet(`SELECT id AS student_id, day AS occurred_at FROM ${ROWS}`);
    expect(await refused(whole.subarray(0, -3))).toEqual(['parquet-expected vle.parquet']);
    expect(await refused('student_id,occurred_at\n')).toEqual(['parquet-expected vle.parquet']);
    expect(await refused('PAR1')).toEqual(['parquet-expected vle.parquet']);
    expect(await refused('')).toEqual(['parquet-expected vle.parquet']);
    expect(await refused(`PAR1${'x'.repeat(100)}PAR1`)).toEqual(['parquet-unreadable vle.parquet']);
  });

  test('where ids have become numbers, columns are missing or cells are faulty', async () => {
    expect(await refused(await parquet(`SELECT 1.5::DOUBLE AS student_id, '2025-10-01' AS occurred_at`))).toEqual([
      'parquet-id-is-number vle.parquet student_id',
    ]);
    expect(await refused(await parquet(`SELECT id AS student_id FROM ${ROWS}`))).toEqual([
      'column-missing vle.parquet 0 occurred_at',
    ]);
    expect(await refused(await parquet(`SELECT id AS student_id, 'soon' AS occurred_at FROM ${ROWS}`))).toEqual([
      'cell-invalid vle.parquet 1 occurred_at',
      'cell-invalid vle.parquet 2 occurred_at',
      'cell-invalid vle.parquet 3 occurred_at',
    ]);
  });

  test('where DuckDB does not read', async () => {
    expect(await refused('PAR1xxxxxxxxPAR1', 'csv-parse')).toEqual(['parquet-needs-duckdb vle.parquet']);
  });
});

describe('a parquet file with a mapping', () => {
  const sources = (extra = '') =>
    sourcesOf(`
sources:
  hub:
    files: "hub*.parquet"
    table: vle
    columns:
      student_id: { column: Student Number }
      occurred_at: { column: When, format: ${extra === '' ? 'canonical' : extra} }
      component: { join: [Tool, { of: occurred_at }] }
    set_aside: { by the system: { column: Origin, is: cron } }
`);
  const hub = (select: string) => parquet(`SELECT ${select} FROM ${ROWS}`);
  const columns = `id AS "student_number", moment AS "WHEN", 'Forum' AS tool, 'secret' AS ip`;

  test('is read as the mapping says, moments as canonical times', async () => {
    const files = {
      'students.csv': STUDENTS,
      'hub.parquet': await hub(`${columns}, CASE number WHEN 2 THEN 'CRON' END AS origin`),
    };
    const acts = await withFolder(files, (folder) => reading(folder, null, (exports) => exports.acts(), sources()));
    expect(acts.map(({ studentId, day, type, acts: many }) => [studentId, formatDay(day), type, many])).toEqual([
      ['0001', '2025-10-26', 'Forum 2025-10-26T23:59', 1],
      ['0002', '2025-07-01', 'Forum 2025-07-01T23:30', 1],
    ]);
  });

  test.each([
    [
      'ids that are no texts',
      'number::DOUBLE AS "Student Number", moment AS "When", text AS tool, text AS origin',
      '',
      'parquet-id-is-number hub.parquet Student Number',
    ],
    ['a column that is not there', columns, '', 'mapped-rule-column-missing hub.parquet 0 Origin'],
    [
      'moments that are declared to be texts',
      `${columns}, text AS origin`,
      'd/MM/yy',
      'time-not-in-format hub.parquet 1 WHEN',
    ],
  ])('refuses %s', async (_, select, format, expected) => {
    const files = { 'students.csv': STUDENTS, 'hub.parquet': await hub(select) };
    const { faults } = await withFolder(files, (folder) => refusalOf(folder, null, sources(format)));
    expect(faults.map(line)).toContain(expected);
  });
});
