// Days on which the university works: Monday to Friday, no bank holiday, no closure.
import { addDays, isWeekday, type Day } from './day.js';
import { contains, type Period } from './period.js';

/** The working day that is so many working days after a day, which itself does not count. */
export function workingDaysAfter(
  day: Day,
  count: number,
  closures: readonly Period[],
  bankHolidays: readonly Day[],
): Day {
  const isWorkingDay = (it: Day): boolean => {
    return isWeekday(it) && !bankHolidays.includes(it) && !closures.some((closure) => contains(closure, it));
  };
  let last = day;
  for (let left = count; left > 0;) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}
