// Who the student is, as far as a review needs it (13).
import { dayText } from '../day-text.js';
import type { Row } from '../row.js';
import type { Markup } from './markup.js';
import { facts, section } from './parts.js';

export function studentSection({ student }: Row): Markup {
  return section(
    'student',
    'Student',
    facts([
      ['Student id', student.studentId],
      ['Programme', [student.programmeTitle, ' (', student.programmeCode, ')']],
      ['School', student.school],
      ['Faculty', orNothing(student.faculty)],
      ['Year of study', orNothing(student.yearOfStudy)],
      ['Mode', student.mode ?? NOTHING],
      ['Started on', dayText(student.startsOn)],
      ['Advisor', orNothing(student.advisorName)],
    ]),
  );
}

const NOTHING = 'not recorded';

export function orNothing(text: string): string {
  return text === '' ? NOTHING : text;
}
