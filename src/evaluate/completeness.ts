// What the exports lack at a checkpoint, as findings: a missing export must never pass for quiet students (8.4).
import { addDays, formatDay, type Day } from '../calendar/day.js';
import type { Moment } from '../calendar/moment.js';
import { lengthDays, overlap } from '../calendar/period.js';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { at } from '../engagement/columns.js';
import type { Feed } from '../engagement/feed.js';
import type { Missing } from '../engagement/outcome.js';
import { duesOn, isEnrolledOnAModule } from './opportunity.js';
import type { Stage, Subject } from './situation.js';
import { stateReason } from './state.js';
import { presentDays } from './student-days.js';

/** The findings of one plan at one checkpoint, its own students considered. */
export function completeness(stage: Stage, subjects: readonly Subject[]): readonly Fault[] {
  return [
    ...stage.unknowns.flatMap((missing) => feedFindings(missing, stage)),
    ...staleSubmissions(stage, subjects),
    ...withoutModules(stage, subjects),
    ...laterActs(stage, subjects),
  ];
}

function feedFindings({ feed, why, days }: Missing, { plan, ledger, target }: Stage): readonly Fault[] {
  if (!ledger.feeds.has(feed)) return [fault('feed-missing', { feed })];
  const inWindow = overlap(days, target.window);
  if (inWindow === undefined) return [];
  const unknown = lengthDays(inWindow);
  const lastOn = lastActOn(feed, { ledger, target });
  if (lastOn === undefined) return [fault('feed-without-acts', { feed, on: formatDay(target.on) }, null, unknown)];
  if (why === 'before-first-act') {
    return [fault('feed-begins-late', { feed, firstOn: formatDay(addDays(days.to, 1)), days: unknown }, null, unknown)];
  }
  const knownTo = formatDay(addDays(lastOn, plan.toleranceDays));
  return [fault('feed-ends-early', { feed, lastOn: formatDay(lastOn), knownTo, days: unknown }, null, unknown)];
}

function lastActOn(feed: Feed, { ledger, target }: Pick<Stage, 'ledger' | 'target'>): Day | undefined {
  return ledger.feeds.get(feed)?.actDays.findLast((day) => day <= target.on);
}

/** Silence is normal in submissions, but not after something was due. */
function staleSubmissions(stage: Stage, subjects: readonly Subject[]): readonly Fault[] {
  const { plan, ledger, target } = stage;
  const lastOn = lastActOn('submissions', stage);
  if (lastOn === undefined || !plan.feeds.some(({ feed }) => feed === 'submissions')) return [];
  const silence = overlap(target.window, { from: addDays(lastOn, 1), to: addDays(target.on, -plan.toleranceDays) });
  if (silence === undefined) return [];
  const dues = subjects.flatMap(({ student }) => {
    const present = new Set(presentDays(student, silence));
    return duesOn(ledger.duesOf(student.studentId), present, null).filter(({ submitted }) =>
      isOpenAt(submitted, target.on),
    );
  }).length;
  return dues === 0 ? [] : [fault('submissions-may-be-stale', { lastOn: formatDay(lastOn), dues }, null, dues)];
}

function withoutModules({ target }: Stage, subjects: readonly Subject[]): readonly Fault[] {
  const students = subjects.filter(({ student, enrolments }) => {
    const days = presentDays(student, target.window);
    const isAssessable = stateReason(student, target.on) === null && days.length > 0;
    return isAssessable && !isEnrolledOnAModule(enrolments, days);
  }).length;
  return students === 0 ? [] : [fault('students-without-modules', { students }, null, students)];
}

function isOpenAt(submitted: Moment | null, on: Day): boolean {
  return submitted === null || submitted.day > on;
}

/** Later rows are ignored and counted (reading.md, checkpoint). */
function laterActs({ plan, ledger, target }: Stage, subjects: readonly Subject[]): readonly Fault[] {
  const on = target.on;
  const counts = new Map<Feed, number>();
  const add = (feed: Feed, acts: number): void => void counts.set(feed, (counts.get(feed) ?? 0) + acts);
  for (const { student } of subjects) {
    const { days, kinds, acts } = ledger.sheetOf(student.studentId);
    // From the end: the columns are in order of day.
    for (let row = days.length - 1; row >= 0 && at(days, row) > on; row -= 1) {
      add(at(ledger.kinds, at(kinds, row)).feed, at(acts, row));
    }
    const submitted = ledger
      .duesOf(student.studentId)
      .filter((due) => due.submitted !== null && due.submitted.day > on);
    add('submissions', submitted.length);
  }
  return plan.feeds.flatMap(({ feed }) => {
    const count = counts.get(feed) ?? 0;
    return count === 0 ? [] : [fault('later-than-checkpoint', { feed, on: formatDay(on), count }, null, count)];
  });
}
