// What a university's year says of a day. Closures, reading and exam weeks stay monitored (reading.md, monitored day).
import { isWeekday, weekOf, type Day } from './day.js';
import { contains, type Period } from './period.js';

/** A designated vacation (9.5), of some levels of study or (null) of all. */
export interface Vacation extends Period {
  readonly levels: readonly string[] | null;
}

/** The kinds of days that an indicator may leave out. */
export type CalendarKind = 'reading_weeks' | 'exam_weeks' | 'closures';

export interface Calendar {
  /** The first day of teaching: no window and no clock reaches back beyond it. */
  readonly teachingStartsOn: Day;
  /** Without any, every week from the start of teaching counts as one of a term. */
  readonly terms: readonly Period[];
  readonly vacations: readonly Vacation[];
  readonly kinds: Readonly<Record<CalendarKind, readonly Period[]>>;
  /** Days on which teaching was disrupted (8.5b). */
  readonly disruptions: readonly Period[];
}

/** Whether the day is vacation (9.5) for a level of study; null, a level that nobody knows, has every vacation. */
export function isVacation({ vacations }: Calendar, day: Day, level: string | null): boolean {
  return vacations.some((vacation) => {
    return contains(vacation, day) && (level === null || (vacation.levels?.includes(level) ?? true));
  });
}

export function isDisrupted({ disruptions }: Calendar, day: Day): boolean {
  return disruptions.some((period) => contains(period, day));
}

export function isOfKind({ kinds }: Calendar, day: Day, kind: CalendarKind): boolean {
  return kinds[kind].some((period) => contains(period, day));
}

const WEEKDAYS_OF_WEEK = 5;

/**
 * The teaching weeks among the days given, as `weekOf` numbers them: weeks of which every weekday is among the days, in
 * a term, and neither vacation nor in a reading or exam week. `days` ascend.
 */
export function teachingWeeksIn(calendar: Calendar, days: readonly Day[], level: string | null): ReadonlySet<number> {
  const weekdays = new Map<number, number>();
  for (const day of days) {
    if (isTeachingDay(calendar, day, level)) weekdays.set(weekOf(day), (weekdays.get(weekOf(day)) ?? 0) + 1);
  }
  return new Set([...weekdays].filter(([, count]) => count === WEEKDAYS_OF_WEEK).map(([week]) => week));
}

function isTeachingDay(calendar: Calendar, day: Day, level: string | null): boolean {
  const { teachingStartsOn, terms } = calendar;
  const isInTerm = terms.length === 0 ? day >= teachingStartsOn : terms.some((term) => contains(term, day));
  return (
    isWeekday(day) &&
    isInTerm &&
    !isVacation(calendar, day, level) &&
    !isOfKind(calendar, day, 'reading_weeks') &&
    !isOfKind(calendar, day, 'exam_weeks')
  );
}
