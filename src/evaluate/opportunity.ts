// What the student could have done (reading.md, opportunity). Without any, an indicator does not apply.
import type { Day } from '../calendar/day.js';
import type { Feed } from '../engagement/feed.js';
import type { OpenEvent } from '../engagement/ledger.js';
import type { ModuleEnrolment } from '../engagement/student.js';
import type { Assessment } from './assessments.js';
import { attendanceOf } from './attendance.js';
import { isUnseen, unknownDaysOf } from './coverage.js';
import type { DayActs } from './evidence.js';
import type { Situation } from './situation.js';
import { untimetabledDays } from './timetabled.js';

/** `possible`: only something unknown could have been one. */
export type Opportunity = 'certain' | 'possible' | 'none';

/** What an opportunity is asked of; null: any type, any module. */
export interface Asked {
  readonly feed: Feed;
  readonly only: readonly string[] | null;
  readonly module: string | null;
}

export function isAsked({ feed, only, module }: Asked, kind: { feed: Feed; type: string; module: string }): boolean {
  return kind.feed === feed && (only?.includes(kind.type) ?? true) && (module === null || kind.module === module);
}

/** Of the acts, those that are asked for on the days. */
export function actsAsked(asked: Asked, acts: readonly DayActs[], days: ReadonlySet<Day>): readonly DayActs[] {
  return acts.filter((it) => days.has(it.day) && isAsked(asked, it));
}

export function openEventsAsked(asked: Asked, { openEvents }: Situation, days: ReadonlySet<Day>): readonly OpenEvent[] {
  return openEvents.filter((it) => days.has(it.starts.day) && isAsked(asked, it));
}

/** 7.1: whether the feed asked something of the student on the days. */
export function opportunityOn(asked: Asked, situation: Situation, days: ReadonlySet<Day>): Opportunity {
  switch (asked.feed) {
    case 'attendance':
      return attendanceOpportunity(asked, situation, days);
    case 'submissions':
      return submissionOpportunity(asked, situation, days);
    case 'vle':
    case 'lecture_capture':
      return isEnrolledOnAny(situation.enrolments, asked.module, days) ? 'certain' : 'none';
    case 'meetings':
    case 'activities':
      return days.size > 0 ? 'certain' : 'none';
  }
}

/** 7.1a: an expected event. One whose register says nothing may yet turn out cancelled or authorised. */
function attendanceOpportunity(asked: Asked, situation: Situation, days: ReadonlySet<Day>): Opportunity {
  const { acts, openEvents, enrolments } = situation;
  const isExpected = (kind: { feed: Feed; type: string; module: string }, day: Day): boolean => {
    return days.has(day) && isAsked(asked, kind) && isEnrolledOn(enrolments, kind.module, day);
  };
  const isCounted = acts.some((it) => {
    return isExpected(it, it.day) && ['attended', 'missed'].includes(attendanceOf(it, situation));
  });
  if (isCounted) return 'certain';
  const isOpen = openEvents.some((it) => isExpected(it, it.starts.day));
  return isOpen || untimetabledDays(situation, days).length > 0 ? 'possible' : 'none';
}

/** 7.1b: a submission due, unless extenuating circumstances took its place. */
function submissionOpportunity(asked: Asked, situation: Situation, days: ReadonlySet<Day>): Opportunity {
  const { assessments } = situation;
  const due = assessments.filter((it) => days.has(it.dueAt.day) && isAsked(asked, { feed: 'submissions', ...it }));
  const excused = due.filter((it) => isExcused(it, situation));
  if (excused.length < due.length) return 'certain';
  const unknown = unknownDaysOf(
    'submissions',
    situation.feedUnknowns,
    excused.map(({ dueAt }) => dueAt.day),
  );
  return unknown.length > 0 || !areDuesKnown(situation) ? 'possible' : 'none';
}

/** Without the feed, or the student's id in it, nobody knows what was due either. */
export function areDuesKnown({ feedUnknowns, ledger }: Situation): boolean {
  return (
    ledger.feeds.has('submissions') && !feedUnknowns.some(({ feed, why }) => feed === 'submissions' && isUnseen(why))
  );
}

/** What circumstances extenuate leaves what was due only where it was not submitted. */
function isExcused({ isExtenuated, submitted }: Assessment, { on }: Situation): boolean {
  return isExtenuated && (submitted === null || submitted.day > on);
}

/** 7.1c, e: an enrolment on any module (or the one given) on one of the days; without that table, always. */
function isEnrolledOnAny(
  enrolments: readonly ModuleEnrolment[] | null,
  module: string | null,
  days: ReadonlySet<Day>,
): boolean {
  if (enrolments === null) return days.size > 0;
  return enrolments.some(({ moduleCode, from, to }) => {
    if (module !== null && moduleCode !== module) return false;
    for (const day of days) if ((from === null || from <= day) && (to === null || day <= to)) return true;
    return false;
  });
}

/** Whether the student is enrolled on a module on a day; an event that names no module is everybody's. */
export function isEnrolledOn(enrolments: readonly ModuleEnrolment[] | null, module: string, day: Day): boolean {
  if (enrolments === null || module === '') return true;
  return enrolments.some(({ moduleCode, from, to }) => {
    return moduleCode === module && (from === null || from <= day) && (to === null || day <= to);
  });
}
