// Which days of which feed, and which events, are not known, in plain words (8.4).
import type { Day } from '../calendar/day.js';
import { daysOf, lengthDays, type Period } from '../calendar/period.js';
import { counted } from '../diagnostics/fault.js';
import type { Feed } from '../engagement/feed.js';
import type { OpenBecause, OpenEvent } from '../engagement/ledger.js';
import type { Clock, Ground, Missing } from '../engagement/outcome.js';
import { periodText } from './day-text.js';
import { eventText } from './event-text.js';
import { FEED_TEXT } from './feed-text.js';
import type { Listing } from './listed.js';

/** What is not known of one feed for one reason, counted once however often it is stated. */
export interface Gap {
  readonly feed: Feed;
  readonly why: Missing['why'];
  /** Ascending, at least one; of events, the days on which they took place. */
  readonly days: readonly Day[];
  /** The open events, in order of start; none where whole days are unknown. */
  readonly events: readonly OpenEvent[];
}

export function gapsOf(missing: readonly Missing[]): readonly Gap[] {
  const gaps = new Map<string, { feed: Feed; why: Missing['why']; days: Set<Day>; events: Map<string, OpenEvent> }>();
  for (const { feed, why, days, event } of missing) {
    const gap = gaps.get(`${feed} ${why}`) ?? { feed, why, days: new Set(), events: new Map() };
    for (const day of daysOf(days)) gap.days.add(day);
    if (event !== null) gap.events.set(eventKey(event), event);
    gaps.set(`${feed} ${why}`, gap);
  }
  return [...gaps.values()].map(({ feed, why, days, events }) => ({
    feed,
    why,
    days: ascending(days),
    events: [...events.values()].sort((one, other) => one.starts.day - other.starts.day),
  }));
}

function eventKey({ eventId, type, module, starts }: OpenEvent): string {
  return JSON.stringify([eventId, type, module, starts.day, starts.minute]);
}

/** What is not known, to be listed as far as there is room. */
export function gapListings(gaps: readonly Gap[]): readonly Listing[] {
  const feeds = [...new Set(gaps.map(({ feed }) => feed))];
  return feeds.flatMap((feed) => {
    const own = gaps.filter((gap) => gap.feed === feed);
    // The feed is named once, before all that is not known of it.
    return own.map((gap, index) => listingOf(gap, index === 0 ? `${FEED_TEXT[feed]}: ` : ''));
  });
}

/** `attendance: no register of lab (MOD101) on 8 October 2026`. */
function listingOf({ feed, why, days, events }: Gap, feedText: string): Listing {
  if (!isAboutEvents(why)) {
    const noun = why === 'unconfirmed-evidence' ? 'active day' : 'unknown day';
    return { heading: feedText, noun, things: [{ name: daysGapText(why, days), day: null, count: days.length }] };
  }
  const noun = feed === 'meetings' ? 'meeting' : 'event';
  const things = events.map(({ type, module, starts }) => {
    return { name: eventText({ kind: noun, type, module }), day: starts.day, count: 1 };
  });
  return { heading: `${feedText}${OPEN_TEXT[why]} `, noun, things };
}

const OPEN_TEXT: Readonly<Record<OpenBecause, string>> = {
  'no-register': 'no register of',
  'not-recorded': 'nothing recorded for',
  'everyone-absent': 'everyone marked absent at',
};

function isAboutEvents(why: Missing['why']): why is OpenBecause {
  return why in OPEN_TEXT;
}

/** `the records end too early, with nothing known from … to … (14 days)`. */
function daysGapText(why: Exclude<Missing['why'], OpenBecause>, days: readonly Day[]): string {
  const when = whenText(days);
  switch (why) {
    case 'no-acts':
      return `no records at all ${when}`;
    case 'before-first-act':
      return `the records begin too late, with nothing known ${when}`;
    case 'after-last-act':
      return `the records end too early, with nothing known ${when}`;
    case 'not-covered':
      return `not covered by the export, with nothing known ${when}`;
    case 'not-identified':
      return `no id of the student in the system of the records, with nothing known ${when}`;
    case 'set-aside':
      return `set aside for this run, with nothing known ${when}`;
    case 'minutes-not-given':
      return `no minutes given ${when}`;
    case 'unconfirmed-evidence':
      return `activity ${when} in records that the plan does not list`;
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

/** What a withheld ground of 60 days stands or falls with (9.2, 10.6). */
export function daysReason(ground: Ground, clock: Clock, missing: readonly Missing[]): string {
  const { shortestMonitoredDays: shortest, longestMonitoredDays: longest } = clock;
  return `Ground ${ground} is not decided: ${shortest} to ${longest} monitored days without evidence, depending on ${causeText(missing)}; it arises at 60.`;
}

/** Records that the plan does not list are there: they are not missing, and still decide nothing (8.4). */
function causeText(missing: readonly Missing[]): string {
  const unlisted = missing.filter(({ why }) => why === 'unconfirmed-evidence').length;
  if (unlisted === 0) return 'what is missing';
  const notListed = 'records that the plan does not list';
  return unlisted === missing.length ? notListed : `what is missing and ${notListed}`;
}
