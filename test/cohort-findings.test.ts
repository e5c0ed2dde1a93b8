// What is said of a plan's own students, whatever the exports hold of their engagement.
import { describe, expect, test } from 'vitest';
import { cohortFindings, notCoveredFindings } from '../src/cohort-findings.js';
import type { Contact } from '../src/engagement/contact.js';
import type { Student } from '../src/engagement/student.js';
import { cohortsOf } from '../src/evaluate/cohorts.js';
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

test('a plan without students', () => {
  expect(cohortFindings(plan(), [], []).map(({ code }) => code)).toEqual(['plan-without-students']);
  expect(cohortFindings(plan(), [student()], [])).toEqual([]);
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

describe('students whom no plan covers', () => {
  const taught = plan({ students: { schools: ['ENG'], rqf: [6] } });
  const strange = (studentId: string, over: Partial<Student>, record: number): Student => {
    return student({ studentId, ...over, source: { file: 'students.csv', record } });
  };

  test('are named up to five, with where the first of them stands', () => {
    const students = Array.from({ length: 7 }, (_, index) => strange(`000${index + 1}`, { school: 'ART' }, index + 3));
    const [only, ...others] = notCoveredFindings(cohortsOf([taught], students));
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      count: 7,
      place: { file: 'students.csv', record: 3 },
      message:
        '7 students in the exports (for instance 0001, 0002, 0003, 0004, 0005, and 2 more) are covered by no plan of this run (schools: ART).',
      hint: 'Run the plans of those schools too, or widen `students` in a plan.',
    });
  });

  test('are told apart from those whom the plans of their own school leave out', () => {
    const students = [
      strange('0001', { school: 'ENG', targetAwardRqf: 7 }, 1),
      strange('0002', { school: 'ENG' }, 2),
      strange('0003', { school: 'LAW' }, 3),
    ];
    const findings = notCoveredFindings(cohortsOf([taught], students));
    expect(findings.map(({ message, hint, place }) => [place?.record, message, hint])).toEqual([
      [
        1,
        '1 student in the exports (0001) is covered by no plan of this run, although their school has one (schools: ENG).',
        'Compare programme_code, target_award_rqf and mode of these students with `students` in the plans of their schools: correct students.csv, widen a plan, or run the plan that covers them too.',
      ],
      [
        3,
        '1 student in the exports (0003) is covered by no plan of this run (schools: LAW).',
        'Run the plans of those schools too, or widen `students` in a plan.',
      ],
    ]);
  });
});
