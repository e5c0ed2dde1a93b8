// On which days a feed is known at a checkpoint (reading.md, coverage). Later rows prove nothing.
import { addDays, type Day } from '../calendar/day.js';
import { contains, overlap, without, type Period } from '../calendar/period.js';
import type { Feed } from '../engagement/feed.js';
import type { FeedRecord, Ledger, OpenEvent } from '../engagement/ledger.js';
import type { Missing } from '../engagement/outcome.js';
import type { Student } from '../engagement/student.js';
import type { Plan } from '../plan/plan.js';
import { isListedFeed } from './feeds.js';

/** Feeds in which nobody may act for weeks: their silence is no gap. */
const SILENCE_IS_NORMAL: readonly Feed[] = ['submissions', 'meetings', 'activities'];

/**
 * The unknown days of every listed feed, within the days that a plan's year has had by the checkpoint date; and those of
 * others that were set aside, since evidence in them may not be seen that would have spoken for somebody.
 * @clause 8.4
 */
export function unknownsAt(plan: Plan, ledger: Ledger, on: Day): readonly Missing[] {
  const year = { from: plan.calendar.teachingStartsOn, to: on };
  const isSetAside = (feed: Feed): boolean => ledger.feedsSetAside.some((it) => it.feed === feed);
  const known = plan.feeds.filter(({ feed }) => !isSetAside(feed));
  return [
    ...known.flatMap(({ feed }) => unknownsOf(feed, ledger, year, plan.toleranceDays)),
    ...setAsideFrom(plan, ledger).map((feed): Missing => ({ feed, why: 'set-aside', days: year, event: null })),
  ];
}

/** The feeds set aside that matter to a plan: where no file holds an unlisted one, nothing of it goes unseen. */
export function setAsideFrom(plan: Plan, { feedsSetAside }: Ledger): readonly Feed[] {
  return feedsSetAside
    .filter(({ feed, files }) => isListedFeed(plan, feed) || files.length > 0)
    .map(({ feed }) => feed);
}

/** The feeds whose exports cannot name the student; in unlisted ones, too, something may speak for them that nobody sees. */
export function unidentifiedFeeds({ unidentified }: Ledger, { studentId }: Student): readonly Feed[] {
  if (unidentified.size === 0) return [];
  return [...unidentified].filter(([, { studentIds }]) => studentIds.has(studentId)).map(([feed]) => feed);
}

/** Whether a feed shows nothing of the student, whatever they did. */
export function isUnseen(why: Missing['why']): boolean {
  return why === 'set-aside' || why === 'not-identified';
}

function unknownsOf(feed: Feed, ledger: Ledger, year: Period, toleranceDays: number): readonly Missing[] {
  const record = ledger.feeds.get(feed);
  const covered = ledger.covered.get(feed);
  const isSilent = !(record?.actDays ?? []).some((day) => day <= year.to);
  // What is declared wins, but for a feed that speaks of others alone: there nobody's silence means anything.
  if (covered !== undefined && (isSilent || isOfStudents(record, year.to))) {
    return without(year, covered).map((days) => ({ feed, why: 'not-covered', days, event: null }));
  }
  const actDays = (record?.actDays ?? []).filter((day) => day <= year.to);
  const first = actDays[0];
  const last = actDays.at(-1);
  if (first === undefined || last === undefined || !isOfStudents(record, year.to)) {
    return [{ feed, why: 'no-acts', days: year, event: null }];
  }
  if (SILENCE_IS_NORMAL.includes(feed)) return [];
  const before = overlap(year, { from: year.from, to: addDays(first, -1) });
  const after = overlap(year, { from: addDays(last, toleranceDays + 1), to: year.to });
  return [
    ...(before === undefined ? [] : [{ feed, why: 'before-first-act' as const, days: before, event: null }]),
    ...(after === undefined ? [] : [{ feed, why: 'after-last-act' as const, days: after, event: null }]),
  ];
}

/**
 * Whether the feed speaks of the students at all: acts of others prove how far an export reaches, but where they are all it
 * has, it writes ids in another way, or is the export of another cohort.
 */
export function isOfStudents(record: FeedRecord | undefined, on: Day): boolean {
  const first = record?.firstOfStudents ?? null;
  return first !== null && first <= on;
}

/** The parts of what is missing that fall into a period. */
export function missingIn(missing: readonly Missing[], period: Period): readonly Missing[] {
  return missing.flatMap((it) => {
    const days = overlap(it.days, period);
    return days === undefined ? [] : [{ ...it, days }];
  });
}

/** An event of which nobody knows whether the student attended it. */
export function missingEvent(event: OpenEvent): Missing {
  const { feed, why, starts } = event;
  return { feed, why, days: { from: starts.day, to: starts.day }, event };
}

/** The last day on which something missing could hold evidence; undefined where nothing is missing. */
export function latestMissing(missing: readonly Missing[]): Day | undefined {
  return missing
    .map(({ days }) => days.to)
    .reduce<Day | undefined>((latest, to) => {
      return latest === undefined || to > latest ? to : latest;
    }, undefined);
}

/** The given days on which a feed is not known. */
export function unknownDaysOf(feed: Feed, missing: readonly Missing[], days: Iterable<Day>): readonly Day[] {
  const periods = missing.filter((it) => it.feed === feed).map((it) => it.days);
  return [...days].filter((day) => periods.some((period) => contains(period, day)));
}
