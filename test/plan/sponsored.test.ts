// What a plan may say of sponsored students (9).
import { expect, test } from 'vitest';
import { SPONSOR_RULES } from '../support/build.js';
import { soundPlan, told } from './plans.js';

test.each([
  [null, SPONSOR_RULES],
  ['{ rqf_4_5: degree }', { ...SPONSOR_RULES, clauseOfOthers: '9.2' }],
  ['{ rqf_4_5: below-degree }', { ...SPONSOR_RULES, clauseOfOthers: '9.1' }],
  ['{ foundation_years: F100 }', { ...SPONSOR_RULES, foundationYears: ['F100'] }],
  ['{ classroom: [lab, seminar] }', { ...SPONSOR_RULES, classroom: ['lab', 'seminar'] }],
  ['{ remote_approved: [P1, P2] }', { ...SPONSOR_RULES, remoteApproved: ['P1', 'P2'] }],
  ['{ authorised_absence: stays }', { ...SPONSOR_RULES, authorisedAbsence: 'stays' }],
  ['{ report_within_working_days: 5 }', { ...SPONSOR_RULES, reportWithinWorkingDays: 5 }],
])('sponsored: %s', (sponsored, expected) => {
  expect(soundPlan({ sponsored }).sponsored).toEqual(expected);
});

test.each([
  ['{ rqf_4_5: below_degree }', ['yaml-wrong-value: below_degree']],
  ['{ rqf_3: degree }', ['yaml-unknown-key: rqf_3']],
  ['{ classroom: [] }', ['yaml-value-blank: classroom']],
  ['{ report_within_working_days: 0 }', ['yaml-wrong-value: 0']],
])('refused: %s', (sponsored, expected) => {
  expect(told({ sponsored })).toEqual(expected);
});

test('a type of classroom study for which no register is kept is told', () => {
  const changes = { sponsored: '{ classroom: [lab, lecture] }', registers: '[labs]' };
  expect(told(changes)).toEqual(['plan-type-without-register: lab', 'plan-type-without-register: lecture']);
  expect(told({ ...changes, registers: '[lab, lecture]' })).toEqual([]);
  expect(told({ sponsored: changes.sponsored })).toEqual([]);
});
