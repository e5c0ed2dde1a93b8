// England's bank holidays of a year, by the rules that make them.
import { dayNumber, isoDay, mondayOf, weekday, type DayNumber } from './days.js';

/** Proclaimed, beside the rules or instead of them, since 2020. */
const PROCLAIMED = ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'];
const MOVED_AWAY = ['2020-05-04', '2022-05-30'];

export function bankHolidaysOf(year: number): Set<DayNumber> {
  const easter = easterSunday(year);
  const days = [
    inLieu([dayNumber(`${year}-01-01`)]),
    [easter - 2, easter + 1],
    [firstMonday(`${year}-05-01`), lastMonday(`${year}-05-31`), lastMonday(`${year}-08-31`)],
    inLieu([dayNumber(`${year}-12-25`), dayNumber(`${year}-12-26`)]),
    PROCLAIMED.filter((day) => day.startsWith(year.toString())).map(dayNumber),
  ].flat();
  return new Set(days.filter((day) => !MOVED_AWAY.includes(isoDay(day))));
}

/** A holiday on a weekend is given back on the next weekday that is not a holiday itself. */
function inLieu(holidays: readonly DayNumber[]): DayNumber[] {
  const given: DayNumber[] = holidays.filter((day) => weekday(day) < 5);
  for (const holiday of holidays.filter((day) => weekday(day) >= 5)) {
    let day = holiday;
    while (weekday(day) >= 5 || given.includes(day)) day += 1;
    given.push(day);
  }
  return given;
}

function firstMonday(first: string): DayNumber {
  return mondayOf(dayNumber(first) + 6);
}

function lastMonday(last: string): DayNumber {
  return mondayOf(dayNumber(last));
}

/** The anonymous Gregorian computus. */
function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const sum = epact + sunday - 7 * late + 114;
  return dayNumber(`${year}-${pad(Math.floor(sum / 31))}-${pad((sum % 31) + 1)}`);
}

function pad(part: number): string {
  return part.toString().padStart(2, '0');
}
