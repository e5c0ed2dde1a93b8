// Freshness and coverage of each feed that the plan lists: absent, of another term, begun late, ended early.
import { addDays, formatDay, type Day } from '../../calendar/day.js';
import { lengthDays, overlap, type Period } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import type { Feed } from '../../engagement/feed.js';
import type { FeedRecord } from '../../engagement/ledger.js';
import type { Missing } from '../../engagement/outcome.js';
import { isOfStudents, setAsideFrom } from '../coverage.js';
import { isListedFeed } from '../feeds.js';
import { EVERYDAY_FEEDS, isBelow, undecidedBy, type Gate } from './gate.js';

export function feedFindings(gate: Gate): readonly Fault[] {
  const setAside = setAsideFrom(gate.plan, gate.ledger);
  const known = gate.plan.feeds.filter(({ feed }) => !setAside.includes(feed));
  return [...known.flatMap(({ feed }) => coverageFindings(feed, gate)), ...setAside.map((feed) => aside(feed, gate))];
}

function aside(feed: Feed, gate: Gate): Fault {
  const isListed = isListedFeed(gate.plan, feed);
  return fault('feed-set-aside-effect', { feed, isListed, undecided: undecidedFor(feed, gate) });
}

function coverageFindings(feed: Feed, gate: Gate): readonly Fault[] {
  const record = gate.ledger.feeds.get(feed);
  if (record === undefined) return [fault('feed-missing', { feed, undecided: undecidedFor(feed, gate) })];
  const lastOn = record.actDays.findLast((day) => day <= gate.target.on);
  const covered = gate.ledger.covered.get(feed);
  if (lastOn === undefined && covered !== undefined) return coveredFindings(feed, covered, null, gate);
  if (lastOn === undefined) return [nothingYet(feed, record, gate)];
  if (isOfEarlierTerm(feed, record, gate)) return [earlierTerm(feed, lastOn, gate)];
  if (!isOfStudents(record, gate.target.on)) return [ofOthers(feed, record, gate)];
  if (covered !== undefined) return coveredFindings(feed, covered, lastOn, gate);
  return gate.feedUnknowns
    .filter((missing) => missing.feed === feed)
    .flatMap((missing) => gapFindings(missing, lastOn, gate));
}

function undecidedFor(feed: Feed, gate: Gate): number {
  return undecidedBy(gate, (missing) => missing.feed === feed);
}

function nothingYet(feed: Feed, { actDays: [firstOn] }: FeedRecord, gate: Gate): Fault {
  const on = formatDay(gate.target.on);
  const undecided = undecidedFor(feed, gate);
  if (firstOn !== undefined) {
    return fault('feed-after-checkpoint', { feed, on, firstOn: formatDay(firstOn), undecided });
  }
  return fault('feed-without-acts', { feed, on, undecided }, null, lengthDays(gate.target.window));
}

function ofOthers(feed: Feed, { actDays, actsOfDay }: FeedRecord, gate: Gate): Fault {
  const { on } = gate.target;
  const acts = actDays.reduce((sum, day, index) => (day <= on ? sum + at(actsOfDay, index) : sum), 0);
  return fault('feed-of-others', { feed, acts, on: formatDay(on), undecided: undecidedFor(feed, gate) }, null, acts);
}

/** All of it before teaching began. Where nobody has submitted yet, the export still knows what will be due. */
function isOfEarlierTerm(feed: Feed, { actDays }: FeedRecord, { ledger, judged, year }: Gate): boolean {
  if (actDays.some((day) => day >= year.from)) return false;
  if (feed !== 'submissions') return true;
  return !judged.some(({ subject }) => {
    return ledger.duesOf(subject.student.studentId).some(({ due }) => due.day >= year.from);
  });
}

function earlierTerm(feed: Feed, lastOn: Day, gate: Gate): Fault {
  const belowMinimum = gate.judged.filter(isBelow).length;
  const days = { lastOn: formatDay(lastOn), teachingStartsOn: formatDay(gate.year.from) };
  return fault('feed-before-teaching', { feed, ...days, undecided: undecidedFor(feed, gate), belowMinimum });
}

/** Of what is declared: more than acts show, and less than was needed. */
function coveredFindings(feed: Feed, covered: readonly Period[], lastOn: Day | null, gate: Gate): readonly Fault[] {
  return [...coveredBeyond(feed, covered, lastOn, gate), ...uncoveredFindings(feed, gate)];
}

/** The days that the sources file leaves out, all together. */
function uncoveredFindings(feed: Feed, gate: Gate): readonly Fault[] {
  const gaps = gate.feedUnknowns.filter((missing) => missing.feed === feed);
  const days = gaps.reduce((sum, gap) => {
    const inWindow = overlap(gap.days, gate.target.window);
    return sum + (inWindow === undefined ? 0 : lengthDays(inWindow));
  }, 0);
  const undecided = undecidedFor(feed, gate);
  if (days === 0 && undecided === 0) return [];
  return [fault('feed-not-covered', { feed, days, undecided }, null, Math.max(days, 1))];
}

/** Where somebody acts every week, weeks without anybody are more likely not in the export, whatever is declared. */
function coveredBeyond(
  feed: Feed,
  covered: readonly Period[],
  lastOn: Day | null,
  { plan, target, judged }: Gate,
): readonly Fault[] {
  const coveredTo = Math.max(...covered.map(({ to }) => Math.min(to, target.on))) as Day;
  const isWithin = lastOn !== null && coveredTo <= addDays(lastOn, plan.toleranceDays);
  if (!EVERYDAY_FEEDS.includes(feed) || isWithin) return [];
  const days = { lastOn: lastOn === null ? null : formatDay(lastOn), coveredTo: formatDay(coveredTo) };
  return [fault('covers-beyond-acts', { feed, ...days, belowMinimum: judged.filter(isBelow).length })];
}

/** Unknown days before the window matter too where a clock reaches back to them. */
function gapFindings({ feed, why, days }: Missing, lastOn: Day, gate: Gate): readonly Fault[] {
  const { plan, target } = gate;
  const inWindow = overlap(days, target.window);
  const unknown = inWindow === undefined ? 0 : lengthDays(inWindow);
  const undecided = undecidedBy(gate, (missing) => missing.feed === feed && missing.why === why);
  if (unknown === 0 && undecided === 0) return [];
  const args = { feed, days: unknown, undecided };
  const count = Math.max(unknown, 1);
  if (why === 'before-first-act') {
    return [fault('feed-begins-late', { ...args, firstOn: formatDay(addDays(days.to, 1)) }, null, count)];
  }
  const known = { lastOn: formatDay(lastOn), knownTo: formatDay(addDays(lastOn, plan.toleranceDays)) };
  return [fault('feed-ends-early', { ...args, ...known }, null, count)];
}
