// The folded tables of the database as the columns that the ledger is made of.
import type { Day } from '../../calendar/day.js';
import type { Act, ActKind } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';
import { ASSESSMENT_KINDS } from '../events/event-row.js';
import { sortedNames, type DueColumns, type SheetColumns } from '../events/fold.js';
import { startsOf } from '../events/folded-ledger.js';
import { NO_MOMENT } from '../events/moment-number.js';
import type { Database } from './database.js';
import { readColumns, readNumbers, readTexts } from './result-columns.js';

const BLANK_KIND = ASSESSMENT_KINDS.indexOf('');

export interface KindsAndSheets {
  readonly kinds: readonly ActKind[];
  readonly sheets: SheetColumns;
}

/** Needs `vle_acts` and `students`; uploads `act_types` in the order of the kinds. */
export async function readSheets(database: Database, students: number): Promise<KindsAndSheets> {
  const types = [
    ...readTexts(
      await database.run(`SELECT DISTINCT type FROM vle_acts SEMI JOIN students ON students.text = student_id`),
    ),
  ].sort(byCodeUnit);
  await database.upload('act_types', types);
  const result = await database.run(`SELECT students.number, day, act_types.number, sum(acts)::DOUBLE
    FROM vle_acts JOIN students ON students.text = student_id JOIN act_types ON act_types.text = type
    GROUP BY ALL ORDER BY 1, 2, 3`);
  const [owners, days, kinds, acts] = readColumns(
    result,
    (rows) => [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows), new Float64Array(rows)] as const,
  );
  return {
    kinds: types.map((type) => ({ feed: 'vle', type, standing: 'done', isOnline: false })),
    sheets: { starts: startsOf(owners, students), days, kinds, acts },
  };
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

/** Every day on which the query, with one column, names a day. */
export async function readDays(database: Database, sql: string): Promise<readonly Day[]> {
  const [days] = readColumns(await database.run(sql), (rows) => [new Int32Array(rows)] as const);
  return [...days] as Day[];
}

/** Needs `vle_acts` and `students`. For tests: an object a row. */
export async function readActs(database: Database): Promise<readonly Act[]> {
  const result = await database.run(`SELECT student_id, day, type, module, acts, untimed_acts FROM vle_acts
    SEMI JOIN students ON students.text = student_id`);
  const acts: Act[] = [];
  for (let index = 0; index < result.chunkCount; index += 1) {
    for (const row of result.getChunk(index).getRows()) {
      const [studentId, day, type, module, count, untimed] = row as [string, Day, string, string, number, number];
      const unmeasured = { standing: 'done', isOnline: false, minutes: 0, daytimeMinutes: 0 } as const;
      acts.push({ studentId, day, feed: 'vle', type, module, acts: count, untimedActs: untimed, ...unmeasured });
    }
  }
  return acts;
}
