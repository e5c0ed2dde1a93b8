// Days as whole numbers (days since 1970-01-01), made from ISO text with Date.UTC alone.

export type DayNumber = number;

export interface Period {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const MILLISECONDS_PER_DAY = 86_400_000;

export function dayNumber(iso: string): DayNumber {
  const [year = '', month = '', day = ''] = iso.split('-');
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MILLISECONDS_PER_DAY;
}

export function isoDay(day: DayNumber): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

export function daysOf({ from, to }: Period): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = from; day <= to; day += 1) days.push(day);
  return days;
}

export function isWithin(day: DayNumber, { from, to }: Period): boolean {
  return from <= day && day <= to;
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
export function weekday(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of the day's week. */
export function mondayOf(day: DayNumber): DayNumber {
  return day - weekday(day);
}
