// The students of generated schools, and on which days they do something.
import { isoDay, type DayNumber } from './days.js';
import type { Question } from './generated-plan.js';
import type { Random } from './random.js';
import type { Row } from './tables.js';

/** A student of another school, whose acts alone decide from when to when the feeds are known. */
export const OTHER = 'other';
export const MODULES = ['M1', 'M2', 'M3'] as const;

export interface Member {
  readonly id: string;
  readonly question: Question;
  /** Nothing is done after it. */
  readonly quietAfter: DayNumber;
  readonly modules: readonly string[];
}

export function drawMember(random: Random, question: Question, id: string): Member {
  const { at, edges, teachingStartsOn } = question;
  const quietAfter = random.pick([
    at,
    at,
    at,
    at - random.integer(57, 63),
    random.pick(edges),
    teachingStartsOn - 1,
    -Infinity,
  ]);
  return { id, question, quietAfter, modules: random.chance(0.1) ? [] : random.some(MODULES, 0.6) };
}

/** None, one, few, late, early or regular; some of them after the checkpoint. */
export function drawActDays(random: Random, { question: { at, edges }, quietAfter }: Member): DayNumber[] {
  const days = ((): DayNumber[] => {
    switch (random.pick(['none', 'one', 'one', 'few', 'late', 'late', 'early', 'weekly'])) {
      case 'none':
        return [];
      case 'one':
        return [random.pick(edges)];
      case 'few':
        return Array.from({ length: random.integer(1, 6) }, () => random.pick(edges));
      case 'late':
        return Array.from({ length: random.integer(1, 8) }, () => at - random.integer(0, 10));
      case 'early':
        return Array.from({ length: random.integer(4, 8) }, () => at - random.integer(59, 75));
      case 'weekly':
        return Array.from({ length: 20 }, (_, week) => at - week * random.pick([5, 7, 7]));
    }
  })();
  return days.filter((day) => day <= quietAfter || day > at);
}

// Records.

export function drawStudent(random: Random, { plan, at, edges, teachingStartsOn }: Question, id: string): Row {
  const startsOn = isoDay(random.pick([teachingStartsOn, teachingStartsOn, at - 400, random.pick(edges)]));
  const end = isoDay(random.pick([at - 1, at, at + 1, random.pick(edges)]));
  const change = isoDay(random.pick([at - 1, at, at + 1, random.pick(edges)]));
  const [status, statusFrom] = random.chance(0.87)
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
  return studentRow({
    student_id: id,
    school: plan.plan,
    programme_code: random.pick(['P1', 'P1', 'P2', 'P3']),
    programme_type: random.chance(0.02) ? 'research' : 'taught',
    target_award_rqf: random.pick(['', '3', '3', '4', '5', '6', '6', '7', '8']),
    year_of_study: random.pick(['', '1', '2']),
    mode: random.pick(['', 'full-time', 'full-time', 'part-time']),
    starts_on: startsOn,
    registered_on: random.chance(0.8) ? '' : isoDay(random.pick(edges)),
    ends_on: random.chance(0.88) || end < startsOn ? '' : end,
    status,
    status_from: statusFrom,
    category: random.chance(0.85) ? random.pick(['campus', 'campus', '']) : random.pick(['associate', 'tne']),
    sponsored: random.pick(['', 'no', 'yes', 'yes']),
    ...drawVisa(random, at, edges),
    joint_school: random.chance(0.95) ? '' : random.pick([plan.plan, 'S9']),
    school_from: random.chance(0.9) ? '' : isoDay(random.pick(edges)),
  });
}

/** A date that is blank is no limit. */
function drawVisa(random: Random, at: DayNumber, edges: Question['edges']): Row {
  const from = random.chance(0.8) ? null : random.pick(edges);
  const to = random.chance(0.8) ? null : at + random.pick([-40, -1, 0, 1, 30, 400]);
  const isOrdered = from === null || to === null || from <= to;
  return {
    visa_from: from === null ? '' : isoDay(from),
    visa_to: to === null || !isOrdered ? '' : isoDay(to),
  };
}

export function studentRow(row: Row): Row {
  return {
    programme_code: 'P1',
    programme_type: 'taught',
    target_award_rqf: '',
    year_of_study: '',
    mode: '',
    registered_on: '',
    ends_on: '',
    status: 'enrolled',
    status_from: '',
    category: 'campus',
    sponsored: '',
    visa_from: '',
    visa_to: '',
    joint_school: '',
    joint_decided_by: '',
    school_from: '',
    ...row,
  };
}

export function drawEnrolments(random: Random, { id, modules, question: { edges } }: Member): Row[] {
  return modules.flatMap((module) => {
    if (random.chance(0.75)) return [enrolmentRow(id, module)];
    return Array.from({ length: random.integer(1, 2) }, () => {
      const from = random.pick(edges);
      const to = from + random.pick([0, 1, 7, 30]);
      return enrolmentRow(id, module, random.chance(0.3) ? '' : isoDay(from), random.chance(0.3) ? '' : isoDay(to));
    });
  });
}

export function enrolmentRow(id: string, module: string, from = '', to = ''): Row {
  return { student_id: id, module_code: module, from, to };
}
