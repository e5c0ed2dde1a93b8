// The folded tables of the database as the columns that the ledger is made of.
import type { Day } from '../../calendar/day.js';
import { at } from '../../engagement/columns.js';
import { FEEDS } from '../../engagement/feed.js';
import type { Act, ActKind } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';
import { ACT_STANDINGS, byKind } from '../events/act-order.js';
import { ASSESSMENT_KINDS } from '../events/event-row.js';
import { sortedNames, type DueColumns, type SheetColumns } from '../events/fold.js';
import { NO_MOMENT } from '../events/moment-number.js';
import { OCCURRENCE_STANDINGS, OCCURRENCE_TABLES } from '../events/occurrence.js';
import { startsOf } from '../events/student-entries.js';
import type { Database } from './database.js';
import { hasRegisters, type FoldedTables } from './load-tables.js';
import { readColumns, readNumbers, readRows, readTexts } from './result-columns.js';

const BLANK_KIND = ASSESSMENT_KINDS.indexOf('');

export interface KindsAndSheets {
  readonly kinds: readonly ActKind[];
  readonly sheets: SheetColumns;
}

const KIND = 'feed, type, module, standing, is_online';

type KindCells = readonly [feed: number, type: string, module: string, standing: number, isOnline: boolean];

const SUMS = 'day, module, type, standing, acts, minutes, daytime_minutes, unmeasured_acts';

/** Occurrences are done or missed, which acts number in another way. */
const OCCURRED = `CASE standing WHEN ${OCCURRENCE_STANDINGS.indexOf('done')} THEN ${ACT_STANDINGS.indexOf('done')}
  ELSE ${ACT_STANDINGS.indexOf('missed')} END::TINYINT`;

const OCCURRED_SUMS = SUMS.replace('standing', `${OCCURRED} AS standing`).replace(
  'daytime_minutes',
  '0::BIGINT AS daytime_minutes',
);

/** Leaves `acts`: those of all feeds but submissions, each of a key of its own, all students. */
async function uniteActs(database: Database, tables: FoldedTables): Promise<void> {
  const occurrences = OCCURRENCE_TABLES.filter((table) => tables.has(table)).map(
    (table) => `SELECT ${FEEDS.indexOf(table)}::TINYINT AS feed, student_id, false AS is_online,
      ${OCCURRED_SUMS} FROM ${table}_acts`,
  );
  const attendance = `SELECT ${FEEDS.indexOf('attendance')}::TINYINT AS feed, student_id, is_online, ${SUMS}
    FROM attendance_acts`;
  const united = [...occurrences, ...(hasRegisters(tables) ? [attendance] : [])];
  await database.run(`CREATE TEMP VIEW acts AS ${united.length === 0 ? NO_ACTS : united.join(' UNION ALL ')}`);
}

const NO_ACTS = `SELECT 0::TINYINT AS feed, '' AS student_id, false AS is_online, 0 AS day, '' AS module, '' AS type,
  0::TINYINT AS standing, 0::DOUBLE AS acts, 0::BIGINT AS minutes,
  0::BIGINT AS daytime_minutes, 0::DOUBLE AS unmeasured_acts LIMIT 0`;

/** Needs `students`; leaves `acts`, and `act_kinds` in the order of the kinds. */
export async function readSheets(database: Database, tables: FoldedTables, students: number): Promise<KindsAndSheets> {
  await uniteActs(database, tables);
  await database.run(`CREATE TEMP TABLE made_kinds AS SELECT row_number() OVER ()::VARCHAR AS made, *
    FROM (SELECT DISTINCT ${KIND} FROM acts SEMI JOIN students ON students.text = student_id)`);
  const rows = readRows(await database.run(`SELECT made, ${KIND} FROM made_kinds`)) as [string, ...KindCells][];
  const kinds = rows
    .map(([made, ...cells]) => ({ made, kind: actKind(cells) }))
    .sort((one, other) => byKind(one.kind, other.kind));
  await database.upload(
    'kind_order',
    kinds.map(({ made }) => made),
  );
  await database.run(`CREATE TEMP TABLE act_kinds AS
    SELECT kind_order.number, ${KIND} FROM made_kinds JOIN kind_order ON kind_order.text = made`);
  const result = await database.run(`SELECT students.number, day, act_kinds.number, acts, minutes::INTEGER,
      daytime_minutes::INTEGER, unmeasured_acts::INTEGER
    FROM acts JOIN students ON students.text = student_id JOIN act_kinds USING (${KIND}) ORDER BY 1, 2, 3`);
  const [owners, days, kindNumbers, acts, minutes, daytimeMinutes, unmeasuredActs] = readColumns(
    result,
    (length) =>
      [
        new Int32Array(length),
        new Int32Array(length),
        new Int32Array(length),
        new Float64Array(length),
        new Int32Array(length),
        new Int32Array(length),
        new Int32Array(length),
      ] as const,
  );
  const starts = startsOf(owners, students);
  return {
    kinds: kinds.map(({ kind }) => kind),
    sheets: { starts, days, kinds: kindNumbers, acts, minutes, daytimeMinutes, unmeasuredActs },
  };
}

function actKind([feed, type, module, standing, isOnline]: KindCells): ActKind {
  return { feed: at(FEEDS, feed), type, module, standing: at(ACT_STANDINGS, standing), isOnline };
}

type DuesRead = DueColumns & { readonly conflicts: number };

/** Needs `students`. */
export async function readDues(database: Database, tables: FoldedTables, students: number): Promise<DuesRead> {
  return tables.has('submissions') ? readSubmitted(database, students) : noDues(students);
}

function noDues(students: number): DuesRead {
  const [starts, none, noNames] = [startsOf([], students), new Int32Array(), []];
  const columns = { assessments: none, modules: none, kinds: none, due: none, extendedTo: none, submitted: none };
  return { starts, ...columns, assessmentNames: noNames, moduleNames: noNames, conflicts: 0 };
}

async function readSubmitted(database: Database, students: number): Promise<DuesRead> {
  const namesIn = async (column: string): Promise<readonly string[]> =>
    readTexts(
      await database.run(
        `SELECT DISTINCT ${column} FROM submission_rows SEMI JOIN students ON students.text = student_id`,
      ),
    );
  const assessmentNames = [...(await namesIn('assessment_id'))].sort(byCodeUnit);
  const moduleNames = sortedNames(await namesIn('module_code'));
  await database.upload('assessments', assessmentNames);
  await database.upload('modules', moduleNames);
  await database.run(`CREATE TEMP TABLE dues AS
    SELECT students.number AS student, assessments.number AS assessment, min(modules.number) AS module,
      min(kind_number) AS kind, max(due) AS due, max(extended) AS extended,
      coalesce(min(submitted) FILTER (WHERE submitted <> ${NO_MOMENT}), ${NO_MOMENT}) AS submitted,
      min(due) <> max(due)
        OR count(DISTINCT module_code) FILTER (WHERE module_code <> '') > 1
        OR count(DISTINCT kind_number) FILTER (WHERE kind_number <> ${BLANK_KIND}) > 1 AS is_conflicting
    FROM submission_rows JOIN students ON students.text = student_id
      JOIN assessments ON assessments.text = assessment_id JOIN modules ON modules.text = module_code
    GROUP BY ALL`);
  const result = await database.run(
    `SELECT student, assessment, module, kind, due, extended, submitted FROM dues ORDER BY student, assessment`,
  );
  const [owners, assessments, modules, kinds, due, extendedTo, submitted] = readColumns(
    result,
    (rows) =>
      [
        new Int32Array(rows),
        new Int32Array(rows),
        new Int32Array(rows),
        new Int32Array(rows),
        new Int32Array(rows),
        new Int32Array(rows),
        new Int32Array(rows),
      ] as const,
  );
  const [conflicts = 0] = readNumbers(await database.run('SELECT count(*) FROM dues WHERE is_conflicting'));
  const starts = startsOf(owners, students);
  return { starts, assessments, modules, kinds, due, extendedTo, submitted, assessmentNames, moduleNames, conflicts };
}

/** Needs `acts` and `students`. For tests: an object a row. */
export async function readActs(database: Database): Promise<readonly Act[]> {
  const result = await database.run(`SELECT student_id, day, acts, minutes::DOUBLE,
    daytime_minutes::DOUBLE, unmeasured_acts, ${KIND} FROM acts
    SEMI JOIN students ON students.text = student_id`);
  const rows = readRows(result) as [string, Day, number, number, number, number, ...KindCells][];
  return rows.map(([studentId, day, acts, minutes, daytimeMinutes, unmeasuredActs, ...kind]) => {
    return { studentId, day, ...actKind(kind), acts, minutes, daytimeMinutes, unmeasuredActs };
  });
}
