// What is said of a plan's own students, whatever the exports hold of their engagement.
import { describe, expect, test } from 'vitest';
import { cohortFindings } from '../src/cohort-findings.js';
import type { Contact } from '../src/engagement/contact.js';
import { d, plan, student } from './support/build.js';

function contact(checkpoint: string, studentId = '0001'): Contact {
  const blank = { stage: '', channel: '', outcome: '', respondedOn: null };
  const source = { file: 'contacts.csv', record: 1 };
  return { studentId, contactedOn: d('2026-10-20'), checkpoint, ...blank, source };
}

function codes(...contacts: readonly Contact[]): readonly string[] {
  return cohortFindings(plan(), [student()], contacts).map(({ code, count }) => `${code} ×${count}`);
}

test('nothing to say of ordinary students', () => {
  expect(codes()).toEqual([]);
});

test('a plan without students, and sponsored ones', () => {
  expect(cohortFindings(plan(), [], []).map(({ code }) => code)).toEqual(['plan-without-students']);
  const sponsored = [student({ isSponsored: true }), student({ studentId: '0002', isSponsored: true })];
  expect(cohortFindings(plan(), sponsored, [])).toMatchObject([{ code: 'sponsor-rules-not-applied', count: 2 }]);
});

describe('contacts that name a checkpoint', () => {
  test.each(['week_3', 'week_10', '', 'ad-hoc'])('"%s", which the plan knows', (checkpoint) => {
    expect(codes(contact(checkpoint))).toEqual([]);
  });

  test('that the plan does not have are counted, of its own students', () => {
    const strange = [contact('week_4'), contact('Week_3'), contact('week_3'), contact('week_4', '0002')];
    expect(codes(...strange)).toEqual(['contacts-of-unknown-checkpoint ×2']);
  });
});
