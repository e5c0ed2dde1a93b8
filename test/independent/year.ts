// The year as one student lives it: vacations of their level, teaching weeks, days that are set apart.
import { daysOf, isWithin, mondayOf, weekday, type DayNumber, type Period } from './days.js';
import type { Indicator, Plan, Year } from './plan.js';
import type { StudentRecord } from './records.js';

/** Null: unknown, so that every vacation counts (9.5). */
export type Level = string | null;

export function levelOf(plan: Plan, { programme, rqf }: StudentRecord): Level {
  const assigned = plan.levels.get(programme);
  if (assigned !== undefined) return assigned;
  if (rqf === '7' || rqf === '8') return 'masters';
  if (rqf === '') return null;
  const named = plan.vacations.flatMap(({ levels }) => levels ?? []);
  return named.length === 0 || named.includes('undergraduate') ? 'undergraduate' : null;
}

export function isVacation(year: Year, level: Level, day: DayNumber): boolean {
  return year.vacations.some(
    (vacation) =>
      isWithin(day, vacation) && (level === null || vacation.levels === null || vacation.levels.includes(level)),
  );
}

export function isDisrupted(year: Year, day: DayNumber): boolean {
  return isIn(year.disruptions, day);
}

export function isExcepted(year: Year, { except }: Indicator, day: DayNumber): boolean {
  return except.some((kind) => isIn(year.excepted[kind], day));
}

function isIn(periods: readonly Period[], day: DayNumber): boolean {
  return periods.some((period) => isWithin(day, period));
}

/** The Mondays of the term weeks without vacation, reading or exams, all of whose weekdays are among the days. */
export function teachingWeeks(year: Year, level: Level, days: readonly DayNumber[]): DayNumber[] {
  const isTeaching = (day: DayNumber): boolean =>
    isIn(year.terms, day) &&
    !isVacation(year, level, day) &&
    !isIn(year.excepted.reading_weeks, day) &&
    !isIn(year.excepted.exam_weeks, day);
  return [...new Set(days.map(mondayOf))].filter((monday) =>
    daysOf({ from: monday, to: monday + 4 }).every((day) => days.includes(day) && isTeaching(day)),
  );
}

/** Monday to Friday, not a closure and not a bank holiday of England. */
export function isWorkingDay(year: Year, bankHolidays: ReadonlySet<DayNumber>, day: DayNumber): boolean {
  return weekday(day) < 5 && !isIn(year.excepted.closures, day) && !bankHolidays.has(day);
}
