// A second, naive reading of the policy's rules: every student at every checkpoint, day by day, sharing no code with the program.
import { sectionOn } from './away.js';
import { daysOf, isoDay, type DayNumber } from './days.js';
import { evidenceDays, sessionsOf } from './engagement.js';
import { isInterrupted, stateReason } from './enrolled.js';
import type { Exports } from './exports.js';
import { isOfPlan, namedIn } from './groups.js';
import { judge, type IndicatorVerdict } from './indicators.js';
import { awaited, isHeld, lettersSent, replyBy } from './letters.js';
import { combine, turningOn } from './logic.js';
import type { Result } from './measured.js';
import {
  clockVerdict,
  countWithoutEvidence,
  daysGround,
  daysGroundByOpportunity,
  type ClockVerdict,
} from './no-evidence.js';
import { lastSupportMeetingOn } from './officers.js';
import { onlineFinding, type OnlineFinding } from './online.js';
import type { Pattern, Plan } from './plan.js';
import type { StudentRecord } from './records.js';
import { sponsorVerdict, type SponsorVerdict } from './sponsor.js';
import { isAuthorised, isListed, isMonitored, situationOf, type Situation, type Window } from './situation.js';
import { declaredWindows, windowsBefore } from './windows.js';

type Classification = 'engaged' | 'low-engagement' | 'non-engagement' | 'withheld' | 'not-assessed';

export interface Verdict {
  readonly studentId: string;
  readonly checkpointOn: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly classification: Classification;
  readonly notAssessedReason: string;
  readonly process: 'non-engagement' | 'none';
  /** Blank: judged by the plan's own rule. */
  readonly group: string;
  /** On some days of the window only (9.4). */
  readonly isJudgedInPart: boolean;
  /** Those of the student's rule; none where the student is not assessed by state or grace. */
  readonly indicators: readonly IndicatorVerdict[];
  /** The indicators that a letter names. */
  readonly below: readonly string[];
  readonly lastEvidenceOn: string;
  /** Null where no clock runs. */
  readonly clock: ClockVerdict | null;
  readonly grounds: readonly string[];
  readonly groundsWithheld: readonly string[];
  /** How many checkpoints up to this one listed the student as low or not engaging. */
  readonly stage: number;
  /** Events of the student's window of which nobody knows whether the student was there. */
  readonly openEvents: readonly string[];
  /** Of these, and of earlier ones that the clock counts, those that leave the classification or the ground undecided. */
  readonly decidingEvents: readonly string[];
  /** Null: not sponsored, or not assessed by state. */
  readonly sponsor: SponsorVerdict | null;
  /** Withheld, because two schools do not agree on which of them decides. */
  readonly isUnsettled: boolean;
  readonly isJoint: boolean;
  readonly isSponsored: boolean;
  readonly isHeld: boolean;
  readonly replyBy: string;
  readonly lettersSent: number;
  /** Blank: no reply is awaited. */
  readonly awaited: string;
  /** Of a support meeting that the student came to; blank: none is recorded. */
  readonly lastSupportMeetingOn: string;
  /** Null: nothing that the student is taught online is without permission. */
  readonly online: OnlineFinding | null;
}

/** Every student of the plan at every declared checkpoint. */
export function simulate(exports: Exports, plan: Plan): Verdict[] {
  return studentsOf(exports, plan).flatMap((student) => settledHistory(exports, plan, student, declaredWindows(plan)));
}

/** Every student of the plan at a date that the plan does not declare. */
export function simulateAdHoc(exports: Exports, plan: Plan, date: DayNumber): Verdict[] {
  const windows = windowsBefore(plan, date);
  return studentsOf(exports, plan).flatMap((student) => settledHistory(exports, plan, student, windows).slice(-1));
}

function openOf(sponsor: SponsorVerdict): SponsorVerdict {
  const { process, grounds, groundsWithheld } = sponsor;
  return {
    ...sponsor,
    process: process === 'certain' ? 'perhaps' : process,
    grounds: [],
    groundsWithheld: [...grounds, ...groundsWithheld],
  };
}

function studentsOf(exports: Exports, plan: Plan): StudentRecord[] {
  return exports.students.filter((student) => isOfPlan(plan, student));
}

// One student through the year.

/** Where nobody knows which school decides, nothing is decided of whoever is assessed at all. */
function settledHistory(exports: Exports, plan: Plan, student: StudentRecord, windows: readonly Window[]): Verdict[] {
  const order = ['9.1', '9.2', '10.6-days', '10.6-pattern'];
  return history(exports, plan, student, windows).map((verdict) => {
    if (!student.isUnsettled || verdict.clock === null) return verdict;
    const { grounds, groundsWithheld } = verdict;
    return {
      ...verdict,
      classification: 'withheld',
      notAssessedReason: '',
      isUnsettled: true,
      process: 'none',
      grounds: [],
      groundsWithheld: order.filter((ground) => [...grounds, ...groundsWithheld].includes(ground)),
      decidingEvents: [],
      sponsor: verdict.sponsor && openOf(verdict.sponsor),
    };
  });
}

function history(exports: Exports, plan: Plan, student: StudentRecord, windows: readonly Window[]): Verdict[] {
  const verdicts: Verdict[] = [];
  let stage = 0;
  /** The checkpoints that were neither withheld nor not-assessed, since an interruption or a change of school. */
  let counted: Classification[] = [];
  /** The same, if whatever was set aside had spoken for the student. */
  let atBest: Classification[] = [];
  let since = -Infinity;
  for (const window of windows) {
    const situation = situationOf(exports, plan, student, window);
    const seen = withSponsor(look(situation), situation, since);
    const { classification } = seen;
    if (isInterruptedSince(situation, since) || isOtherSchoolSince(situation, since)) {
      counted = [];
      atBest = [];
    }
    if (classification !== 'withheld' && classification !== 'not-assessed') {
      counted.push(classification);
      atBest.push(classification);
    } else if (isOpenBySetAside(situation, seen)) atBest.push('engaged');
    if (classification === 'low-engagement' || classification === 'non-engagement') stage += 1;
    const isPatternIn = (checkpoints: readonly Classification[]): boolean =>
      !window.isAdHoc && plan.patterns.some((pattern) => arises(pattern, classification, checkpoints));
    const isPattern = isPatternIn(atBest);
    const isPatternWithheld = !isPattern && isPatternIn(counted);
    const decidingEvents = decidingIn(situation, seen);
    verdicts.push({
      ...seen,
      decidingEvents,
      online: seen.clock === null ? null : onlineFinding(situation),
      grounds: [...seen.grounds, ...(isPattern ? ['10.6-pattern'] : [])],
      groundsWithheld: [...seen.groundsWithheld, ...(isPatternWithheld ? ['10.6-pattern'] : [])],
      stage,
    });
    since = window.to;
  }
  return verdicts;
}

/** Whether the rule turns on what was set aside. */
function isOpenBySetAside({ section, plan, exports }: Situation, { indicators }: Verdict): boolean {
  const turning = turningOn(section.rule, indicators, 'unknown');
  return plan.indicators.some(({ id, feed }) => turning.includes(id) && exports.setAside.has(feed));
}

/** What the rules for sponsored students add, for those who can have a ground. */
function withSponsor(seen: Verdict, situation: Situation, since: DayNumber): Verdict {
  if (!situation.student.isSponsored || seen.clock === null) return seen;
  const sponsor = sponsorVerdict(situation, since);
  return {
    ...seen,
    sponsor,
    process: sponsor.process === 'certain' ? 'non-engagement' : seen.process,
    grounds: [...sponsor.grounds, ...seen.grounds],
    groundsWithheld: [...sponsor.groundsWithheld, ...seen.groundsWithheld],
  };
}

/** On any day after the checkpoint before; before the first there is nothing to break. */
function isInterruptedSince({ student, circumstances, window }: Situation, since: DayNumber): boolean {
  const from = since === -Infinity ? window.from : since + 1;
  return daysOf({ from, to: window.to }).some((day) => isInterrupted(student, circumstances, day));
}

/** A change on the day of the checkpoint before is part of what that checkpoint saw. */
function isOtherSchoolSince({ student: { schoolFrom }, window }: Situation, since: DayNumber): boolean {
  return schoolFrom !== null && since < schoolFrom && schoolFrom <= window.to;
}

function arises({ counts, atLeast, of }: Pattern, now: Classification, counted: readonly Classification[]): boolean {
  const isOne = (one: Classification): boolean =>
    one === 'non-engagement' || (counts === 'failed' && one === 'low-engagement');
  const looked = of === 'year' ? counted : counted.slice(-of);
  return isOne(now) && looked.filter(isOne).length >= atLeast;
}

/** What one checkpoint shows, but for what depends on the checkpoints before it. */
function look(situation: Situation): Verdict {
  const { plan, student, circumstances, window, own, section } = situation;
  const { confirmed } = evidenceDays(situation);
  const base = {
    studentId: student.id,
    checkpointOn: isoDay(window.to),
    windowFrom: own[0] === undefined ? '' : isoDay(own[0]),
    windowTo: own[0] === undefined ? '' : isoDay(own.at(-1) ?? own[0]),
    lastEvidenceOn: confirmed.size === 0 ? '' : isoDay(Math.max(...confirmed)),
    process: 'none',
    below: [],
    group: section.group,
    isJudgedInPart: situation.judged.length < own.length,
    stage: 0,
    openEvents: openEventsOn(situation, (day) => own.includes(day)),
    decidingEvents: [],
    sponsor: null,
    isSponsored: student.isSponsored,
    isUnsettled: false,
    isJoint: student.isJoint,
    isHeld: isHeld(situation),
    replyBy: replyBy(situation),
    lettersSent: lettersSent(situation),
    awaited: awaited(situation),
    lastSupportMeetingOn: lastSupportMeetingOn(situation),
    online: null,
  } as const;

  const hasSection = sectionOn(plan, student, circumstances, window.to) !== null;
  const state = stateReason(student, circumstances, window.to, hasSection, section.isTransnational);
  const notAssessed = { ...base, classification: 'not-assessed', notAssessedReason: state, indicators: [] } as const;
  if (state !== '') return { ...notAssessed, clock: null, grounds: [], groundsWithheld: [] };

  const days = countWithoutEvidence(situation);
  const clock = clockVerdict(situation, days);
  const grounds = daysGroundByOpportunity(situation, days);
  const monitored = own.filter((day) => isMonitored(situation, day));
  if (monitored.length < plan.graceDays) return { ...notAssessed, notAssessedReason: 'grace', clock, ...grounds };

  const named = new Set(namedIn(section.rule));
  const indicators = plan.indicators.filter(({ id }) => named.has(id)).map((indicator) => judge(situation, indicator));
  const rule = combine(section.rule, indicators);
  const judged = situation.judged.filter((day) => isMonitored(situation, day));
  if (situation.isPartLeftOut && judged.length < plan.graceDays && rule !== 'met') {
    const nothing = { clock: null, grounds: [], groundsWithheld: [] };
    return { ...notAssessed, notAssessedReason: 'no-placement-section', indicators, ...nothing };
  }
  const isMostlyAuthorised = [monitored, judged].some((days) => {
    const left = days.filter((day) => !isAuthorised(situation, day));
    return left.length < days.length && left.length < plan.graceDays;
  });
  if (isMostlyAuthorised && rule !== 'met')
    return { ...notAssessed, notAssessedReason: 'authorised-absence', indicators, clock, ...grounds };
  if (rule === 'not-applicable')
    return { ...notAssessed, notAssessedReason: 'no-opportunity', indicators, clock, ...grounds };

  const classification = classify(situation, rule, indicators);
  const below = turningOn(section.rule, indicators, 'not-met');
  const isInProcess = classification === 'low-engagement' || classification === 'non-engagement';
  const process = isInProcess ? 'non-engagement' : 'none';
  return { ...base, classification, notAssessedReason: '', process, indicators, below, clock, ...daysGround(days) };
}

function classify(situation: Situation, rule: Result, indicators: readonly IndicatorVerdict[]): Classification {
  if (rule === 'met') return 'engaged';
  const { own } = situation;
  const { confirmed, unconfirmed, isDoubtful } = evidenceDays(situation);
  const hasEvidence = own.some((day) => confirmed.has(day) || unconfirmed.has(day));
  const mayOneBeMet = indicators.some(({ result }) => result === 'met' || result === 'unknown');
  if (!hasEvidence && !mayOneBeMet && !own.some(isDoubtful)) return 'non-engagement';
  return rule === 'not-met' ? 'low-engagement' : 'withheld';
}

function decidingIn(situation: Situation, seen: Verdict): string[] {
  const { classification, groundsWithheld, indicators, process, sponsor } = seen;
  const isGroundOpen = groundsWithheld.includes('10.6-days');
  const turning = classification === 'withheld' ? turningOn(situation.section.rule, indicators, 'unknown') : [];
  const deciding = indicators.filter(({ id }) => turning.includes(id)).flatMap(({ openEvents }) => openEvents);
  const dayZero = isGroundOpen ? countWithoutEvidence(situation).dayZero : Infinity;
  const since = openEventsOn(situation, (day) => day > dayZero);
  const ofProcess = process === 'none' ? (sponsor?.eventsOfProcess ?? []) : [];
  return [...new Set([...deciding, ...since, ...ofProcess, ...(sponsor?.eventsOfGround ?? [])])];
}

function openEventsOn(situation: Situation, isAmong: (day: DayNumber) => boolean): string[] {
  if (!isListed(situation, 'attendance')) return [];
  return sessionsOf(situation, 'attendance')
    .filter(({ standing, day }) => standing === 'open' && isAmong(day))
    .map(({ event }) => event);
}
