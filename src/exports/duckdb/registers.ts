// Registers beside timetable and allocations, in SQL: what counts, what is open, what is odd.
import type { Day } from '../../calendar/day.js';
import type { Timetabled } from '../../engagement/ledger.js';
import { by, byCodeUnit } from '../../engagement/order.js';
import { ACT_STANDINGS } from '../events/act-order.js';
import type { RegisterTally } from '../events/event-findings.js';
import { CANCELLED_WORDS, DELIVERIES, STATUSES, type Status } from '../events/event-row.js';
import { FEWEST_ALL_ABSENT, SET_ASIDE } from '../events/mark.js';
import { NO_MOMENT } from '../events/moment-number.js';
import { timetabledOf } from '../events/timetabled.js';
import { dayOfNumberSql, daytimeMinutesSql, minutesBetweenSql } from './cell-sql.js';
import type { Database } from './database.js';
import { readColumns, readNumbers, readRows, readTexts } from './result-columns.js';

const ONLINE = DELIVERIES.indexOf('online');
const CANCELLED = CANCELLED_WORDS.indexOf('yes');

function place(status: Status): number {
  return STATUSES.indexOf(status);
}

function places(statuses: readonly Status[]): string {
  return `(${statuses.map(place).join(', ')})`;
}

function standing(of: (typeof ACT_STANDINGS)[number]): number {
  return ACT_STANDINGS.indexOf(of);
}

/**
 * Needs the rows of timetable, allocations and attendance. Leaves `timetable_events`, `registers` (the mark of each student
 * at each event), `doubted` (events whose register has everyone absent), `unregistered` and `attendance_acts`; and drops
 * the rows that it no longer needs.
 */
export async function resolveRegisters(database: Database): Promise<void> {
  await uploadNames(database);
  await database.run(TIMETABLE_EVENTS);
  await database.run(MARKS);
  await database.run(REGISTERS);
  await database.run(DOUBTED);
  await database.run(ATTENDANCE_ACTS);
  await database.run(UNREGISTERED);
}

/** Names of modules and types, numbered by code unit: the database itself would order them by their bytes. */
async function uploadNames(database: Database): Promise<void> {
  const names = await database.run(`SELECT module_code FROM timetable_rows UNION SELECT event_type FROM timetable_rows
    UNION SELECT module FROM attendance_rows UNION SELECT type FROM attendance_rows`);
  await database.upload('event_names', [...readTexts(names)].sort(byCodeUnit));
}

/** Of several rows of an event the greatest holds, whatever the order of rows and files; one is enough to cancel it. */
const TIMETABLE_EVENTS = `CREATE TEMP TABLE timetable_events AS
  SELECT event_id, module_code AS module, event_type AS type, starts, ends, delivery_number, file, record,
    max(cancelled_number) OVER (PARTITION BY event_id) = ${CANCELLED} AS is_cancelled
  FROM timetable_rows JOIN event_names AS modules ON modules.text = module_code
    JOIN event_names AS types ON types.text = event_type
  QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY starts DESC, ends DESC, modules.number DESC,
    types.number DESC, delivery_number DESC, file, record) = 1`;

/** As `byPreference`. */
const MARKS = `CREATE TEMP TABLE marks AS
  SELECT student_id, event_id, module, type, starts, ends, delivery_number, status, attended_by
  FROM (SELECT DISTINCT * EXCLUDE (file) FROM attendance_rows)
    JOIN event_names AS modules ON modules.text = module JOIN event_names AS types ON types.text = type
  QUALIFY row_number() OVER (PARTITION BY student_id, event_id ORDER BY recorded DESC, status, starts,
    ends = ${NO_MOMENT}, ends, module = '', modules.number, type = '', types.number, delivery_number = 0, delivery_number,
    attended_by = 0, attended_by) = 1`;

/** As `markOf`. */
const REGISTERS = `CREATE TEMP TABLE registers AS
  SELECT student_id, event_id, starts, ${minutesBetweenSql('starts', 'ends')} AS minutes, is_online, attended_by, own_status,
    module, type,
    CASE WHEN is_cancelled AND own_status IN ${places(SET_ASIDE)} THEN ${place('cancelled')} ELSE own_status END AS status
  FROM (SELECT student_id, event_id, marks.starts, status AS own_status, attended_by,
      CASE WHEN marks.ends = ${NO_MOMENT} THEN coalesce(events.ends, ${NO_MOMENT}) ELSE marks.ends END AS ends,
      CASE WHEN marks.module = '' THEN coalesce(events.module, '') ELSE marks.module END AS module,
      CASE WHEN marks.type = '' THEN coalesce(events.type, '') ELSE marks.type END AS type,
      CASE WHEN marks.delivery_number = 0 THEN coalesce(events.delivery_number, 0) ELSE marks.delivery_number
        END = ${ONLINE} AS is_online,
      coalesce(is_cancelled, false) AS is_cancelled
    FROM marks LEFT JOIN timetable_events AS events USING (event_id))`;

const DOUBTED = `CREATE TEMP TABLE doubted AS SELECT event_id FROM registers GROUP BY event_id
  HAVING count(*) FILTER (WHERE status = ${place('absent')}) >= ${FEWEST_ALL_ABSENT}
    AND count(*) FILTER (WHERE status IN ${places(['present', 'late'])}) = 0`;

/** As `standingOf`; what a register leaves open is no act. */
const ATTENDANCE_ACTS = `CREATE TEMP TABLE attendance_acts AS
  SELECT student_id, ${dayOfNumberSql('starts')} AS day, module, type, is_online,
    CASE WHEN status = ${place('absent')} THEN ${standing('missed')}
      WHEN status = ${place('authorised')} THEN ${standing('authorised')}
      WHEN attended_by = ${ONLINE} AND NOT is_online THEN ${standing('done-remotely')}
      ELSE ${standing('done')} END::TINYINT AS standing,
    count(*)::DOUBLE AS acts, sum(greatest(minutes, 0))::BIGINT AS minutes,
    sum(${daytimeMinutesSql('starts', 'minutes')})::BIGINT AS daytime_minutes,
    count(*) FILTER (WHERE minutes < 0)::DOUBLE AS unmeasured_acts
  FROM registers WHERE status IN ${places(['present', 'late', 'authorised'])}
    OR (status = ${place('absent')} AND event_id NOT IN (SELECT event_id FROM doubted))
  GROUP BY ALL`;

/** Every mark, before registers with everyone absent are doubted. */
export const MARKS_OF_STUDENTS = `SELECT student_id, ${dayOfNumberSql('starts')} AS day, 1 AS acts FROM registers
  WHERE status IN ${places(['present', 'late', 'absent', 'authorised'])}`;

const UNREGISTERED = `CREATE TEMP TABLE unregistered AS
  SELECT * FROM timetable_events ANTI JOIN registers USING (event_id) WHERE NOT is_cancelled`;

/** Nothing is odd where there is none of these tables. */
export const NO_REGISTERS: RegisterTally = {
  cancelledRegisters: 0,
  absencesSetAside: 0,
  unknownEvents: 0,
  unknownAllocations: 0,
  eventsOfSeveralDays: 0,
};

/** Needs what `resolveRegisters` leaves, the rows of all three tables, and `students`. */
export async function tallyRegisters(database: Database): Promise<RegisterTally> {
  const [cancelledRegisters = 0, absencesSetAside = 0] = readNumbers(
    await database.run(`SELECT count(DISTINCT event_id), count(*) FILTER (WHERE own_status = ${place('absent')})
      FROM registers SEMI JOIN (SELECT event_id FROM timetable_events WHERE is_cancelled) USING (event_id)
      WHERE own_status IN ${places(['present', 'late', 'absent'])}`),
  );
  const [unknownEvents = 0, unknownAllocations = 0] = readNumbers(
    await database.run(`SELECT count(DISTINCT event_id), count(*) FROM
      (SELECT DISTINCT student_id, event_id FROM allocation_rows SEMI JOIN students ON students.text = student_id)
      ANTI JOIN (SELECT event_id FROM timetable_events UNION SELECT event_id FROM registers) USING (event_id)`),
  );
  const day = dayOfNumberSql('starts');
  const [eventsOfSeveralDays = 0] = readNumbers(
    await database.run(`SELECT count(*) FROM (SELECT event_id FROM (
      SELECT event_id, ${day} AS day FROM timetable_rows UNION SELECT event_id, ${day} FROM attendance_rows)
      GROUP BY event_id HAVING count(*) > 1)`),
  );
  return { cancelledRegisters, absencesSetAside, unknownEvents, unknownAllocations, eventsOfSeveralDays };
}

/** Events of the timetable whose rows disagree. */
export async function conflictingEvents(database: Database): Promise<number> {
  const [conflicts = 0] = readNumbers(
    await database.run(`SELECT count(*) FROM (SELECT event_id FROM (SELECT DISTINCT event_id, module_code, event_type, starts,
      ends, delivery_number, cancelled_number = ${CANCELLED} FROM timetable_rows) GROUP BY event_id HAVING count(*) > 1)`),
  );
  return conflicts;
}

/** Known students at events of whom the rows give different statuses. */
export async function conflictingMarks(database: Database): Promise<number> {
  const [conflicts = 0] = readNumbers(
    await database.run(`SELECT count(*) FROM (SELECT student_id, event_id FROM attendance_rows
      SEMI JOIN students ON students.text = student_id GROUP BY ALL HAVING min(status) <> max(status))`),
  );
  return conflicts;
}

/** Needs `attendance_acts`. */
export async function readRegisteredFrom(database: Database): Promise<ReadonlyMap<string, Day>> {
  const rows = readRows(await database.run('SELECT module, min(day) FROM attendance_acts GROUP BY module'));
  return new Map(rows.map(([module, day]) => [module as string, day as Day] as const).sort(by(([module]) => module)));
}

/** Needs `timetable_events`. */
export async function readTimetabled(database: Database): Promise<Timetabled | null> {
  const [days] = readColumns(
    await database.run(`SELECT DISTINCT ${dayOfNumberSql('starts')} FROM timetable_events`),
    (length) => [new Int32Array(length)] as const,
  );
  const modules = readTexts(await database.run('SELECT DISTINCT module FROM timetable_events'));
  return timetabledOf(
    [...days].map((day) => day as Day),
    modules,
  );
}
