// Submissions, in which silence is normal, but not after something was due.
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../src/engagement/ledger.js';
import { circumstance, d, due, everyDay, KNOWN, ledger, plan, submissionRate, listed } from '../../support/build.js';
import { codesFound, found, students, subject } from './found.js';

const CODE = 'submissions-may-be-stale';

/** One assessment, and the last submission of anybody on 28 September. */
function after(dueOn: string): Ledger {
  return ledger([], [due({ due: dueOn })], KNOWN);
}

describe('the last of anybody on 28 September', () => {
  test.each([
    ['2026-09-28', []],
    ['2026-09-29', [`${CODE} ×1`]],
    ['2026-10-15', [`${CODE} ×1`]],
    ['2026-10-16', []],
  ])('one due on %s', (dueOn, expected) => {
    expect(codesFound(after(dueOn), {}, CODE)).toEqual(expected);
  });

  test('those that are listed are counted', () => {
    const coursework = plan({ indicators: [submissionRate('50%')] });
    const dues = ['0001', '0002'].map((studentId) => due({ studentId, due: '2026-10-10' }));
    const seen = ledger([], [...dues, due({ due: '2026-10-05', assessmentId: 'A2' })], KNOWN);
    expect(found(seen, { plan: coursework, subjects: students(3) })).toEqual([
      `${CODE} ×3: The last submission by anybody is of 2026-09-28, and 3 submissions of 2 students of this plan were due later in the window: the export may be older than that. 2 of them have low- or non-engagement.`,
    ]);
  });
});

test('handed in early, or due when the student had not started, is not missing', () => {
  const early = ledger([], [due({ due: '2026-10-10', submitted: '2026-09-28' })], KNOWN);
  expect(codesFound(early, {}, CODE)).toEqual([]);
  const late = ledger([], [due({ due: '2026-10-10', submitted: '2026-10-19' })], KNOWN);
  expect(codesFound(late, {}, CODE)).toEqual([`${CODE} ×1`]);
  expect(codesFound(after('2026-10-10'), { subjects: [subject({ startsOn: d('2026-10-11') })] }, CODE)).toEqual([]);
});

test('an extension moves the date on which it is missed', () => {
  const extended = circumstance({ kind: 'extension', from: '2026-10-01', to: '2026-10-16', assessmentId: 'A1' });
  const subjects = [subject({}, { circumstances: [extended] })];
  expect(codesFound(after('2026-10-10'), { subjects }, CODE)).toEqual([]);
});

test('not asked about where the plan does not list them, or nobody has submitted at all', () => {
  expect(codesFound(after('2026-10-10'), { plan: plan({ feeds: listed('vle') }) }, CODE)).toEqual([]);
  const vle = { vle: everyDay('2026-09-28', '2026-10-18') };
  const nobody = ledger([], [due({ due: '2026-10-10' })], { othersOn: vle });
  expect(codesFound(nobody, {}, CODE)).toEqual([]);
});

test('within the tolerance of a short window nothing is missed', () => {
  const short = plan({ checkpoints: [{ id: 'c', on: d('2026-09-30') }] });
  expect(codesFound(after('2026-09-30'), { plan: short, on: '2026-09-30' }, CODE)).toEqual([]);
});
