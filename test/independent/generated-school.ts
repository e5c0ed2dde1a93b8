// Draws small schools that share their exports: students and what they did, as rows of the canonical tables, in files that overlap.
import { withOwner, withPermission } from './generated-asides.js';
import { drawCircumstances, drawContacts } from './generated-circumstances.js';
import { inOneFile, type Tables } from './generated-files.js';
import {
  drawEnrolments,
  drawMember,
  drawStudent,
  enrolmentRow,
  OTHER,
  studentRow,
  type Member,
} from './generated-members.js';
import type { Question } from './generated-plan.js';
import { drawRegisters } from './generated-registers.js';
import { drawReach } from './generated-spans.js';
import { drawSubmissions } from './generated-submissions.js';
import { drawActivities, drawLectureCapture, drawMeetings, drawVle } from './generated-uses.js';
import type { Random } from './random.js';
import type { Row } from './tables.js';

/** The schools of some questions that ask about the same date. */
export function drawSchools(random: Random, questions: readonly [Question, ...Question[]]): Tables {
  const students: Row[] = [];
  const members: Member[] = [];
  for (const question of questions) {
    for (let number = random.pick([1, 1, 2, 3, 4, 5, 6, 12]); number > 0; number -= 1) {
      const id = `00${members.length + 1}`;
      students.push(...drawJoint(random, drawStudent(random, question, id), questions));
      members.push(drawMember(random, question, id));
    }
  }
  const other = studentRow({ student_id: OTHER, school: 'ZZZ', starts_on: '2020-01-01' });
  return {
    students: [[...students, other].map(withPermission)],
    ...drawRecords(random, questions, members),
    ...drawEvents(random, questions[0], members),
  };
}

/** Now and then of a joint programme, with another school of these or one without a plan. */
function drawJoint(random: Random, student: Row, questions: readonly Question[]): Row[] {
  if (random.chance(0.93)) return [student];
  const school = random.pick(['ZZZ', ...questions.map(({ plan }) => plan.plan)]);
  if (school === student['school']) return [student];
  const decidedBy = random.pick([school, student['school'] ?? '', '']);
  const isAgreed = random.chance(0.7);
  return random.shuffled([
    { ...student, joint_decided_by: decidedBy },
    { ...student, school, joint_decided_by: isAgreed ? decidedBy : random.pick(['', 'ZZ', school]) },
  ]);
}

function drawRecords(
  random: Random,
  questions: readonly [Question, ...Question[]],
  members: readonly Member[],
): Tables {
  const enrolments = [enrolmentRow(OTHER, 'M1'), ...members.flatMap((member) => drawEnrolments(random, member))];
  return {
    module_enrolments: random.chance(0.2) ? [] : [enrolments.map((row) => withOwner(row, questions))],
    circumstances: inOneFile(random.chance(0.2) ? [] : members.flatMap((member) => drawCircumstances(random, member))),
    contacts: inOneFile(members.flatMap((member) => drawContacts(random, member))),
  };
}

function drawEvents(random: Random, question: Question, members: readonly Member[]): Tables {
  const { at } = question;
  const isWhole = random.chance(0.5);
  const reach = () => drawReach(random, question, isWhole);
  return {
    ...drawRegisters(random, question, members, reach()),
    submissions: drawSubmissions(random, question, members),
    vle: drawVle(random, members, reach(), at),
    lecture_capture: drawLectureCapture(random, members, reach(), at),
    meetings: drawMeetings(random, members, reach(), at),
    activities: drawActivities(random, members, reach(), at),
  };
}
