// Everything that is known about one student at one checkpoint, gathered once and handed to every rule.
import { isVacation } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import { daysOf, type Period } from '../calendar/period.js';
import type { Due, Ledger } from '../engagement/ledger.js';
import type { Missing } from '../engagement/outcome.js';
import type { ModuleEnrolment, Student } from '../engagement/student.js';
import type { Plan } from '../plan/plan.js';
import { unknownsAt } from './coverage.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { MonitoredDays, presentDays } from './student-days.js';
import { timelineOf, type Target } from './timeline.js';

/** A student with their module enrolments; null where that table is missing. */
export interface Subject {
  readonly student: Student;
  readonly enrolments: readonly ModuleEnrolment[] | null;
}

/** A checkpoint of a plan with what is the same for all its students. */
export interface Stage {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly target: Target;
  /** From the start of teaching to the checkpoint date. */
  readonly year: Period;
  readonly windowMonitoredDays: number;
  /** What is not known of the listed feeds between the start of teaching and the checkpoint date. */
  readonly unknowns: readonly Missing[];
}

export interface Situation extends Stage, Subject {
  readonly on: Day;
  readonly dues: readonly Due[];
  /** Up to the checkpoint date, in order of day. */
  readonly evidence: readonly Evidence[];
  /** The student's window: the days of the checkpoint's window on which they are enrolled and not interrupted. */
  readonly presentDays: readonly Day[];
  readonly monitored: MonitoredDays;
  readonly studentMonitoredDays: number;
}

/** The stages of a plan's year up to a day, in order; the last is the one asked for. */
export function stagesOf(plan: Plan, ledger: Ledger, on: Day): readonly Stage[] {
  return timelineOf(plan, on).map((target) => ({
    plan,
    ledger,
    target,
    year: { from: plan.calendar.teachingStartsOn, to: target.on },
    windowMonitoredDays: daysOf(target.window).filter((day) => !isVacation(plan.calendar, day)).length,
    unknowns: unknownsAt(plan, ledger, target.on),
  }));
}

/** The student's situations at the stages, which are in order and at least one. */
export function situationsOf(stages: readonly Stage[], subject: Subject): readonly Situation[] {
  const last = stages.at(-1);
  if (last === undefined) return [];
  const { plan, ledger, year } = last;
  const monitored = new MonitoredDays(subject.student, plan.calendar, year.to);
  const dues = ledger.duesOf(subject.student.studentId);
  const evidence = evidenceOf(plan, ledger, subject.student.studentId);
  return stages.map((stage) => {
    // Written out: spread into one another, the parts cost more than all that is worked out of them.
    return {
      plan,
      ledger,
      target: stage.target,
      year: stage.year,
      windowMonitoredDays: stage.windowMonitoredDays,
      unknowns: stage.unknowns,
      student: subject.student,
      enrolments: subject.enrolments,
      on: stage.target.on,
      dues,
      evidence: upTo(evidence, stage.target.on),
      presentDays: presentDays(subject.student, stage.target.window),
      monitored,
      studentMonitoredDays: monitored.countIn(stage.target.window),
    };
  });
}

/** The evidence up to a day; it is in order, and there may be much of it. */
function upTo(evidence: readonly Evidence[], on: Day): readonly Evidence[] {
  const later = evidence.findIndex(({ day }) => day > on);
  return later < 0 ? evidence : evidence.slice(0, later);
}
