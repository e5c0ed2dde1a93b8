// The language is decided as a whole: what is applied resolves, what is not yet is recognised, placed and refused by name.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatDay, type Day } from '../../src/calendar/day.js';
import { readPlan } from '../../src/plan/read-plan.js';
import { indicator } from '../../src/plan/schema-indicator.js';
import { sponsored } from '../../src/plan/schema-sponsored.js';
import { planSchema } from '../../src/plan/schema.js';
import { universitySchema } from '../../src/plan/schema-university.js';
import { planText } from './plans.js';

function textOf(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

const whole = textOf('whole-language.yaml');
const later = textOf('later-language.yaml');
const university = textOf('whole-university.yaml');

test.each([
  ['the plan language', Object.keys(planSchema.shape), whole + later, '^'],
  ['the university file', Object.keys(universitySchema.shape), university, '^'],
  ['sponsored students', Object.keys(sponsored.shape), whole, '  '],
  ['an indicator', Object.keys(indicator.shape), whole, '[ {]'],
])('every key of %s stands in the files', (_, keys, text, before) => {
  expect(keys.filter((key) => !new RegExp(`${before}${key}:`, 'm').test(text))).toEqual([]);
});

const DAY_KEYS = ['from', 'to', 'on', 'teachingStartsOn', 'confirmedOn'];

/** As people read it: days as dates, maps as lists. */
function readable(key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  if (key === 'bankHolidays') return (value as readonly Day[]).map(formatDay);
  return DAY_KEYS.includes(key) && typeof value === 'number' ? formatDay(value as Day) : value;
}

/** One line a value, and one each for the entries of a list. */
function lines(plan: object): string {
  const json = (value: unknown): string => JSON.stringify(value, readable);
  return Object.entries(plan)
    .map(([key, value]) => {
      if (!Array.isArray(value)) return `${key}: ${json(readable(key, value))}\n`;
      return [`${key}:`, ...(readable(key, value) as unknown[]).map((it) => `  ${json(it)}`), ''].join('\n');
    })
    .join('');
}

test('the whole language resolves, and nothing is said against it', async () => {
  const result = readPlan(planText(whole), planText(university, 'plans/university-2026-27.yaml'));
  expect('faults' in result ? result.faults : result.findings).toEqual([]);
  const plan = 'plan' in result ? { ...result.plan, bankHolidays: result.plan.bankHolidays.slice(0, 8) } : {};
  await expect(lines(plan)).toMatchFileSnapshot('whole-language.resolved.txt');
});

test('all that is refused is refused as not yet supported, by name', () => {
  const result = readPlan(planText(later), null);
  const faults = 'faults' in result ? result.faults : [];
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['plan-not-yet-supported']));
  const rows = later.split('\n');
  expect(
    faults.map(
      ({ message, place }) => `${message.split(' is part')[0] ?? ''} | ${rows[(place?.line ?? 0) - 1]?.trim() ?? ''}`,
    ),
  ).toEqual(['"examples" | examples:']);
});
