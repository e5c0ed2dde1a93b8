// Measures each indicator in its worst and best case, and combines them in three-valued logic.
import { countSince } from './clock.js';
import type { DayNumber } from './days.js';
import type { Due } from './exports.js';
import type { Fraction, Indicator, Rule } from './simple-plan.js';
import { duesOf, isMonitored, isOnAnyModule, isVacation, vleDays, type Situation } from './situation.js';

export type Result = 'met' | 'not-met' | 'unknown' | 'not-applicable';

export interface IndicatorVerdict {
  readonly id: string;
  readonly result: Result;
  /** The worst case; null where the indicator is not applicable. */
  readonly measure: Fraction | null;
  readonly bestCase: Fraction | 'unlimited' | null;
  /** For recency: the maximum. */
  readonly minimum: Fraction | null;
}

type Judged = Omit<IndicatorVerdict, 'id'>;
type OfKind<Measure> = Extract<Indicator, { measure: Measure }>;

const NOT_APPLICABLE: Judged = { result: 'not-applicable', measure: null, bestCase: null, minimum: null };

export function judge(situation: Situation, indicator: Indicator): IndicatorVerdict {
  return { id: indicator.id, ...judgedBy(situation, indicator) };
}

function judgedBy(situation: Situation, indicator: Indicator): Judged {
  if (indicator.feed === 'submissions') return judgeSubmissions(situation, indicator);
  if (!situation.own.some((day) => isOnAnyModule(situation, day))) return NOT_APPLICABLE;
  if (indicator.measure === 'recency') return judgeRecency(situation, indicator);
  return judgeUse(situation, indicator);
}

function judgeUse(situation: Situation, indicator: OfKind<'active_days' | 'active_weeks' | 'count'>): Judged {
  const { exports, student, own, isKnown } = situation;
  const counts = exports.vle.get(student.id);
  const active = own.filter((day) => (counts?.get(day) ?? 0) > 0);
  const unknown = own.filter((day) => !active.includes(day) && !isKnown.vle(day));
  const minimum = whole(indicator.isProrated ? prorated(situation, indicator.minimum) : indicator.minimum);
  switch (indicator.measure) {
    case 'active_days':
      return atLeast(whole(active.length), whole(active.length + unknown.length), minimum);
    case 'active_weeks':
      return atLeast(whole(weeks(active)), whole(weeks([...active, ...unknown])), minimum);
    case 'count': {
      const sum = whole(active.reduce((total, day) => total + (counts?.get(day) ?? 0), 0));
      return atLeast(sum, unknown.length > 0 ? 'unlimited' : sum, minimum);
    }
  }
}

/** To the student's share of the window's monitored days, rounded down, at least 1. */
function prorated(situation: Situation, minimum: number): number {
  const { plan, window, own } = situation;
  let ofWindow = 0;
  for (let day = window.from; day <= window.to; day += 1) if (!isVacation(plan, day)) ofWindow += 1;
  const ofStudent = own.filter((day) => isMonitored(situation, day)).length;
  return Math.max(1, Math.floor((minimum * ofStudent) / ofWindow));
}

/** How many weeks, Monday to Sunday, the days fall into; 1970-01-01 was a Thursday. */
function weeks(days: readonly DayNumber[]): number {
  return new Set(days.map((day) => Math.floor((day + 3) / 7))).size;
}

function judgeRecency(situation: Situation, { maximum }: OfKind<'recency'>): Judged {
  const { longest, shortest } = countSince(situation, vleDays(situation), situation.isKnown.vle);
  let result: Result = 'unknown';
  if (longest.length <= maximum) result = 'met';
  if (shortest.length > maximum) result = 'not-met';
  return { result, measure: whole(longest.length), bestCase: whole(shortest.length), minimum: whole(maximum) };
}

function judgeSubmissions(situation: Situation, { minimum }: OfKind<'rate'>): Judged {
  const { exports, student, window, own, isKnown } = situation;
  // A missing table says nothing about what was due, so it is not known to be nothing.
  if (exports.dues === null) return atLeast(whole(0), whole(1), minimum);
  const days = new Set(own);
  const due = duesOf(exports, student).filter(({ dueOn }) => days.has(dueOn));
  if (due.length === 0) return NOT_APPLICABLE;
  const isSubmitted = ({ submittedOn }: Due): boolean => submittedOn !== null && submittedOn <= window.to;
  const worst = due.filter(isSubmitted).length;
  const best = due.filter((one) => isSubmitted(one) || !isKnown.submissions(one.dueOn)).length;
  const shareOf = (top: number): Fraction => ({ top, bottom: due.length });
  return atLeast(shareOf(worst), shareOf(best), minimum);
}

function whole(top: number): Fraction {
  return { top, bottom: 1 };
}

function atLeast(measure: Fraction, bestCase: Fraction | 'unlimited', minimum: Fraction): Judged {
  let result: Result = 'not-met';
  if (bestCase === 'unlimited' || reaches(bestCase, minimum)) result = 'unknown';
  if (reaches(measure, minimum)) result = 'met';
  return { result, measure, bestCase, minimum };
}

function reaches(one: Fraction, other: Fraction): boolean {
  return one.top * other.bottom >= other.top * one.bottom;
}

/** Kleene's logic, in which `all` needs as many as remain and `any` one; what is not applicable drops out. */
export function combine(rule: Rule, indicators: readonly IndicatorVerdict[]): Result {
  if (typeof rule === 'string') return indicators.find(({ id }) => id === rule)?.result ?? 'not-applicable';
  const left = rule.of.map((part) => combine(part, indicators)).filter((result) => result !== 'not-applicable');
  if (left.length === 0) return 'not-applicable';
  const count = (wanted: Result): number => left.filter((result) => result === wanted).length;
  const need = Math.min(rule.need === 'all' ? Infinity : rule.need === 'any' ? 1 : rule.need, left.length);
  if (count('met') >= need) return 'met';
  return count('met') + count('unknown') >= need ? 'unknown' : 'not-met';
}
