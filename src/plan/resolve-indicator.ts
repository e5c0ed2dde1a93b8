// A written indicator as one that can be measured: does the measure make sense for the feed, and the minimum for it?
import { fault } from '../diagnostics/catalogue.js';
import type { Feed } from '../engagement/feed.js';
import type { Fraction } from '../engagement/fraction.js';
import type { Path } from '../yaml/document.js';
import { nearest } from '../yaml/nearest.js';
import type { Check } from './check.js';
import type { Indicator } from './plan.js';
import type { Measure, WrittenIndicator, WrittenThreshold } from './schema-indicator.js';
import { isHistory } from './unsupported.js';

/** What can be measured of each kind of evidence (7.1). */
const MEASURES_OF_FEED: Readonly<Record<Feed, readonly Measure[]>> = {
  attendance: ['rate', 'count', 'active_days', 'active_weeks', 'minutes', 'recency'],
  submissions: ['rate', 'count', 'recency'],
  vle: ['count', 'active_days', 'active_weeks', 'recency'],
  meetings: ['rate', 'count', 'active_days', 'active_weeks', 'recency'],
  lecture_capture: ['count', 'active_days', 'active_weeks', 'minutes', 'recency'],
  activities: ['count', 'active_days', 'active_weeks', 'recency'],
};

const SUBMISSION_TYPES = ['formative', 'summative'];

/** Null where something is wrong, which is then reported here or, if not yet supported, there. */
export function resolveIndicator(id: string, written: WrittenIndicator, check: Check): Indicator | null {
  const { feed, measure, prorate = true } = written;
  const path = ['indicators', id];
  checkMeasure(written, path, check);
  checkTypes(written, path, check);
  const base = {
    id,
    title: written.title ?? id.replaceAll('_', ' '),
    feed,
    only: written.only ?? null,
    support: written.support ?? '',
  };
  switch (measure) {
    case 'rate': {
      refuseKeys(written, ['maximum', 'prorate'], path, check);
      const minimum = rateOf(written.minimum, [...path, 'minimum'], check);
      return minimum === null ? null : { ...base, measure, minimum };
    }
    case 'recency': {
      refuseKeys(written, ['minimum', 'prorate'], path, check);
      const maximum = numberOf(written.maximum, [...path, 'maximum'], check);
      return maximum === null ? null : { ...base, measure, maximum };
    }
    case 'count':
    case 'active_days':
    case 'active_weeks': {
      refuseKeys(written, ['maximum'], path, check);
      const minimum = numberOf(written.minimum, [...path, 'minimum'], check);
      return minimum === null ? null : { ...base, measure, minimum, isProrated: prorate };
    }
    case 'minutes':
      return null;
  }
}

function checkMeasure({ feed, measure }: WrittenIndicator, path: Path, { document, report }: Check): void {
  const sensible = MEASURES_OF_FEED[feed];
  if (sensible.includes(measure)) return;
  report(fault('plan-measure-senseless', { feed, measure, sensible }, document.placeOf([...path, 'measure'])));
}

/** A misspelt type would select nothing, for ever; only those of submissions are fixed. */
function checkTypes({ feed, only = [] }: WrittenIndicator, path: Path, { document, report }: Check): void {
  if (feed !== 'submissions') return;
  for (const [index, type] of only.entries()) {
    if (SUBMISSION_TYPES.includes(type)) continue;
    const place = document.placeOf([...path, 'only', index]);
    report(fault('plan-submission-type', { type, nearest: nearest(type, SUBMISSION_TYPES) }, place));
  }
}

function refuseKeys(
  written: WrittenIndicator,
  keys: readonly ('minimum' | 'maximum' | 'prorate')[],
  path: Path,
  { document, report }: Check,
): void {
  for (const key of keys.filter((it) => written[it] !== undefined)) {
    report(fault('plan-key-senseless', { key, measure: written.measure }, document.placeOfKey([...path, key])));
  }
}

function rateOf(threshold: WrittenThreshold | undefined, path: Path, check: Check): Fraction | null {
  if (typeof threshold !== 'number') return givenThreshold(threshold, path, check);
  check.report(fault('plan-minimum-not-percentage', { found: threshold }, check.document.placeOf(path)));
  return null;
}

function numberOf(threshold: WrittenThreshold | undefined, path: Path, check: Check): number | null {
  if (typeof threshold === 'number') return threshold;
  const rate = givenThreshold(threshold, path, check);
  if (rate !== null)
    check.report(fault('plan-threshold-not-number', { key: String(path.at(-1)) }, check.document.placeOf(path)));
  return null;
}

/** Histories are refused elsewhere, by name. */
function givenThreshold(
  threshold: Exclude<WrittenThreshold, number> | undefined,
  path: Path,
  { document, report }: Check,
): Fraction | null {
  if (isHistory(threshold)) return null;
  if (threshold !== undefined) return threshold;
  report(
    fault(
      'plan-without-minimum',
      { key: String(path.at(-1)), indicator: String(path.at(-2)) },
      document.placeOfKey(path),
    ),
  );
  return null;
}
