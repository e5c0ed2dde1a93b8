// Days as whole numbers (days since 1970-01-01), made from ISO text with Date.UTC alone.

export type DayNumber = number;

const MILLISECONDS_PER_DAY = 86_400_000;

export function dayNumber(iso: string): DayNumber {
  const [year = '', month = '', day = ''] = iso.split('-');
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MILLISECONDS_PER_DAY;
}

export function isoDay(day: DayNumber): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The Europe/London day of a date, a London wall time, or a time with an offset. */
export function londonDay(written: string): DayNumber {
  const hasOffset = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(written);
  return dayNumber(hasOffset ? LONDON.format(new Date(written)) : written.slice(0, 10));
}
