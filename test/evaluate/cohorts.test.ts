// Every student belongs to one plan, or is counted as not covered.
import { describe, expect, test } from 'vitest';
import type { Student } from '../../src/engagement/student.js';
import { cohortsOf, selects } from '../../src/evaluate/cohorts.js';
import type { StudentSelector } from '../../src/plan/plan.js';
import { plan, student } from '../support/build.js';

describe('a selector: every part that is given must hold', () => {
  test.each<[Partial<StudentSelector>, Partial<Student>, boolean]>([
    [{}, {}, true],
    [{}, { school: 'LAW' }, false],
    [{ schools: ['LAW', 'ENG'] }, {}, true],
    [{ programmes: ['P1'] }, {}, true],
    [{ programmes: ['P2'] }, {}, false],
    [{ rqf: [6, 7] }, {}, true],
    [{ rqf: [7] }, {}, false],
    [{ rqf: [6] }, { targetAwardRqf: null }, false],
    [{ modes: ['full-time'] }, {}, true],
    [{ modes: ['part-time'] }, {}, false],
    [{ modes: ['full-time'] }, { mode: null }, false],
  ])('%j takes %j: %s', (selector, over, isSelected) => {
    expect(selects({ schools: ['ENG'], ...selector }, student(over))).toBe(isSelected);
  });
});

test('one plan, two plans, none', () => {
  const eng = plan();
  const undergraduate = plan({ name: 'ENG-UG', students: { schools: ['ENG'], rqf: [6] } });
  const students = [
    student({ studentId: 'a', targetAwardRqf: 7 }),
    student({ studentId: 'b' }),
    student({ studentId: 'c', school: 'LAW' }),
  ];
  const cohorts = cohortsOf([eng, undergraduate], students);
  expect(cohorts.of.get(eng)?.map(({ studentId }) => studentId)).toEqual(['a']);
  expect(cohorts.of.get(undergraduate)).toEqual([]);
  expect(cohorts.claimedTwice).toEqual([{ student: students[1], plans: [eng, undergraduate] }]);
  expect(cohorts.notCovered).toEqual([students[2]]);
});
