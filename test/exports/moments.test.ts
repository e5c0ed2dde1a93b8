// The SQL of times, counts and ids against the TypeScript of the same.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Day } from '../../src/calendar/day.js';
import { MOMENT_PATTERN, parseMoment } from '../../src/calendar/moment.js';
import { isId, parseCount, parseMinutes, tidyCell } from '../../src/exports/cell.js';
import {
  countSql,
  dueNumberSql,
  dayOfNumberSql,
  isIdSql,
  isSpanFaultySql,
  LONDON_TEXT_STAGES,
  minutesBetweenSql,
  minutesSql,
  momentNumberSql,
  tidyCellSql,
  withMomentsSql,
} from '../../src/exports/duckdb/cell-sql.js';
import {
  dayOfNumber,
  dueMoment,
  dueNumber,
  minutesBetween,
  momentNumber,
  momentOf,
  NO_MOMENT,
  spanFault,
} from '../../src/exports/events/moment-number.js';
import { londonText } from '../../src/exports/mapped/join-read.js';
import { property } from '../support/property.js';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
});

afterAll(() => {
  connection.closeSync();
});

/** What SQL makes of each text. */
async function inSql(texts: readonly string[], expression: string, relation?: (inner: string) => string) {
  const values = texts.map((_, index) => `(${index}, $t${index}::VARCHAR)`).join(', ');
  const inner = `SELECT * FROM (VALUES ${values}) AS texts (place, t)`;
  const bound = Object.fromEntries(texts.map((text, index) => [`t${index}`, text]));
  const result = await connection.run(
    `SELECT ${expression} FROM (${relation === undefined ? inner : relation(inner)}) ORDER BY place`,
    bound,
  );
  return (await result.getRows()).map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)));
}

async function demandSameMoments(texts: readonly string[]): Promise<void> {
  const found = await inSql(
    texts,
    `t_day::INTEGER, t_minute::INTEGER, ${dueNumberSql('t')}, ${momentNumberSql('t')}`,
    (inner) => withMomentsSql(inner, ['t']),
  );
  const expected = texts.map((text) => {
    const moment = parseMoment(text);
    return moment === undefined
      ? [null, null, null, null]
      : [moment.day, moment.minute, dueNumber(moment), momentNumber(moment)];
  });
  expect(Object.fromEntries(texts.map((text, index) => [text, found[index]]))).toEqual(
    Object.fromEntries(texts.map((text, index) => [text, expected[index]])),
  );
  const written = await inSql(texts, 't', (inner) =>
    LONDON_TEXT_STAGES.reduce((before, stage) => `SELECT place, ${stage('t')} AS t FROM (${before})`, inner),
  );
  expect(written.flat()).toEqual(texts.map(londonText));
}

test('times round every change of clocks, the ends of years and of the range', async () => {
  const days = Array.from({ length: 100 }, (_, index) => 2000 + index).flatMap((year) =>
    [24, 25, 26, 27, 28, 29, 30, 31].flatMap((day) => [`${year}-03-${day}`, `${year}-10-${day}`]),
  );
  const times = ['T00:59Z', 'T01:00Z', 'T00:59:59+00:00', 'T02:00+01:00', 'T23:30-00:30', 'T23:59Z'];
  const texts = days.flatMap((day) => times.map((time) => `${day}${time}`));
  for (let from = 0; from < texts.length; from += 1000) await demandSameMoments(texts.slice(from, from + 1000));
  await demandSameMoments([
    '2000-01-01T00:00+14:59',
    '2099-12-31T23:59-14:59',
    '1999-12-31T23:59Z',
    '2100-01-01',
    '2025-01-01T00:00+01:00',
    '2025-02-29',
    '2024-02-29T12:00',
  ]);
});

property(
  'times of every shape',
  fc.array(fc.stringMatching(new RegExp(MOMENT_PATTERN)), { minLength: 1, maxLength: 30 }),
  demandSameMoments,
);

const nearly = fc
  .tuple(
    fc.constantFrom('2025-10-01', '2025-10-01T09:30', '2025-10-01T09:30:00Z', '2025-10-01T09:30+01:00'),
    fc.nat(25),
    fc.string({ maxLength: 2 }),
  )
  .map(([text, at, noise]) => (text.slice(0, at) + noise + text.slice(at + 1)).replaceAll('\u0000', ''));
property('texts that are nearly times', fc.array(nearly, { minLength: 1, maxLength: 30 }), demandSameMoments);

const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 10 }),
    fc.string({
      unit: fc.constantFrom(' ', '\u00a0', '\ufeff', '\t', '\n', '\u0085', '\u007f', 'x', '9', 'E', '+', '.', '-'),
      maxLength: 10,
    }),
    fc.stringMatching(/^[0-9]{1,11}$/),
  )
  .map((text) => text.replaceAll('\u0000', ''));
property('cells, ids, counts and minutes', fc.array(cell, { minLength: 1, maxLength: 30 }), async (texts) => {
  const found = await inSql(
    texts,
    `concat('|', ${tidyCellSql('t')}), ${isIdSql('t')}, ${countSql('t')}, ${minutesSql('t')}`,
  );
  const minutesOf = (text: string): number | null => (text === '' ? -1 : (parseMinutes(text) ?? null));
  expect(found).toEqual(
    texts.map((text) => [`|${tidyCell(text)}`, isId(text), parseCount(text) ?? null, minutesOf(text)]),
  );
});

test('minutes up to a day, and no further', async () => {
  const texts = ['0', '007', '1439', '1440', '1441', '9999', '00060', ''];
  expect((await inSql(texts, minutesSql('t'))).flat()).toEqual([0, 7, 1439, 1440, null, null, null, -1]);
  expect(texts.map(parseMinutes)).toEqual([0, 7, 1439, 1440, undefined, undefined, undefined, null]);
});

/** Moments of neighbouring days, with and without a time. */
const number = fc.tuple(fc.integer({ min: 20_000, max: 20_003 }), fc.constantFrom(null, 0, 1, 540, 600, 1438, 1439));
const numbered = number.map(([day, minute]) => momentNumber({ day: day as Day, minute }));
property(
  'spans: what is faulty, and how long the others are',
  fc.array(fc.tuple(numbered, fc.oneof(fc.constant(NO_MOMENT), numbered)), { minLength: 1, maxLength: 30 }),
  async (spans) => {
    const relation = (inner: string): string =>
      `SELECT place, split_part(t, ' ', 1)::INTEGER AS starts, split_part(t, ' ', 2)::INTEGER AS ends FROM (${inner})`;
    const found = await inSql(
      spans.map((span) => span.join(' ')),
      `${isSpanFaultySql('starts', 'ends')}, ${minutesBetweenSql('starts', 'ends')}::INTEGER, ${dayOfNumberSql('starts')}`,
      relation,
    );
    expect(found).toEqual(
      spans.map(([starts, ends]) => [
        spanFault(starts, ends) !== null,
        minutesBetween(starts, ends) ?? -1,
        dayOfNumber(starts),
      ]),
    );
  },
);

test('a moment survives being a number', () => {
  for (const text of ['2025-10-01', '2025-10-01T00:00', '2025-10-01T23:59', '2000-01-01', '2099-12-31T23:59']) {
    const moment = parseMoment(text);
    if (moment === undefined) throw new Error(text);
    expect(dueMoment(dueNumber(moment))).toEqual(moment);
    expect(momentOf(momentNumber(moment))).toEqual(moment);
  }
});
