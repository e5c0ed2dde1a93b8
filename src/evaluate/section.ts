// A part of a plan that students are judged by: the first group that claims them, else the plan's own rule (6.2c, 6.2g).
import type { AwayKind } from '../engagement/circumstance.js';
import type { Student } from '../engagement/student.js';
import type { Group, GroupCondition, Indicator, Plan, Rule } from '../plan/plan.js';

export interface Section {
  /** Null: the plan's own rule. */
  readonly group: Group | null;
  readonly rule: Rule;
  /** Those that the rule names, in the plan's order. */
  readonly indicators: readonly Indicator[];
}

/**
 * The section for a student who is away in these ways; none: on campus.
 * @clause 6.2c, 6.2g, 9.4
 */
export function sectionOf(plan: Plan, student: Student, away: readonly AwayKind[] = []): Section {
  const group = plan.groups.find(({ when }) => claims(when, student, away)) ?? null;
  const rule = group?.rule ?? plan.rule;
  const named = new Set(namedIn(rule));
  return { group, rule, indicators: plan.indicators.filter(({ id }) => named.has(id)) };
}

/** Every part of the condition that is given must hold; a student whose record leaves the part blank fails it. */
export function claims(condition: GroupCondition, student: Student, away: readonly AwayKind[] = []): boolean {
  const { circumstances, categories, modes, programmes, rqf, years, isSponsored } = condition;
  const { category, mode, programmeCode, targetAwardRqf, yearOfStudy } = student;
  return (
    (circumstances?.some((kind) => away.includes(kind)) ?? true) &&
    (categories?.includes(category) ?? true) &&
    (modes === undefined || (mode !== null && modes.includes(mode))) &&
    (programmes?.includes(programmeCode) ?? true) &&
    (rqf === undefined || (targetAwardRqf !== null && rqf.includes(targetAwardRqf))) &&
    (years?.includes(yearOfStudy) ?? true) &&
    (isSponsored === undefined || isSponsored === student.isSponsored)
  );
}

/**
 * 6.2g: whether the student's section is one for transnational students.
 * @clause 6.2g
 */
export function isTransnational({ group }: Section): boolean {
  return group?.when.categories?.includes('tne') ?? false;
}

/** 9.4: whether the section is one for students who are away, in a way that brought them there. */
export function isForAway({ group }: Section): boolean {
  return group?.when.circumstances !== undefined;
}

/** The ids of the indicators that a rule asks for. */
export function namedIn(rule: Rule): readonly string[] {
  return rule.kind === 'indicator' ? [rule.indicatorId] : rule.of.flatMap(namedIn);
}
