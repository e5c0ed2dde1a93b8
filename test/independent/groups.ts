// Which rule a student is judged by: the first group that claims them, else the plan's own.
import type { Plan, Rule } from './plan.js';
import { listOf } from './read-plan.js';
import type { OneOrMore, WrittenWhen } from './plan-language.js';
import type { StudentRecord } from './records.js';

export interface Section {
  /** Blank: no group claims the student. */
  readonly group: string;
  readonly rule: Rule;
  readonly isTransnational: boolean;
  /** It is for students on placement or abroad. */
  readonly isForAway: boolean;
}

/** For a student under these circumstances of placement or study abroad. */
export function sectionOf(plan: Plan, student: StudentRecord, away: readonly string[]): Section {
  const group = plan.groups.find(({ when }) => isClaimed(when, student, away));
  if (group === undefined) return { group: '', rule: plan.rule, isTransnational: false, isForAway: false };
  return {
    group: group.id,
    rule: group.rule,
    isTransnational: isOneOf(group.when.category ?? '', 'tne'),
    isForAway: group.when.circumstance !== undefined,
  };
}

export function isOfPlan({ students }: Plan, { school, programme, rqf, mode }: StudentRecord): boolean {
  return (
    students.schools.includes(school) &&
    (students.programmes?.includes(programme) ?? true) &&
    (students.rqf?.includes(rqf) ?? true) &&
    (students.modes?.includes(mode) ?? true)
  );
}

/** Every part of `when` must hold. */
function isClaimed(when: WrittenWhen, student: StudentRecord, away: readonly string[]): boolean {
  const { circumstance, category, mode, programmes, rqf, year, sponsored } = when;
  return (
    (circumstance === undefined || away.some((kind) => isOneOf(circumstance, kind))) &&
    (category === undefined || isOneOf(category, student.category)) &&
    (mode === undefined || isOneOf(mode, student.mode)) &&
    (programmes === undefined || isOneOf(programmes, student.programme)) &&
    (rqf === undefined || isOneOf(rqf, student.rqf)) &&
    (year === undefined || isOneOf(year, student.year)) &&
    (sponsored === undefined || sponsored === student.isSponsored)
  );
}

/** A blank cell is none of them. */
function isOneOf(wanted: OneOrMore<string | number>, found: string): boolean {
  return found !== '' && listOf(wanted).map(String).includes(found);
}

/** The indicators that a rule names, anywhere. */
export function namedIn(rule: Rule): string[] {
  return typeof rule === 'string' ? [rule] : rule.of.flatMap(namedIn);
}
