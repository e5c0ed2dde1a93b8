// Which parts of an indicator make sense together: a key without effect would promise what nobody measures.
import { fault } from '../diagnostics/catalogue.js';
import type { Feed } from '../engagement/feed.js';
import type { Path } from '../yaml/document.js';
import { nearest } from '../engagement/nearest.js';
import type { Check } from './check.js';
import { asksForShare } from './resolve-threshold.js';
import type { Measure, WrittenIndicator } from './schema-indicator.js';

/** What can be measured of each kind of evidence (7.1). */
const MEASURES_OF_FEED: Readonly<Record<Feed, readonly Measure[]>> = {
  attendance: ['rate', 'count', 'active_days', 'active_weeks', 'minutes', 'recency'],
  submissions: ['rate', 'count', 'recency'],
  vle: ['count', 'active_days', 'active_weeks', 'recency'],
  meetings: ['rate', 'count', 'active_days', 'active_weeks', 'recency'],
  lecture_capture: ['count', 'active_days', 'active_weeks', 'minutes', 'recency'],
  activities: ['count', 'active_days', 'active_weeks', 'recency'],
};

/** Feeds whose exports allow no types but these. */
const TYPES_OF_FEED: Readonly<Partial<Record<Feed, readonly string[]>>> = {
  submissions: ['formative', 'summative'],
  meetings: ['advisor', 'supervisor', 'student-support', 'sabbatical-support'],
};

/** Whether a misspelt type of the feed is found in the plan itself. */
export function hasFixedTypes(feed: Feed): boolean {
  return TYPES_OF_FEED[feed] !== undefined;
}

/** Feeds whose exports name modules. */
const FEEDS_OF_MODULES: readonly Feed[] = ['attendance', 'submissions', 'vle', 'lecture_capture'];

/** When a key has a meaning; keys that always have one are left out. */
const HAS_MEANING = {
  minimum: ({ measure }) => measure !== 'recency',
  maximum: ({ measure }) => measure === 'recency',
  only: ({ feed }) => feed !== 'lecture_capture',
  except: ({ measure }) => measure !== 'recency',
  by: ({ feed, measure }) => feed === 'attendance' && measure === 'rate',
  on_time: ({ feed, measure }) => feed === 'submissions' && measure === 'rate',
  per: isAmount,
  prorate: isAmount,
  scope: (written) =>
    written.scope === 'programme' || (FEEDS_OF_MODULES.includes(written.feed) && !isShareOfWeeks(written)),
} as const satisfies Partial<Record<keyof WrittenIndicator, (written: WrittenIndicator) => boolean>>;

export type DependentKey = keyof typeof HAS_MEANING;
const DEPENDENT_KEYS = Object.keys(HAS_MEANING) as readonly DependentKey[];

/** Of `active_weeks`, the only measure that may be asked for as a number or as a share: whether it is the share. */
export function isShareOfWeeks({ measure, minimum }: WrittenIndicator): boolean {
  return measure === 'active_weeks' && asksForShare(minimum);
}

function isAmount(written: WrittenIndicator): boolean {
  return !['rate', 'recency'].includes(written.measure) && !isShareOfWeeks(written);
}

export function checkSense(written: WrittenIndicator, path: Path, check: Check): void {
  const { feed, measure } = written;
  const { document, report } = check;
  const sensible = MEASURES_OF_FEED[feed];
  if (!sensible.includes(measure)) {
    report(fault('plan-measure-senseless', { feed, measure, sensible }, document.placeOf([...path, 'measure'])));
  }
  for (const key of DEPENDENT_KEYS.filter((it) => written[it] !== undefined && !HAS_MEANING[it](written))) {
    const args = { key, feed, measure, isShare: isShareOfWeeks(written) };
    report(fault('plan-key-senseless', args, document.placeOfKey([...path, key])));
  }
  checkTypes(written, path, check);
}

/** A misspelt type would select nothing, for ever; where the exports fix the types, it is found here. */
function checkTypes({ feed, only = [] }: WrittenIndicator, path: Path, { document, report }: Check): void {
  const known = TYPES_OF_FEED[feed];
  if (known === undefined) return;
  for (const [index, type] of only.entries()) {
    if (known.includes(type)) continue;
    const place = document.placeOf([...path, 'only', index]);
    report(fault('plan-type-unknown', { feed, type, known, nearest: nearest(type, known) }, place));
  }
}
