// The language is decided as a whole: what is not yet applied is recognised, placed, and refused by name.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPlan } from '../../src/plan/read-plan.js';
import { planSchema } from '../../src/plan/schema.js';
import { planText } from './plans.js';

const text = readFileSync(new URL('whole-language.yaml', import.meta.url), 'utf8');

test('every key of the language stands in the file', () => {
  const keys = Object.keys(planSchema.shape).filter((key) => !new RegExp(`^${key}:`, 'm').test(text));
  expect(keys).toEqual([]);
});

test('all that is refused is refused as not yet supported, by name', () => {
  const result = readPlan(planText(text), null);
  const faults = 'faults' in result ? result.faults : [];
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['plan-not-yet-supported']));
  const lines = text.split('\n');
  expect(
    faults.map(
      ({ message, place }) => `${message.split(' is part')[0] ?? ''} | ${lines[(place?.line ?? 0) - 1]?.trim() ?? ''}`,
    ),
  ).toMatchSnapshot();
});
