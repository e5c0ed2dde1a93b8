// The folded tables of the database as the columns that the ledger is made of.
import type { Day } from '../../calendar/day.js';
import { at } from '../../engagement/columns.js';
import { FEEDS } from '../../engagement/feed.js';
import type { Act, ActKind, FeedRecord } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';
import { ACT_STANDINGS, byKind } from '../events/act-order.js';
import { ASSESSMENT_KINDS } from '../events/event-row.js';
import { sortedNames, type DueColumns, type SheetColumns } from '../events/fold.js';
import { NO_MOMENT } from '../events/moment-number.js';
import { OCCURRENCE_STANDINGS, OCCURRENCE_TABLES } from '../events/occurrence.js';
import { startsOf } from '../events/student-entries.js';
import type { Database } from './database.js';
import { readColumns, readNumbers, readRows, readTexts } from './result-columns.js';

const BLANK_KIND = ASSESSMENT_KINDS.indexOf('');

export interface KindsAndSheets {
  readonly kinds: readonly ActKind[];
  readonly sheets: SheetColumns;
}

const KIND = 'feed, type, module, standing, is_online';

type KindCells = readonly [feed: number, type: string, module: string, standing: number, isOnline: boolean];

/** Needs `<table>_acts` of every feed but submissions. Leaves `acts`, each of a key of its own, all students. */
async function uniteActs(database: Database): Promise<void> {
  const sums = 'day, module, type, standing, acts, minutes, unmeasured_acts';
  const occurrences = OCCURRENCE_TABLES.map((table) => {
    // Occurrences are done or missed, which acts number in another way.
    const standing = `CASE standing WHEN ${OCCURRENCE_STANDINGS.indexOf('done')} THEN ${ACT_STANDINGS.indexOf('done')}
      ELSE ${ACT_STANDINGS.indexOf('missed')} END::TINYINT AS standing`;
    return `SELECT ${FEEDS.indexOf(table)}::TINYINT AS feed, student_id, ${sums.replace('standing', standing)},
      false AS is_online FROM ${table}_acts`;
  });
  const attendance = `SELECT ${FEEDS.indexOf('attendance')}::TINYINT, student_id, ${sums}, is_online FROM attendance_acts`;
  await database.run(`CREATE TEMP VIEW acts AS ${[...occurrences, attendance].join(' UNION ALL ')}`);
}

/** Needs what `uniteActs` needs, and `students`; leaves `act_kinds` in the order of the kinds. */
export async function readSheets(database: Database, students: number): Promise<KindsAndSheets> {
  await uniteActs(database);
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
      unmeasured_acts::INTEGER
    FROM acts JOIN students ON students.text = student_id JOIN act_kinds USING (${KIND}) ORDER BY 1, 2, 3`);
  const [owners, days, kindNumbers, acts, minutes, unmeasuredActs] = readColumns(
    result,
    (length) =>
      [
        new Int32Array(length),
        new Int32Array(length),
        new Int32Array(length),
        new Float64Array(length),
        new Int32Array(length),
        new Int32Array(length),
      ] as const,
  );
  const starts = startsOf(owners, students);
  return {
    kinds: kinds.map(({ kind }) => kind),
    sheets: { starts, days, kinds: kindNumbers, acts, minutes, unmeasuredActs },
  };
}

function actKind([feed, type, module, standing, isOnline]: KindCells): ActKind {
  return { feed: at(FEEDS, feed), type, module, standing: at(ACT_STANDINGS, standing), isOnline };
}

/** Needs `submission_rows` and `students`. */
export async function readDues(database: Database, students: number): Promise<DueColumns & { conflicts: number }> {
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

/** The days of a query, `day` and `acts`, and how many acts each of them has. */
export async function readFeed(database: Database, sql: string, records: number): Promise<FeedRecord> {
  const [days, acts] = readColumns(
    await database.run(`SELECT day, acts::DOUBLE FROM (${sql}) ORDER BY day`),
    (length) => [new Int32Array(length), new Float64Array(length)] as const,
  );
  return { actDays: [...days] as Day[], actsOfDay: [...acts], records };
}

/** Needs `acts` and `students`. For tests: an object a row. */
export async function readActs(database: Database): Promise<readonly Act[]> {
  const result = await database.run(`SELECT student_id, day, acts, minutes::DOUBLE, unmeasured_acts, ${KIND} FROM acts
    SEMI JOIN students ON students.text = student_id`);
  const rows = readRows(result) as [string, Day, number, number, number, ...KindCells][];
  return rows.map(([studentId, day, acts, minutes, unmeasuredActs, ...kind]) => {
    return { studentId, day, ...actKind(kind), acts, minutes, unmeasuredActs };
  });
}
