// The ledger by the rules of reading.md, written as plainly as can be: what both readers are held against.
import { parseMoment, type Moment } from '../../src/calendar/moment.js';
import type { Day } from '../../src/calendar/day.js';
import type { Feed } from '../../src/engagement/feed.js';
import type { Act, Due, OpenEvent, Timetabled } from '../../src/engagement/ledger.js';
import { byCodeUnit } from '../../src/engagement/order.js';

export type Cells = Readonly<Record<string, string>>;

/** By table its files, each a list of rows with a cell for every column of the table. */
export type TableRows = Readonly<Record<string, readonly (readonly Cells[])[]>>;

export interface PlainLedger {
  readonly acts: readonly Act[];
  readonly dues: readonly Due[];
  /** Of each student, in the order of the ids. */
  readonly open: readonly (readonly OpenEvent[])[];
  readonly unregistered: readonly Omit<OpenEvent, 'source'>[];
  readonly unallocated: readonly Omit<OpenEvent, 'source'>[];
  readonly timetabled: Timetabled | null;
  /** How many acts each day has, by feed. */
  readonly days: readonly (readonly [Feed, readonly (readonly [Day, number])[]])[];
  /** By feed, the first of these days with an act of a student. */
  readonly firstOfStudents: readonly (readonly [Feed, Day | null])[];
}

export function expectedLedger(studentIds: readonly string[], tables: TableRows): PlainLedger {
  const filesOf = (table: string): readonly (readonly Cells[])[] => (tables[table] ?? []).map((rows) => rows.map(tidy));
  const occurred = OCCURRENCES.flatMap((table) => occurrences(table, filesOf(table)));
  const { marks, unregistered, timetabled } = registers(filesOf('attendance').flat(), filesOf('timetable').flat());
  const submissions = filesOf('submissions').flat();
  const acts = [...occurred, ...marks].flatMap(({ act }) => (act === null ? [] : [act]));
  const allocated = filesOf('allocations').flat();
  const openOf = (studentId: string): readonly OpenEvent[] => {
    const own = allocated.filter((cells) => cells['student_id'] === studentId).map((cells) => cells['event_id']);
    return [
      ...[...occurred, ...marks].flatMap(({ open, studentId: of }) =>
        open !== null && of === studentId ? [open] : [],
      ),
      ...unregistered.filter(({ eventId }) => own.includes(eventId)),
    ].sort(byStart);
  };
  const sorted = [...unregistered].sort((one, other) => byCodeUnit(one.eventId, other.eventId));
  const fed = FEEDS.filter((feed) => feed in tables);
  const daysOf = (feed: Feed, isOne: (studentId: string) => boolean): readonly (readonly [Day, number])[] => {
    if (feed === 'submissions')
      return counted(submittedDays(submissions.filter((row) => isOne(row['student_id'] ?? ''))));
    if (feed === 'attendance') {
      return counted(marks.filter(({ studentId }) => isOne(studentId)).flatMap(({ markedOn }) => markedOn));
    }
    const own = acts.filter((act) => act.feed === feed && act.acts > 0 && isOne(act.studentId));
    return counted(own.map(({ day, acts: count }) => [day, count] as const));
  };
  return {
    acts: summed(acts.filter(({ studentId }) => studentIds.includes(studentId))),
    dues: expectedDues(studentIds, submissions),
    open: studentIds.map(openOf),
    unregistered: sorted,
    unallocated: sorted.filter(({ eventId }) => !allocated.some((cells) => cells['event_id'] === eventId)),
    timetabled,
    days: fed.map((feed) => [feed, daysOf(feed, () => true)] as const),
    firstOfStudents: fed.map((feed) => [feed, daysOf(feed, (id) => studentIds.includes(id))[0]?.[0] ?? null] as const),
  };
}

const FEEDS: readonly Feed[] = ['attendance', 'submissions', 'vle', 'meetings', 'lecture_capture', 'activities'];
const OCCURRENCES = ['vle', 'meetings', 'lecture_capture', 'activities'] as const;
const STATUSES = ['present', 'late', 'authorised', 'cancelled', 'absent', 'not-recorded'];

/** What came of a row, or of several. */
interface Outcome {
  readonly studentId: string;
  readonly act: Act | null;
  readonly open: OpenEvent | null;
}

function tidy(cells: Cells): Cells {
  const trimmed = Object.entries(cells).map(
    ([column, cell]) =>
      [column, cell.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/^[ \u00a0\ufeff]+|[ \u00a0\ufeff]+$/g, '')] as const,
  );
  return Object.fromEntries(trimmed);
}

function must(text: string): Moment {
  const moment = parseMoment(text);
  if (moment === undefined) throw new Error(`not a moment: ${text}`);
  return moment;
}

/** A row in two files counts once, equal rows inside one file are as many; of a meeting the best row holds. */
function occurrences(table: (typeof OCCURRENCES)[number], files: readonly (readonly Cells[])[]): readonly Outcome[] {
  const identity = (cells: Cells): string => {
    if (table !== 'meetings') return JSON.stringify(Object.entries(cells).sort());
    return JSON.stringify([cells['student_id'], must(cells['held_at'] ?? ''), cells['kind']]);
  };
  const rows = files.flat();
  return [...new Set(rows.map(identity))].flatMap((key) => {
    const same = rows.filter((cells) => identity(cells) === key);
    const attended = ['yes', 'no', ''].find((word) => same.some((cells) => cells['attended'] === word));
    const counts = (cells: Cells): boolean => identity(cells) === key && cells['attended'] === attended;
    const times = Math.max(...files.map((file) => file.filter(counts).length));
    const [first] = same;
    return first === undefined ? [] : Array.from({ length: times }, () => occurrence(table, first, attended ?? 'yes'));
  });
}

function occurrence(feed: (typeof OCCURRENCES)[number], cells: Cells, attended: string): Outcome {
  const at = must(cells['occurred_at'] ?? cells['held_at'] ?? '');
  const studentId = cells['student_id'] ?? '';
  const type = feed === 'lecture_capture' ? '' : (cells[feed === 'vle' ? 'component' : 'kind'] ?? '');
  if (feed === 'meetings' && attended === '') {
    const meeting = { feed, eventId: '', module: '', type, starts: at, isOnline: false, minutes: null } as const;
    return { studentId, act: null, open: { ...meeting, why: 'not-recorded', source: null } };
  }
  const count = feed !== 'vle' || cells['count'] === '' ? 1 : Number(cells['count']);
  const measured = feed === 'lecture_capture' && cells['minutes'] !== '';
  const act: Act = {
    studentId,
    day: at.day,
    feed,
    type,
    module: feed === 'vle' || feed === 'lecture_capture' ? (cells['module_code'] ?? '') : '',
    standing: attended === 'no' ? 'missed' : 'done',
    isOnline: false,
    acts: count,
    minutes: measured ? Number(cells['minutes']) : 0,
    daytimeMinutes: 0,
    unmeasuredActs: feed === 'lecture_capture' && !measured ? 1 : 0,
  };
  return { studentId, act, open: null };
}

interface Event {
  readonly module: string;
  readonly type: string;
  readonly starts: Moment;
  readonly ends: Moment | null;
  readonly isOnline: boolean;
  readonly isCancelled: boolean;
}

interface MarkOutcome extends Outcome {
  readonly markedOn: readonly (readonly [Day, number])[];
}

function registers(attendance: readonly Cells[], timetable: readonly Cells[]) {
  const events = new Map<string, Event>();
  for (const eventId of new Set(timetable.map((cells) => cells['event_id'] ?? ''))) {
    const rows = timetable.filter((cells) => cells['event_id'] === eventId);
    const cells = greatest(rows, descriptionOf);
    events.set(eventId, {
      module: cells['module_code'] ?? '',
      type: cells['event_type'] ?? '',
      starts: must(cells['starts_at'] ?? ''),
      ends: cells['ends_at'] === '' ? null : must(cells['ends_at'] ?? ''),
      isOnline: cells['delivery'] === 'online',
      isCancelled: rows.some((row) => row['cancelled'] === 'yes'),
    });
  }
  const named = [...new Set(attendance.map((cells) => JSON.stringify([cells['student_id'], cells['event_id']])))];
  const holding = named.map((key) =>
    greatest(
      attendance.filter((cells) => JSON.stringify([cells['student_id'], cells['event_id']]) === key),
      (cells) => [sortable(cells['recorded_at'] ?? ''), -STATUSES.indexOf(cells['status'] ?? '')],
      REMAINING,
    ),
  );
  const statusOf = (cells: Cells): string => {
    const status = cells['status'] ?? '';
    const isSetAside = events.get(cells['event_id'] ?? '')?.isCancelled === true;
    return isSetAside && ['absent', 'authorised', 'not-recorded'].includes(status) ? 'cancelled' : status;
  };
  const marks = holding.map((cells): MarkOutcome => {
    const register = holding.filter((other) => other['event_id'] === cells['event_id']).map(statusOf);
    const absent = register.filter((status) => status === 'absent').length;
    const isDoubted = absent >= 5 && !register.includes('present') && !register.includes('late');
    return mark(cells, statusOf(cells), events.get(cells['event_id'] ?? ''), isDoubted);
  });
  const unregistered = [...events]
    .filter(([eventId, { isCancelled }]) => !isCancelled && !attendance.some((cells) => cells['event_id'] === eventId))
    .map(([eventId, event]): OpenEvent => {
      const { module, type, starts, ends, isOnline } = event;
      const minutes = between(starts, ends);
      return { feed: 'attendance', eventId, module, type, starts, isOnline, minutes, why: 'no-register', source: null };
    });
  const days = [...events.values()].map(({ starts }) => starts.day).sort((one, other) => one - other);
  const [from, to] = [days.at(0), days.at(-1)];
  // 1 January 1970 was a Thursday.
  const weekdays = [...new Set(days.map((day) => (day + 3) % 7))].sort((one, other) => one - other);
  const modules = [...new Set([...events.values()].map(({ module }) => module))].sort(byCodeUnit);
  const isEmpty = from === undefined || to === undefined;
  return { marks, unregistered, timetabled: isEmpty ? null : { from, to, weekdays, modules } };
}

function mark(cells: Cells, status: string, event: Event | undefined, isDoubted: boolean): MarkOutcome {
  const cell = (column: string): string => cells[column] ?? '';
  const studentId = cell('student_id');
  const starts = must(cell('starts_at'));
  const ends = cell('ends_at') === '' ? (event?.ends ?? null) : must(cell('ends_at'));
  const isOnline = cell('delivery') === '' ? event?.isOnline === true : cell('delivery') === 'online';
  const minutes = between(starts, ends);
  const common = {
    feed: 'attendance',
    module: cell('module_code') === '' ? (event?.module ?? '') : cell('module_code'),
    type: cell('event_type') === '' ? (event?.type ?? '') : cell('event_type'),
    isOnline,
  } as const;
  const open = (why: OpenEvent['why']): OpenEvent => {
    return { ...common, eventId: cell('event_id'), starts, minutes, why, source: null };
  };
  if (status === 'cancelled') return { studentId, act: null, open: null, markedOn: [] };
  if (status === 'not-recorded') return { studentId, act: null, open: open('not-recorded'), markedOn: [] };
  const markedOn = [[starts.day, 1] as const];
  if (status === 'absent' && isDoubted) return { studentId, act: null, open: open('everyone-absent'), markedOn };
  const attended = cell('attended_by') === 'online' && !isOnline ? 'done-remotely' : 'done';
  const standing = status === 'absent' ? 'missed' : status === 'authorised' ? 'authorised' : attended;
  const measure = {
    acts: 1,
    minutes: minutes ?? 0,
    daytimeMinutes: inDaytime(starts, minutes ?? 0),
    unmeasuredActs: minutes === null ? 1 : 0,
  };
  return { studentId, act: { ...common, studentId, day: starts.day, standing, ...measure }, open: null, markedOn };
}

function descriptionOf(cells: Cells): readonly (string | number)[] {
  const words = [cells['module_code'] ?? '', cells['event_type'] ?? '', cells['delivery'] ?? ''];
  return [sortable(cells['starts_at'] ?? ''), sortable(cells['ends_at'] ?? ''), ...words];
}

/** Blank first, a date before the times of its day. */
function sortable(text: string): number {
  if (text === '') return -1;
  const { day, minute } = must(text);
  return day * 10_000 + (minute === null ? 0 : minute + 1);
}

/** The greatest by `values`; of equal ones the smallest by these cells, blanks last. */
function greatest(
  rows: readonly Cells[],
  values: (cells: Cells) => readonly (string | number)[],
  ties: readonly string[] = [],
): Cells {
  const tied = (cells: Cells): readonly (string | number)[] =>
    ties.map((column) => {
      const cell = cells[column] ?? '';
      if (!column.endsWith('_at')) return cell === '' ? '\uffff\uffff' : cell;
      return cell === '' ? Infinity : sortable(cell);
    });
  const sorted = [...rows].sort((one, other) => {
    return lexical(values(other), values(one)) || lexical(tied(one), tied(other));
  });
  return sorted[0] ?? {};
}

function lexical(mine: readonly (string | number)[], theirs: readonly (string | number)[]): number {
  const place = mine.findIndex((value, index) => value !== theirs[index]);
  return place < 0 ? 0 : (mine[place] ?? 0) < (theirs[place] ?? 0) ? -1 : 1;
}

const REMAINING = ['starts_at', 'ends_at', 'module_code', 'event_type', 'delivery', 'attended_by'];

function between(starts: Moment, ends: Moment | null): number | null {
  if (ends?.minute === undefined || ends.minute === null || starts.minute === null) return null;
  const minutes = (ends.day - starts.day) * 1440 + ends.minute - starts.minute;
  return minutes > 0 && minutes <= 1440 ? minutes : null;
}

/** Minute by minute: from eight to six, on the day of the start, unless that is a Saturday or a Sunday. */
function inDaytime({ day, minute }: Moment, minutes: number): number {
  const weekday = new Date(day * 86_400_000).getUTCDay();
  if (minute === null || weekday === 0 || weekday === 6) return 0;
  const each = Array.from({ length: minutes }, (_, past) => minute + past);
  return each.filter((it) => it >= 480 && it < 1080).length;
}

function summed(acts: readonly Act[]): readonly Act[] {
  const keyOf = ({ studentId, day, feed, type, module, standing, isOnline }: Act): string =>
    JSON.stringify([studentId, day, feed, type, module, standing, isOnline]);
  const keys = [...new Set(acts.filter((act) => act.acts > 0).map(keyOf))];
  const sums = keys.flatMap((key) => {
    const same = acts.filter((act) => keyOf(act) === key);
    const [first] = same;
    if (first === undefined) return [];
    const total = (read: (act: Act) => number): number => same.reduce((before, act) => before + read(act), 0);
    const sum = {
      ...first,
      acts: total((act) => act.acts),
      minutes: total(({ minutes }) => minutes),
      daytimeMinutes: total(({ daytimeMinutes }) => daytimeMinutes),
      unmeasuredActs: total(({ unmeasuredActs }) => unmeasuredActs),
    };
    return [sum];
  });
  return sums.sort(
    (one, other) =>
      byCodeUnit(one.studentId, other.studentId) ||
      one.day - other.day ||
      byCodeUnit(one.feed, other.feed) ||
      byCodeUnit(one.type, other.type) ||
      byCodeUnit(one.module, other.module) ||
      byCodeUnit(one.standing, other.standing) ||
      Number(one.isOnline) - Number(other.isOnline),
  );
}

function counted(days: readonly (readonly [Day, number])[]): readonly (readonly [Day, number])[] {
  const distinct = [...new Set(days.map(([day]) => day))].sort((one, other) => one - other);
  return distinct.map((day) => [
    day,
    days.filter(([other]) => other === day).reduce((sum, [, count]) => sum + count, 0),
  ]);
}

/** An assessment that rows say was submitted on a day is submitted once on it. */
function submittedDays(rows: readonly Cells[]): readonly (readonly [Day, number])[] {
  const submitted = rows
    .filter((cells) => cells['submitted_at'] !== '')
    .map((cells) =>
      JSON.stringify([cells['student_id'], cells['assessment_id'], must(cells['submitted_at'] ?? '').day]),
    );
  return [...new Set(submitted)].map((key) => [(JSON.parse(key) as [string, string, Day])[2], 1]);
}

function byStart(one: OpenEvent, other: OpenEvent): number {
  const [mine, theirs] = [one.starts, other.starts];
  return (
    mine.day - theirs.day ||
    (mine.minute ?? -1) - (theirs.minute ?? -1) ||
    byCodeUnit(one.eventId, other.eventId) ||
    byCodeUnit(one.type, other.type)
  );
}

function expectedDues(studentIds: readonly string[], rows: readonly Cells[]): readonly Due[] {
  const assessments = new Set(rows.map((cells) => cells['assessment_id'] ?? ''));
  return [...studentIds].sort(byCodeUnit).flatMap((studentId) =>
    [...assessments].sort(byCodeUnit).flatMap((assessmentId) => {
      const own = rows.filter((cells) => cells['student_id'] === studentId && cells['assessment_id'] === assessmentId);
      const texts = (column: string): string[] => own.map((cells) => cells[column] ?? '').filter((cell) => cell !== '');
      // A date without a time ends its day when something is due, and begins it when something was done.
      const due = texts('due_at').map(must).sort(byTime(1440)).at(-1);
      if (due === undefined) return [];
      return [
        {
          studentId,
          assessmentId,
          module: texts('module_code').sort(byCodeUnit)[0] ?? '',
          type: texts('kind').sort(byCodeUnit)[0] ?? '',
          due,
          extendedTo: texts('extended_to').map(must).sort(byTime(1440)).at(-1) ?? null,
          submitted: texts('submitted_at').map(must).sort(byTime(-1))[0] ?? null,
        },
      ];
    }),
  );
}

function byTime(untimed: number): (one: Moment, other: Moment) => number {
  return (one, other) => one.day - other.day || (one.minute ?? untimed) - (other.minute ?? untimed);
}
