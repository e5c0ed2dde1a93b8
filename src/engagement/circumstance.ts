// What the institution has recorded about a student's circumstances (6.1b). Only the effects that reading of the policy
// gives a kind ever change a result; all are shown.
import type { Day } from '../calendar/day.js';
import type { Source } from './student.js';

export const CIRCUMSTANCE_KINDS = [
  'authorised-absence',
  'interruption',
  'placement',
  'study-abroad',
  'sabbatical-officer',
  'remote-approved',
  'extension',
  'extenuating',
  'contact-hold',
] as const;

export type CircumstanceKind = (typeof CIRCUMSTANCE_KINDS)[number];

/** Under which a student is away from campus, and judged by a section of the plan for that (9.4). */
export const AWAY_KINDS = ['placement', 'study-abroad'] as const satisfies readonly CircumstanceKind[];

export type AwayKind = (typeof AWAY_KINDS)[number];

export interface Circumstance {
  readonly studentId: string;
  readonly kind: CircumstanceKind;
  readonly from: Day;
  /** Null: without an end so far. An extension always has one: the new due date. */
  readonly to: Day | null;
  /** Extensions and extenuating circumstances: the assessment it is about; `''` where it names none. */
  readonly assessmentId: string;
  readonly reference: string;
  readonly source: Source;
}

export function isInForce({ from, to }: Circumstance, day: Day): boolean {
  return from <= day && (to === null || day <= to);
}
