// Students and their module enrolments, brought together.
import { expect, test } from 'vitest';
import { subjectsOf } from '../../src/evaluate/subjects.js';
import { enrolment, student } from '../support/build.js';

const [ada, ben] = [student({ studentId: 'a' }), student({ studentId: 'b' })];

test('each student has their own enrolments, in order, or none', () => {
  const [first, second] = [
    enrolment({ studentId: 'b', moduleCode: 'M1' }),
    enrolment({ studentId: 'b', moduleCode: 'M2' }),
  ];
  expect(subjectsOf([ada, ben], { enrolments: [first, second], circumstances: [] })).toEqual([
    { student: ada, enrolments: [], circumstances: [] },
    { student: ben, enrolments: [first, second], circumstances: [] },
  ]);
});

test('without the table nobody’s are known', () => {
  expect(subjectsOf([ada], { enrolments: null, circumstances: [] })).toEqual([
    { student: ada, enrolments: null, circumstances: [] },
  ]);
});
