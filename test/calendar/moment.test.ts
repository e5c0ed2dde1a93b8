import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { londonMoment, parseMoment, SUMMER_TIMES, type Moment } from '../../src/calendar/moment.js';

const MILLISECONDS_A_MINUTE = 60_000;
const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

function written(moment: Moment | undefined): string | undefined {
  if (moment === undefined) return undefined;
  const { day, minute } = moment;
  if (minute === null) return formatDay(day);
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((it) => String(it).padStart(2, '0'));
  return `${formatDay(day)} ${hours ?? ''}:${minutes ?? ''}`;
}

test('a date alone has no time', () => {
  expect(written(parseMoment('2026-10-18'))).toBe('2026-10-18');
});

describe('wall time is London time, whatever the season', () => {
  test.each([
    ['2026-01-15T09:30', '2026-01-15 09:30'],
    ['2026-07-15T09:30:59', '2026-07-15 09:30'],
    ['2026-07-15T00:00', '2026-07-15 00:00'],
    ['2026-07-15T23:59', '2026-07-15 23:59'],
    // The hour that never was, and the one that came twice.
    ['2026-03-29T01:30', '2026-03-29 01:30'],
    ['2026-10-25T01:30', '2026-10-25 01:30'],
  ])('%s', (text, expected) => {
    expect(written(parseMoment(text))).toBe(expected);
  });
});

describe('a time with an offset is brought to London', () => {
  test.each([
    ['2026-01-15T09:30Z', '2026-01-15 09:30'],
    ['2026-07-15T09:30Z', '2026-07-15 10:30'],
    ['2026-07-15T09:30:00+01:00', '2026-07-15 09:30'],
    ['2026-07-15T23:30Z', '2026-07-16 00:30'],
    ['2026-01-15T00:30+01:00', '2026-01-14 23:30'],
    ['2026-01-15T23:30-05:00', '2026-01-16 04:30'],
    ['2026-07-15T09:30+05:45', '2026-07-15 04:45'],
    ['2026-07-15T09:30+14:59', '2026-07-14 19:31'],
    ['2026-07-15T09:30-14:59', '2026-07-16 01:29'],
    ['2026-12-31T23:59-00:01', '2027-01-01 00:00'],
    ['2000-01-01T00:00+01:00', '1999-12-31 23:00'],
    // On each side of both changes of 2026.
    ['2026-03-29T00:59Z', '2026-03-29 00:59'],
    ['2026-03-29T01:00Z', '2026-03-29 02:00'],
    ['2026-10-25T00:59Z', '2026-10-25 01:59'],
    ['2026-10-25T01:00Z', '2026-10-25 01:00'],
  ])('%s', (text, expected) => {
    expect(written(parseMoment(text))).toBe(expected);
  });
});

test.each([
  '',
  '2026-10-18T',
  '2026-10-18T9:30',
  '2026-10-18 09:30',
  '2026-10-18T24:00',
  '2026-10-18T09:60',
  '2026-10-18T09:30:60',
  '2026-10-18T09:30:00.000',
  '2026-10-18T09:30+1:00',
  '2026-10-18T09:30+0100',
  '2026-10-18T09:30+15:00',
  '2026-10-18T09:30-15:00',
  '2026-10-18T09:30+20:00',
  '2026-10-18Z',
  '2026-02-29T09:30',
  '2026-02-29',
  '1999-12-31',
  '2100-01-01',
  '18/10/2026',
  '43764.4008',
  '2026-10-18T09:30\n',
])('%j is no time of an export', (text) => {
  expect(parseMoment(text)).toBeUndefined();
});

test.each(['2000-01-01', '2099-12-31T23:59'])('%s is', (text) => {
  expect(parseMoment(text)).toBeDefined();
});

describe('summer time', () => {
  const ofYears = SUMMER_TIMES.filter(({ fromUtcMinute }) => londonMoment(fromUtcMinute).day < 47_482);

  test('is known for every year from 2000 to 2099, and the one after, where offsets may lead', () => {
    expect(ofYears).toHaveLength(100);
    expect(SUMMER_TIMES).toHaveLength(101);
  });

  test('changes when the time zone database says, in every year', () => {
    const differing = SUMMER_TIMES.flatMap(({ fromUtcMinute, untilUtcMinute }) =>
      [fromUtcMinute, untilUtcMinute].flatMap((change) =>
        [-61, -60, -1, 0, 1, 59, 60]
          .map((minutes) => change + minutes)
          .filter((utcMinute) => {
            const instant = new Date(utcMinute * MILLISECONDS_A_MINUTE);
            const here = written(londonMoment(utcMinute)) ?? '';
            const [year, month, dayOfMonth, time] = [
              here.slice(0, 4),
              here.slice(5, 7),
              here.slice(8, 10),
              here.slice(11),
            ];
            const byDateFns = format(instant, 'yyyy-MM-dd HH:mm', { in: tz('Europe/London') });
            return byDateFns !== here || inLondon.format(instant) !== `${dayOfMonth}/${month}/${year}, ${time}`;
          }),
      ),
    );
    expect(differing).toEqual([]);
  });

  test('holds at noon of every day of a hundred years as the time zone database says', () => {
    const noon = 12 * 60;
    const differing: string[] = [];
    const first = parseMoment('2000-01-01')?.day ?? 0;
    const last = parseMoment('2099-12-31')?.day ?? 0;
    for (let day = first; day <= last; day += 1) {
      const utcMinute = day * 1440 + noon;
      const hour = inLondon.format(utcMinute * MILLISECONDS_A_MINUTE).slice(-5, -3);
      if (written(londonMoment(utcMinute))?.slice(11, 13) !== hour)
        differing.push(formatDay(londonMoment(utcMinute).day));
    }
    expect(differing).toEqual([]);
  });
});
