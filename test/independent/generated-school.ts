// Draws small schools that share their exports: students and what they did, as rows of the canonical tables, in files that overlap.
import { isoDay, type DayNumber } from './days.js';
import type { Question } from './generated-plan.js';
import type { Random } from './random.js';

export type Row = Readonly<Record<string, string>>;

export interface Schools {
  readonly students: readonly Row[];
  /** Null: no such table. */
  readonly enrolments: readonly Row[] | null;
  /** A list for each file. */
  readonly submissions: readonly (readonly Row[])[];
  readonly vle: readonly (readonly Row[])[];
}

/** A student of another school, whose acts alone decide from when to when the feeds are known. */
const OTHER = 'other';

interface Member {
  readonly id: string;
  readonly question: Question;
}

/** The schools of some questions that ask about the same date. */
export function drawSchools(random: Random, questions: readonly [Question, ...Question[]]): Schools {
  const students: Row[] = [];
  const members: Member[] = [];
  for (const question of questions) {
    for (let number = random.integer(1, 6); number > 0; number -= 1) {
      const id = `00${members.length + 1}`;
      students.push(drawStudent(random, question, id));
      members.push({ id, question });
    }
  }
  const other = { student_id: OTHER, school: 'ZZZ', programme_type: 'taught', starts_on: '2020-01-01' };
  return {
    students: [...students, student(other)],
    enrolments: random.chance(0.25)
      ? null
      : [enrolment(OTHER), ...members.flatMap((member) => drawEnrolments(random, member))],
    submissions: drawSubmissions(random, questions[0], members),
    vle: drawVle(random, questions[0], members),
  };
}

// Records.

function student(row: { student_id: string } & Row) {
  return {
    programme_code: 'P1',
    programme_type: 'taught',
    registered_on: '',
    ends_on: '',
    status: 'enrolled',
    status_from: '',
    category: 'campus',
    ...row,
  };
}

function drawStudent(random: Random, { plan, at, edges }: Question, id: string): Row {
  const beforeTeaching = isoDay(at - 400);
  const startsOn = random.pick([
    plan.teachingStartsOn,
    plan.teachingStartsOn,
    beforeTeaching,
    isoDay(random.pick(edges)),
  ]);
  const end = isoDay(random.pick([at - 1, at, at + 1, random.pick(edges)]));
  const change = isoDay(random.pick([at - 1, at, at + 1, random.pick(edges)]));
  const [status, statusFrom] = random.chance(0.85)
    ? ['enrolled', '']
    : random.pick([
        ['enrolled', change],
        ['enrolled', change],
        ['withdrawn', change],
        ['withdrawn', ''],
        ['completed', change],
        ['completed', ''],
        ['interrupted', change],
        ['interrupted', ''],
      ]);
  return student({
    student_id: id,
    school: plan.school,
    programme_type: random.chance(0.03) ? 'research' : 'taught',
    starts_on: startsOn,
    registered_on: random.chance(0.8) ? '' : isoDay(random.pick(edges)),
    ends_on: random.chance(0.85) || end < startsOn ? '' : end,
    status,
    status_from: statusFrom,
    category: random.chance(0.9) ? 'campus' : random.pick(['associate', 'tne']),
  });
}

function enrolment(id: string, from = '', to = ''): Row {
  return { student_id: id, module_code: 'M1', from, to };
}

function drawEnrolments(random: Random, { id, question: { edges } }: Member): Row[] {
  if (random.chance(0.15)) return [];
  if (random.chance(0.7)) return [enrolment(id)];
  return Array.from({ length: random.integer(1, 2) }, () => {
    const from = random.pick(edges);
    const to = from + random.pick([0, 1, 7, 30]);
    return enrolment(id, random.chance(0.3) ? '' : isoDay(from), random.chance(0.3) ? '' : isoDay(to));
  });
}

// Events.

/** A day as an export may write it: without a time, with one, or in universal time, where a summer evening is the day before. */
function writtenDay(random: Random, day: DayNumber): string {
  const iso = isoDay(day);
  return random.pick([
    iso,
    iso,
    `${iso}T09:30`,
    `${iso}T23:59:59`,
    `${iso}T00:00:00`,
    `${iso}T12:00:00Z`,
    `${iso}T00:30:00+01:00`,
  ]);
}

function drawSubmissions(random: Random, question: Question, members: readonly Member[]): Row[][] {
  if (random.chance(0.05)) return [];
  const isNothingSubmitted = random.chance(0.12);
  const rows: Row[] = drawDue(random, { id: OTHER, question }, 1, isNothingSubmitted);
  for (const member of members) {
    for (let number = random.pick([0, 0, 1, 2, 4]); number > 0; number -= 1) {
      rows.push(...drawDue(random, member, number, isNothingSubmitted));
    }
  }
  return splitIntoFiles(random, rows);
}

/** One assessment; sometimes two rows of it, which may differ in when it was submitted. */
function drawDue(random: Random, { id, question }: Member, number: number, isNothingSubmitted: boolean): Row[] {
  const { at, edges } = question;
  const due = random.pick(edges);
  const extended = random.chance(0.2) ? due + random.pick([1, 3, 7, 14]) : null;
  const drawSubmitted = (): string => {
    const day = random.pick([due, due - 1, due + 1, at, at - 1, at + 1, random.pick(edges), null, null]);
    if (isNothingSubmitted) return random.chance(0.5) ? '' : isoDay(at + 1);
    return day === null ? '' : writtenDay(random, day);
  };
  const row = {
    student_id: id,
    module_code: 'M1',
    assessment_id: `A${number}`,
    kind: 'summative',
    due_at: writtenDay(random, due),
    extended_to: extended === null ? '' : isoDay(extended),
    submitted_at: drawSubmitted(),
  };
  return random.chance(0.15) ? [row, { ...row, submitted_at: drawSubmitted() }] : [row];
}

function drawVle(random: Random, { at, edges }: Question, members: readonly Member[]): Row[][] {
  if (random.chance(0.04)) return [];
  const start = random.pick([at - 420, at - 420, at - 420, at - random.integer(57, 62), random.pick(edges)]);
  const end = random.pick([at, at, at, at, at, at, at - 2, at - 3, at - 4, at - 5, at - 12, at - 61]);
  const days: { id: string; day: DayNumber }[] = [];
  if (start <= end) days.push({ id: OTHER, day: start }, { id: OTHER, day: end });
  for (const { id, question } of members) {
    for (const day of drawActiveDays(random, question)) {
      if ((start <= day && day <= end) || day > at) days.push({ id, day });
    }
  }
  if (random.chance(0.3) || days.length === 0) days.push({ id: random.pick([OTHER, '001']), day: at + 1 });
  const rows = days.flatMap(({ id, day }) => {
    const row = {
      student_id: id,
      occurred_at: writtenDay(random, day),
      module_code: 'M1',
      component: random.pick(['page', 'quiz']),
      action: 'viewed',
      count: random.pick(['1', '1', '2', '3', '']),
    };
    return Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => row);
  });
  return splitIntoFiles(random, rows);
}

function drawActiveDays(random: Random, { at, edges }: Question): DayNumber[] {
  const inWindow = (): DayNumber => at - random.integer(0, 10);
  switch (random.pick(['none', 'one', 'one', 'few', 'late', 'late', 'early', 'weekly'])) {
    case 'none':
      return [];
    case 'one':
      return [random.pick(edges)];
    case 'few':
      return Array.from({ length: random.integer(1, 6) }, () => random.pick(edges));
    case 'late':
      return Array.from({ length: random.integer(1, 8) }, inWindow);
    case 'early':
      return Array.from({ length: random.integer(4, 8) }, () => at - random.integer(59, 75));
    default:
      return Array.from({ length: 60 }, (_, week) => at - week * random.pick([5, 7, 7]));
  }
}

/** The rows in one file, or in several of which each holds a part; each row is in at least one as often as it is. */
function splitIntoFiles<Line extends Row>(random: Random, rows: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const files: Line[][] = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => []);
  for (const equal of groups.values()) {
    const home = random.integer(0, files.length - 1);
    files.forEach((file, index) => {
      file.push(...(index === home ? equal : equal.slice(0, random.pick([0, 0, 1, equal.length]))));
    });
  }
  return files.filter((file) => file.length > 0);
}
