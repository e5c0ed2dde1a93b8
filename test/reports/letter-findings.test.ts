// A letter that cannot be sent is said before somebody merges the list.
import { expect, it } from 'vitest';
import type { Outcome } from '../../src/engagement/outcome.js';
import type { Student } from '../../src/engagement/student.js';
import { letterFindings } from '../../src/reports/letter-findings.js';
import type { AssessedStudent } from '../../src/reports/input.js';
import { circumstance } from '../support/build.js';
import { assessedOf, outcomeOf, planOf, studentOf } from './builder.js';

const LOW = outcomeOf({ classification: 'low-engagement' });
const NON = outcomeOf({ classification: 'non-engagement' });

function silent(studentId: string, outcome: Outcome = LOW, some: Partial<Student> = {}): AssessedStudent {
  return assessedOf(studentOf(studentId, { email: '', ...some }), [outcome]);
}

it('names the students on a letter list who have no address, and where the first of them stands', () => {
  const source = { file: 'students.csv', record: 7 };
  const assessed = [silent('0002', NON), silent('0001', LOW, { source }), assessedOf(studentOf('0003'), [LOW])];
  expect(letterFindings({ plan: planOf(), assessed })).toEqual([
    {
      code: 'letters-without-address',
      severity: 'warning',
      place: { file: 'students.csv', record: 7, column: 'email' },
      message: '2 students on a letter list (0001, 0002) have no e-mail address: a mail merge cannot reach them.',
      hint: 'Fill in the column email of students.csv and run again, or write to them by another way.',
      count: 2,
    },
  ]);
});

it('is silent where nobody without an address is written to', () => {
  const held = { ...silent('0001'), circumstances: [circumstance({ from: '2013-10-01', kind: 'contact-hold' })] };
  const assessed = [held, silent('0002', LOW, { category: 'associate' }), silent('0003', outcomeOf())];
  expect(letterFindings({ plan: planOf(), assessed })).toEqual([]);
});
