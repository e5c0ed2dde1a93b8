// One student's history under a plan: every checkpoint of the year so far, judged as it would have been then.
import type { Day } from '../calendar/day.js';
import { daysOf } from '../calendar/period.js';
import { isBelowMinimum, type Ground, type History, type Outcome, type Result } from '../engagement/outcome.js';
import { clockOf, lastEvidenceOn } from './clock.js';
import { daysGroundOf } from './days-ground.js';
import { classify, hasEvidenceInWindow } from './classify.js';
import { measure } from './measures/measure.js';
import { missingInClock, missingInRule, openEventsInWindow, unseenInRule } from './missing.js';
import { isDecided, patternGroundOf, type Counted } from './pattern.js';
import { decidingIn, resultOf } from './rule.js';
import { isInterrupted, startOf, type Subject } from './presence.js';
import { situationsOf, type Situation, type Stage } from './situation.js';
import { sponsorshipOf } from './sponsor/sponsorship.js';
import { canHaveGrounds, stateReason, tooFewDays } from './state.js';
import { unlessUnsettled } from './unsettled.js';

/**
 * The student's outcomes at the stages, in order. Pure: a function of the stages (plan, ledger, dates) and the student's
 * records; earlier stages never see later evidence.
 */
export function assess(stages: readonly Stage[], subject: Subject): History {
  return judgedHistory(stages, subject).map((outcome) => unlessUnsettled(subject.student, outcome));
}

/** As the plan's school would have it. */
function judgedHistory(stages: readonly Stage[], subject: Subject): History {
  let run: Counted[] = [];
  let previousOn: Day | null = null;
  return situationsOf(stages, subject).map((situation) => {
    if (breaksPattern(situation, previousOn)) run = [];
    const outcome = outcomeOf(situation);
    if (outcome.isAdHoc) return outcome;
    previousOn = outcome.checkpointOn;
    run.push(countedOf(outcome, situation));
    return withPattern(outcome, situation, run);
  });
}

function countedOf({ classification, indicators }: Outcome, situation: Situation): Counted {
  if (isDecided(classification)) return { decided: classification, unseen: [] };
  return { decided: null, unseen: unseenInRule(situation, indicators) };
}

/** 10.6: an interruption or a change of school since the checkpoint before starts patterns anew. */
function breaksPattern(situation: Situation, previousOn: Day | null): boolean {
  const { student, on, year } = situation;
  const since = { from: previousOn ?? year.from, to: on };
  const { schoolFrom } = student;
  if (schoolFrom !== null && since.from < schoolFrom && schoolFrom <= on) return true;
  return daysOf(since).some((day) => day >= startOf(student) && isInterrupted(situation, day));
}

function withPattern(outcome: Outcome, { plan }: Situation, run: readonly Counted[]): Outcome {
  const ground: Ground = '10.6-pattern';
  switch (patternGroundOf(plan.patterns, run)) {
    case 'none':
      return outcome;
    case 'certain':
      return { ...outcome, grounds: [...outcome.grounds, ground] };
    case 'withheld':
      return {
        ...outcome,
        groundsWithheld: [...outcome.groundsWithheld, ground],
        missingForGrounds: [...outcome.missingForGrounds, ...run.flatMap(({ unseen }) => unseen)],
      };
  }
}

function outcomeOf(situation: Situation): Outcome {
  const judgement = judge(situation);
  const { target, presentDays } = situation;
  const first = presentDays[0];
  const last = presentDays.at(-1);
  const clock = canHaveGrounds(judgement.notAssessedReason) ? clockOf(situation) : null;
  const daysGround = clock === null ? 'none' : daysGroundOf(situation, clock, judgement.notAssessedReason);
  const sponsorship = sponsorshipOf(situation, judgement.notAssessedReason);
  const isDaysGroundWithheld = daysGround === 'withheld';
  return {
    studentId: situation.student.studentId,
    checkpointId: target.checkpointId,
    checkpointOn: target.on,
    isAdHoc: target.isAdHoc,
    window: target.window,
    windowMonitoredDays: situation.levelWindow.monitoredDays,
    studentWindow: first === undefined || last === undefined ? null : { from: first, to: last },
    studentMonitoredDays: situation.studentMonitoredDays,
    authorisedDays: situation.authorisedDays,
    groupId: situation.section.group?.id ?? null,
    judgedDays: situation.sectionDays.length,
    studentDays: presentDays.length,
    openEvents: openEventsInWindow(situation),
    ...judgement,
    isUnsettled: false,
    // 10.5: failing the minimum puts a student into the non-engagement process; so does a low month (9.1).
    process: isBelowMinimum(judgement) || sponsorship?.process === 'certain' ? 'non-engagement' : 'none',
    hasEvidenceInWindow: hasEvidenceInWindow(situation),
    lastEvidenceOn: lastEvidenceOn(situation),
    lastSupportMeetingOn: judgement.notAssessedReason === 'sabbatical-officer' ? lastSupportMeetingOn(situation) : null,
    clock,
    grounds: [...(sponsorship?.grounds ?? []), ...(daysGround === 'certain' ? DAYS : [])],
    groundsWithheld: [...(sponsorship?.groundsWithheld ?? []), ...(isDaysGroundWithheld ? DAYS : [])],
    missing: judgement.classification === 'withheld' ? missingInRule(situation, judgement.indicators) : [],
    missingForGrounds: clock !== null && isDaysGroundWithheld ? missingInClock(situation, clock) : [],
    sponsorship,
  };
}

/** 9.3: an act of the officer's, whether or not the plan lists meetings. */
function lastSupportMeetingOn({ evidence }: Situation): Day | null {
  return evidence.findLast(({ feed, type }) => feed === 'meetings' && type === 'sabbatical-support')?.day ?? null;
}

const DAYS: readonly Ground[] = ['10.6-days'];

type Judgement = Pick<Outcome, 'classification' | 'notAssessedReason' | 'indicators' | 'ruleResult'>;

/** The student's state, else the measures, else too few days or no opportunity, else the classification. */
function judge(situation: Situation): Judgement {
  const { plan, section, studentMonitoredDays } = situation;
  const unassessed = { classification: 'not-assessed', indicators: [], ruleResult: null } as const;
  const reason = stateReason(situation) ?? (studentMonitoredDays < plan.graceDays ? 'grace' : null);
  if (reason !== null) return { ...unassessed, notAssessedReason: reason };

  const measured = section.indicators.map((indicator) => measure(indicator, situation));
  const results = new Map<string, Result>(measured.map(({ indicatorId, result }) => [indicatorId, result]));
  const ruleResult = resultOf(section.rule, results);
  const deciding = decidingIn(section.rule, results);
  const indicators = measured.map((it) => ({ ...it, isDeciding: deciding.has(it.indicatorId) }));
  const tooFew = ruleResult === 'met' ? null : tooFewDays(situation);
  if (tooFew !== null) return { ...unassessed, indicators, ruleResult, notAssessedReason: tooFew };
  if (ruleResult === 'not-applicable') {
    return { ...unassessed, indicators, ruleResult, notAssessedReason: 'no-opportunity' };
  }
  const classification = classify(situation, indicators, ruleResult);
  return { classification, notAssessedReason: null, indicators, ruleResult };
}
