// A written indicator as one that can be measured, with what it expects at each checkpoint at which it is asked.
import { formatDay } from '../calendar/day.js';
import { fault } from '../diagnostics/catalogue.js';
import type { Feed } from '../engagement/feed.js';
import { nearest } from '../engagement/nearest.js';
import type { Check } from './check.js';
import { expectsOnlyFrom, isAskedAt } from './expected.js';
import type { Indicator, ShareOf } from './plan.js';
import { idAt, numbersOf, ratesOf, type IndicatorPath, type ThresholdAt } from './resolve-threshold.js';
import type { WrittenIndicator } from './schema-indicator.js';
import type { WrittenPlan } from './schema.js';
import { checkSense, isShareOfWeeks } from './sense.js';

type WrittenCheckpoints = WrittenPlan['checkpoints'];

/**
 * Null where something is wrong, which is then reported. The last part of the path is the indicator's id.
 * @clause 6.2c, 8.2, 8.3
 */
export function resolveIndicator(
  path: IndicatorPath,
  written: WrittenIndicator,
  checkpoints: WrittenCheckpoints,
  check: Check,
): Indicator | null {
  checkSense(written, path, check);
  checkAt(path, written, checkpoints, check);
  const indicator = measured(path, written, check);
  if (indicator !== null) checkBegins(path, indicator, checkpoints, check);
  return indicator;
}

function measured(path: IndicatorPath, written: WrittenIndicator, check: Check): Indicator | null {
  const id = idAt(path);
  const { feed, measure } = written;
  const base = {
    id,
    title: written.title ?? id.replaceAll('_', ' '),
    feed,
    only: written.only ?? null,
    except: written.except ?? [],
    at: written.at ?? null,
    scope: written.scope ?? 'programme',
    support: written.support ?? '',
  };
  const least: ThresholdAt = { written: written.minimum, key: 'minimum', path };
  if (measure === 'recency') {
    const maximum = numbersOf({ written: written.maximum, key: 'maximum', path }, check);
    return maximum && { ...base, measure, maximum };
  }
  if (measure === 'rate' || isShareOfWeeks(written)) {
    const minimum = ratesOf(least, check);
    const of = measure === 'rate' ? shareOf(written) : 'teaching_weeks';
    return minimum && of && { ...base, measure: 'rate', of, isOnTimeAsked: written.on_time ?? false, minimum };
  }
  const minimum = numbersOf(least, check);
  return minimum && { ...base, measure, minimum, per: written.per ?? 'window', isProrated: written.prorate ?? true };
}

const SHARE_OF_FEED: Readonly<Partial<Record<Feed, ShareOf>>> = {
  attendance: 'events',
  submissions: 'submissions',
  meetings: 'meetings',
};

/** Null for a feed that has no rate. */
function shareOf({ feed, by }: WrittenIndicator): ShareOf | null {
  return by ?? SHARE_OF_FEED[feed] ?? null;
}

function checkAt(
  path: IndicatorPath,
  { at = [] }: WrittenIndicator,
  checkpoints: WrittenCheckpoints,
  { document, report }: Check,
): void {
  const known = Object.keys(checkpoints);
  for (const [index, name] of at.entries()) {
    if (known.includes(name)) continue;
    const args = { checkpoint: name, known, nearest: nearest(name, known) };
    report(fault('plan-checkpoint-unknown', args, document.placeOf([...path, 'at', index])));
  }
}

/** A history must say what is expected at each checkpoint: the value of a later date is never taken for an earlier one. */
function checkBegins(
  path: IndicatorPath,
  indicator: Indicator,
  checkpoints: WrittenCheckpoints,
  { document, report }: Check,
): void {
  const { id } = indicator;
  const key = indicator.measure === 'recency' ? 'maximum' : 'minimum';
  for (const [checkpoint, { on }] of Object.entries(checkpoints)) {
    const from = isAskedAt(indicator, checkpoint) ? expectsOnlyFrom(indicator, on) : null;
    if (from === null) continue;
    const args = { indicator: id, key, from: formatDay(from), checkpoint, on: formatDay(on) };
    report(fault('plan-history-begins-late', args, document.placeOf([...path, key])));
    return;
  }
}
