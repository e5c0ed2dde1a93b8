// Everything that is known about one student at one checkpoint, gathered once and handed to every rule.
import { teachingWeeksIn, isVacation } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import { daysOf, type Period } from '../calendar/period.js';
import type { Feed } from '../engagement/feed.js';
import type { Ledger, OpenEvent } from '../engagement/ledger.js';
import type { Missing } from '../engagement/outcome.js';
import type { Plan } from '../plan/plan.js';
import { assessmentsOf, type Assessment } from './assessments.js';
import { CountedDays } from './counted-days.js';
import { missingEvent, unidentifiedFeeds, unknownsAt } from './coverage.js';
import { actsOf, isEvidence, type DayActs } from './evidence.js';
import { judgingOf, type Judging } from './judging.js';
import { levelOf } from './level.js';
import { dayRulesOf, isAuthorised, type DayRules } from './monitored.js';
import {
  believedAbsences,
  openEventsOf,
  unregisteredByModule,
  type PerhapsOpen,
  type Unregistered,
} from './open-events.js';
import { presentDays, type Subject } from './presence.js';
import { timelineOf, type Target } from './timeline.js';

/** A checkpoint of a plan with what is the same for all its students. */
export interface Stage {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly unregistered: Unregistered;
  readonly target: Target;
  /** From the start of teaching to the checkpoint date. */
  readonly year: Period;
  /** What the checkpoint's window holds for students of a calendar level (9.5). */
  readonly windowOf: (level: string | null) => LevelWindow;
  /** What is not known of the listed feeds between the start of teaching and the checkpoint date. */
  readonly feedUnknowns: readonly Missing[];
}

export interface LevelWindow {
  readonly monitoredDays: number;
  readonly teachingWeeks: number;
}

/** Its `feedUnknowns` are the student's: of one whom a feed cannot name, all of it. */
export interface Situation extends Omit<Stage, 'windowOf'>, Subject, Judging {
  readonly on: Day;
  /** Their level in the calendar; null where nobody knows. */
  readonly level: string | null;
  readonly levelWindow: LevelWindow;
  readonly assessments: readonly Assessment[];
  /** Up to the checkpoint date, in order of day; listed feeds or not. */
  readonly acts: readonly DayActs[];
  /** Of these, the student's own. */
  readonly evidence: readonly DayActs[];
  /** Of listed feeds, up to the checkpoint date, in order of start. */
  readonly openEvents: readonly OpenEvent[];
  /** All that could hold evidence: unknown days of feeds, then open events. */
  readonly unknowns: readonly Missing[];
  /** The student's window: the days of the checkpoint's window on which they are enrolled and not interrupted. */
  readonly presentDays: readonly Day[];
  /** What kind of day each day is for the student. */
  readonly dayRules: DayRules;
  readonly monitored: CountedDays;
  /** The days that the clock of 10.6 counts. */
  readonly clockDays: CountedDays;
  /** The days on which the rules for sponsored students run (9); null: the student is not sponsored. */
  readonly sponsoredDays: CountedDays | null;
  readonly studentMonitoredDays: number;
  /** Of these, the days of authorised absence. */
  readonly authorisedDays: number;
  /** Of the days that the section judges, those that are monitored. */
  readonly sectionMonitoredDays: number;
  /** Of these, the days of authorised absence. */
  readonly sectionAuthorisedDays: number;
}

/** The stages of a plan's year up to a day, in order; the last is the one asked for. */
export function stagesOf(plan: Plan, ledger: Ledger, on: Day): readonly Stage[] {
  const unregistered = unregisteredByModule(plan, ledger);
  return timelineOf(plan, on).map((target) => ({
    plan,
    ledger,
    unregistered,
    target,
    year: { from: plan.calendar.teachingStartsOn, to: target.on },
    windowOf: levelWindows(plan, target.window),
    feedUnknowns: unknownsAt(plan, ledger, target.on),
  }));
}

/** There are few levels and many students: each is worked out once. */
function levelWindows({ calendar }: Plan, window: Period): Stage['windowOf'] {
  const known = new Map<string | null, LevelWindow>();
  return (level) => {
    const days = daysOf(window);
    const levelWindow = known.get(level) ?? {
      monitoredDays: days.filter((day) => !isVacation(calendar, day, level)).length,
      teachingWeeks: teachingWeeksIn(calendar, days, level).size,
    };
    known.set(level, levelWindow);
    return levelWindow;
  };
}

/** The student's situations at the stages, which are in order and at least one. */
export function situationsOf(stages: readonly Stage[], subject: Subject): readonly Situation[] {
  const last = stages.at(-1);
  if (last === undefined) return [];
  const { plan, ledger, year } = last;
  const { student, enrolments, circumstances } = subject;
  const level = levelOf(plan, student);
  const dayRules = dayRulesOf(plan, subject, level);
  const { isMonitored, isClockDay, isSponsoredDay } = dayRules;
  const judgingOn = judgingOf(plan, subject, isMonitored);
  const isAuthorisedDay = (day: Day): boolean => isMonitored(day) && isAuthorised(subject, day);
  const monitored = new CountedDays(year.from, year.to, isMonitored);
  const clockDays = new CountedDays(year.from, year.to, isClockDay);
  const sponsoredDays = student.isSponsored ? new CountedDays(year.from, year.to, isSponsoredDay) : null;
  const assessments = assessmentsOf(ledger, subject);
  const acts = inOrder(actsOf(ledger, student.studentId), believedAbsences(plan, ledger, student.studentId));
  const evidence = acts.filter(isEvidence);
  const unidentified = unidentifiedFeeds(ledger, student);
  const perhapsOpen = openEventsOf(plan, ledger, last.unregistered, subject, acts);
  return stages.map((stage) => {
    const { target } = stage;
    const feedUnknowns = unidentified.length === 0 ? stage.feedUnknowns : withFeedsUnseen(stage, unidentified);
    const { on, window } = target;
    const openEvents = openOn(perhapsOpen, on);
    const days = presentDays(subject, window);
    const { section, sectionDays, sections, isWithoutSection } = judgingOn(on, days);
    const isWhole = sectionDays.length === days.length;
    const studentMonitoredDays = monitored.countIn(window);
    const authorisedDays = days.filter(isAuthorisedDay).length;
    // Written out: spread into one another, the parts cost more than all that is worked out of them.
    return {
      plan,
      ledger,
      unregistered: stage.unregistered,
      target,
      year: stage.year,
      feedUnknowns,
      student,
      enrolments,
      circumstances,
      on,
      level,
      levelWindow: stage.windowOf(level),
      section,
      sectionDays,
      sections,
      isWithoutSection,
      assessments,
      acts: upTo(acts, on),
      evidence: upTo(evidence, on),
      openEvents,
      unknowns: openEvents.length === 0 ? feedUnknowns : [...feedUnknowns, ...openEvents.map(missingEvent)],
      presentDays: days,
      dayRules,
      monitored,
      clockDays,
      sponsoredDays,
      studentMonitoredDays,
      authorisedDays,
      sectionMonitoredDays: isWhole ? studentMonitoredDays : sectionDays.filter(isMonitored).length,
      sectionAuthorisedDays: isWhole ? authorisedDays : sectionDays.filter(isAuthorisedDay).length,
    };
  });
}

/** Of a student whom no export of the feeds can name, nothing in them is known. */
function withFeedsUnseen({ feedUnknowns, year }: Stage, feeds: readonly Feed[]): readonly Missing[] {
  return [
    ...feedUnknowns.filter(({ feed }) => !feeds.includes(feed)),
    ...feeds.map((feed): Missing => ({ feed, why: 'not-identified', days: year, event: null })),
  ];
}

function inOrder(acts: readonly DayActs[], more: readonly DayActs[]): readonly DayActs[] {
  return more.length === 0 ? acts : [...acts, ...more].sort((one, other) => one.day - other.day);
}

/** The acts up to a day; they are in order, and there may be many. */
function upTo(acts: readonly DayActs[], on: Day): readonly DayActs[] {
  const later = acts.findIndex(({ day }) => day > on);
  return later < 0 ? acts : acts.slice(0, later);
}

function openOn(perhapsOpen: readonly PerhapsOpen[], on: Day): readonly OpenEvent[] {
  return perhapsOpen
    .filter(({ event, isTheirsOn }) => event.starts.day <= on && isTheirsOn(on))
    .map(({ event }) => event);
}
