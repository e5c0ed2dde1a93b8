// Placement and study abroad (9.4): which section judges a student, and on which days of their window.
import type { DayNumber } from './days.js';
import { isInForce } from './enrolled.js';
import { sectionOf, type Section } from './groups.js';
import type { Plan } from './plan.js';
import type { Circumstance, StudentRecord } from './records.js';

const KINDS = ['placement', 'study-abroad'] as const;

export interface Judging {
  readonly section: Section;
  /** The days of the student's window that the section judges. */
  readonly judged: readonly DayNumber[];
  /** Some days of the window are away, without a section for them. */
  readonly isPartLeftOut: boolean;
}

/** Null: away that day, and the section that claims the student is not for that. */
export function sectionOn(
  plan: Plan,
  student: StudentRecord,
  circumstances: readonly Circumstance[],
  day: DayNumber,
): Section | null {
  const away = KINDS.filter((kind) => isInForce(circumstances, [kind], day));
  const section = sectionOf(plan, student, away);
  return away.length > 0 && !section.isForAway ? null : section;
}

/** Most days win, of equals those that end later; days of vacation alone win only over nothing. */
export function judgingOf(
  plan: Plan,
  student: StudentRecord,
  circumstances: readonly Circumstance[],
  own: readonly DayNumber[],
  isMonitored: (day: DayNumber) => boolean,
): Judging {
  const daysOf = (group: string): DayNumber[] =>
    own.filter((day) => sectionOn(plan, student, circumstances, day)?.group === group);
  const weightOf = (days: readonly DayNumber[]): number =>
    (days.some(isMonitored) ? 1e12 : 0) + days.length * 1e6 + (days.at(-1) ?? 0);
  const sections = own.flatMap((day) => sectionOn(plan, student, circumstances, day) ?? []);
  const groups = [...new Set(sections.map(({ group }) => group))];
  const [most] = groups.map(daysOf).sort((one, other) => weightOf(other) - weightOf(one));
  const section = sections.find(({ group }) => most !== undefined && daysOf(group)[0] === most[0]);
  return {
    section: section ?? sectionOf(plan, student, []),
    judged: most ?? [],
    isPartLeftOut: sections.length < own.length,
  };
}
