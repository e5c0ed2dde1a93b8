// What the gate is made of: every student of the plan with their outcome.
import { expect, test } from 'vitest';
import { gateOf } from '../../../src/evaluate/completeness/gate.js';
import { stagesOf } from '../../../src/evaluate/situation.js';
import { d, KNOWN, ledger, plan } from '../../support/build.js';
import { outcomeAt } from '../../support/judge.js';
import { students } from './found.js';

test('a student without an outcome is a fault of the program', () => {
  const [stage] = stagesOf(plan(), ledger([], [], KNOWN), d('2026-10-18'));
  if (stage === undefined) throw new Error('the test asks for a date before the start of teaching');
  const outcome = outcomeAt('2026-10-18');
  expect(gateOf(stage, students(1), [outcome]).judged).toMatchObject([{ outcome }]);
  expect(() => gateOf(stage, students(2), [outcome])).toThrow('no outcome of student 0002');
});
