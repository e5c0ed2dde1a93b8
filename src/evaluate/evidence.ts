// What a student did and did not do, day by day (7.1), out of the ledger's columns.
import type { Day } from '../calendar/day.js';
import { at } from '../engagement/columns.js';
import type { ActKind, Due, Ledger, Standing } from '../engagement/ledger.js';

/** Acts of one day and kind. */
export interface DayActs extends ActKind {
  readonly day: Day;
  readonly acts: number;
  readonly minutes: number;
  readonly daytimeMinutes: number;
  /** Of `acts`, those whose minutes nobody knows. */
  readonly unmeasuredActs: number;
}

/** The standings that are acts of the student's own; an authorised absence is not. */
const EVIDENCE: readonly Standing[] = ['done', 'done-remotely'];

export function isEvidence({ standing }: ActKind): boolean {
  return EVIDENCE.includes(standing);
}

/** Everything the ledger has of a student, in order of day; a submission is an act on the day it is submitted. */
export function actsOf(ledger: Ledger, studentId: string): readonly DayActs[] {
  const sheet = ledger.sheetOf(studentId);
  const acts: DayActs[] = [];
  sheet.days.forEach((day, index) => {
    // Written out: a spread of the kind costs more than everything else here.
    const { feed, type, module, standing, isOnline } = at(ledger.kinds, at(sheet.kinds, index));
    acts.push({
      day: day as Day,
      feed,
      type,
      module,
      standing,
      isOnline,
      acts: at(sheet.acts, index),
      minutes: at(sheet.minutes, index),
      daytimeMinutes: at(sheet.daytimeMinutes, index),
      unmeasuredActs: at(sheet.unmeasuredActs, index),
    });
  });
  const submitted = ledger.duesOf(studentId).flatMap(submissionOf);
  if (submitted.length === 0) return acts;
  return [...acts, ...submitted].sort((one, other) => one.day - other.day);
}

function submissionOf({ submitted, type, module }: Due): readonly DayActs[] {
  if (submitted === null) return [];
  const kind = { feed: 'submissions', type, module, standing: 'done', isOnline: false } as const;
  return [{ ...kind, day: submitted.day, acts: 1, minutes: 0, daytimeMinutes: 0, unmeasuredActs: 0 }];
}
