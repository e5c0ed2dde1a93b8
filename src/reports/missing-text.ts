// Which days of which feed are not known, in plain words (8.4).
import { addDays, type Day } from '../calendar/day.js';
import { daysOf, lengthDays, overlap, type Period } from '../calendar/period.js';
import { counted } from '../diagnostics/fault.js';
import type { Feed } from '../engagement/feed.js';
import type { Ground, Missing, Outcome } from '../engagement/outcome.js';
import { periodText } from './day-text.js';

/** The unknown days of one feed for one reason, counted once however often they are stated. */
export interface Gap {
  readonly feed: Feed;
  readonly why: Missing['why'];
  /** Ascending, at least one. */
  readonly days: readonly Day[];
}

const FEED_TEXT: Readonly<Record<Feed, string>> = {
  attendance: 'attendance',
  submissions: 'submissions',
  vle: 'VLE',
  meetings: 'meetings',
  lecture_capture: 'lecture capture',
  activities: 'activities',
};

/** What keeps the classification open: unknown days of listed feeds in the student's window. */
export function classificationGaps({ missing, studentWindow }: Outcome): readonly Gap[] {
  if (studentWindow === null) return [];
  return gapsIn(
    missing.filter(({ why }) => why !== 'unconfirmed-evidence'),
    studentWindow,
  );
}

/** What keeps a ground open: whatever could be evidence on a day that the clock counted (10.6). */
export function groundGaps({ missing, clock, checkpointOn }: Outcome): readonly Gap[] {
  if (clock === null) return [];
  return gapsIn(missing, { from: addDays(clock.startsAfter, 1), to: checkpointOn });
}

function gapsIn(missing: readonly Missing[], period: Period): readonly Gap[] {
  const gaps = new Map<string, { feed: Feed; why: Missing['why']; days: Set<Day> }>();
  for (const { feed, why, days } of missing) {
    const shared = overlap(days, period);
    if (shared === undefined) continue;
    const gap = gaps.get(`${feed} ${why}`) ?? { feed, why, days: new Set() };
    for (const day of daysOf(shared)) gap.days.add(day);
    gaps.set(`${feed} ${why}`, gap);
  }
  return [...gaps.values()].map(({ feed, why, days }) => ({ feed, why, days: ascending(days) }));
}

/** `VLE: the records end too early, so nothing is known from … to … (14 days)`. */
export function gapText({ feed, why, days }: Gap): string {
  const when = whenText(days);
  switch (why) {
    case 'no-acts':
      return `${FEED_TEXT[feed]}: no records at all, so nothing is known ${when}`;
    case 'before-first-act':
      return `${FEED_TEXT[feed]}: the records begin too late, so nothing is known ${when}`;
    case 'after-last-act':
      return `${FEED_TEXT[feed]}: the records end too early, so nothing is known ${when}`;
    case 'unconfirmed-evidence':
      return `${FEED_TEXT[feed]}: activity ${when} in records that nobody has confirmed accurate`;
  }
}

/** `from … to … (14 days)`, or `on 3 days from … to …` where days between them are known. */
function whenText(days: readonly Day[]): string {
  const span = spanOf(days);
  const extent = counted(days.length, 'day');
  return days.length === lengthDays(span) ? `${periodText(span)} (${extent})` : `on ${extent} ${periodText(span)}`;
}

/** First to last; at least one day is given. */
function spanOf(days: readonly Day[]): Period {
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) throw new RangeError('a gap has at least one day');
  return { from, to };
}

/** The distinct days of all gaps. */
export function daysOfGaps(gaps: readonly Gap[]): readonly Day[] {
  return ascending(new Set(gaps.flatMap(({ days }) => days)));
}

function ascending(days: ReadonlySet<Day>): readonly Day[] {
  return [...days].sort((one, other) => one - other);
}

/** What a withheld ground stands or falls with. */
export function groundReason(ground: Ground, { clock }: Outcome): string {
  if (clock === null || (ground !== '10.6-days' && ground !== '9.2')) {
    return `Ground ${ground} is not decided, because records are missing.`;
  }
  const { shortestMonitoredDays: shortest, longestMonitoredDays: longest } = clock;
  return `Ground ${ground} is not decided: ${shortest} to ${longest} monitored days without evidence, depending on what is missing; it arises at 60.`;
}
