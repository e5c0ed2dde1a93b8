// The bank holidays of England and Wales, by rule. Written here because the library for them brings 45 MB with it.
import { addDays, dayOf, weekdayOf, type Day } from './day.js';

const MONDAY = 0;
const FRIDAY = 4;
const DAYS_A_WEEK = 7;

/** Proclaimed, so that no rule foresees them: in these years the days of the rule (`not`) gave way, or others came. */
const PROCLAMATIONS: readonly { readonly not?: Day; readonly but: Day }[] = [
  { not: dayOf(2020, 5, 4), but: dayOf(2020, 5, 8) },
  { not: dayOf(2022, 5, 30), but: dayOf(2022, 6, 2) },
  { but: dayOf(2022, 6, 3) },
  { but: dayOf(2022, 9, 19) },
  { but: dayOf(2023, 5, 8) },
];

/** Ascending, first to last of the years, both included. Right from 2013 on: earlier proclamations are left out. */
export function bankHolidaysOf(fromYear: number, toYear: number): readonly Day[] {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const proclaimed = PROCLAMATIONS.map(({ but }) => but);
  return [...years.flatMap(byRule), ...proclaimed]
    .filter((day) => dayOf(fromYear, 1, 1) <= day && day <= dayOf(toYear, 12, 31))
    .filter((day) => !PROCLAMATIONS.some(({ not }) => not === day))
    .sort((one, other) => one - other);
}

function byRule(year: number): readonly Day[] {
  const easter = easterSunday(year);
  return [
    weekdayFrom(dayOf(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(dayOf(year, 5, 1)),
    mondayFrom(dayOf(year, 5, 25)),
    mondayFrom(dayOf(year, 8, 25)),
    // Each of the two days that falls on a weekend is made good two days later, after the other.
    ...[dayOf(year, 12, 25), dayOf(year, 12, 26)].map((day) => (weekdayOf(day) > FRIDAY ? addDays(day, 2) : day)),
  ];
}

function mondayFrom(day: Day): Day {
  return addDays(day, (MONDAY - weekdayOf(day) + DAYS_A_WEEK) % DAYS_A_WEEK);
}

function weekdayFrom(day: Day): Day {
  return weekdayOf(day) > FRIDAY ? mondayFrom(day) : day;
}

/** The anonymous Gregorian algorithm (Nature, 1876), with its own letters: nobody has found words for them. */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
