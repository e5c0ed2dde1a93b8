// Draws what students did of themselves: VLE, lecture capture, meetings, co-curricular activities.
import type { DayNumber } from './days.js';
import { splitIntoFiles, writtenDay } from './generated-files.js';
import { drawActDays, MODULES, OTHER, type Member } from './generated-members.js';
import { isExported, type Reach } from './generated-spans.js';
import type { Random } from './random.js';
import type { Row } from './tables.js';

interface Done {
  readonly id: string;
  readonly day: DayNumber;
}

/** Named by no table of students: acts of theirs alone make no feed known. */
const STRANGER = 'x9';

/** The other school's student, or now and then a stranger, acts on the first and the last day that the export reaches. */
function drawDone(random: Random, members: readonly Member[], reach: Reach, at: DayNumber): Done[] {
  if (reach === null) return [];
  const outsider = random.chance(0.2) ? STRANGER : OTHER;
  const done: Done[] = reach.from <= reach.to ? [reach.from, reach.to].map((day) => ({ id: outsider, day })) : [];
  for (const member of members) {
    for (const day of drawActDays(random, member)) if (isExported(reach, at, day)) done.push({ id: member.id, day });
  }
  if (random.chance(0.3) || done.length === 0) done.push({ id: random.pick([OTHER, '001']), day: at + 1 });
  return done;
}

type DrawTable = (random: Random, members: readonly Member[], reach: Reach, at: DayNumber) => Row[][];

export const drawVle: DrawTable = (random, members, reach, at) =>
  splitIntoFiles(
    random,
    drawDone(random, members, reach, at).flatMap(({ id, day }) => {
      const row = {
        student_id: id,
        occurred_at: writtenDay(random, day),
        module_code: random.pick([...MODULES, 'M1', 'M1', '']),
        component: random.pick(['page', 'quiz']),
        action: 'viewed',
        count: random.pick(['1', '1', '2', '3', '', '', '0']),
      };
      return repeated(random, id === OTHER ? { ...row, count: '1' } : row);
    }),
  );

export const drawLectureCapture: DrawTable = (random, members, reach, at) =>
  splitIntoFiles(
    random,
    drawDone(random, members, reach, at).flatMap(({ id, day }) =>
      repeated(random, {
        student_id: id,
        occurred_at: writtenDay(random, day),
        module_code: random.pick([...MODULES, '']),
        minutes: random.pick(['10', '30', '30', '60', '120', '']),
      }),
    ),
  );

export const drawActivities: DrawTable = (random, members, reach, at) =>
  splitIntoFiles(
    random,
    drawDone(random, random.some(members, 0.5), reach, at).flatMap(({ id, day }) =>
      repeated(random, {
        student_id: id,
        occurred_at: writtenDay(random, day),
        kind: random.pick(['skills', 'host-report', '']),
        title: random.pick(['', 'workshop']),
      }),
    ),
  );

/** Some arranged and not held, some of which nobody noted whether the student came; a file may have no such column. */
export const drawMeetings: DrawTable = (random, members, reach, at) => {
  const rows = drawDone(random, random.some(members, 0.6), reach, at).flatMap(({ id, day }) => {
    const row = {
      student_id: id,
      held_at: writtenDay(random, day),
      kind: random.pick(['advisor', 'supervisor', 'student-support', 'sabbatical-support', 'sabbatical-support']),
    };
    const attended = (): string => (id === OTHER ? 'yes' : random.pick(['yes', 'yes', 'yes', 'no', 'no', '']));
    return Array.from({ length: random.pick([1, 1, 1, 1, 2]) }, () => ({ ...row, attended: attended() }));
  });
  return splitIntoFiles(random, rows).map((file) => (random.chance(0.9) ? file : file.map(withoutAttended)));
};

function withoutAttended(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'attended'));
}

function repeated(random: Random, row: Row): Row[] {
  return Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => row);
}
