// Reads one indicator of a plan.
import { dayNumber } from './days.js';
import type { DatedLimit, Fraction, Indicator } from './plan.js';
import type { WrittenIndicator, WrittenLimit } from './plan-language.js';

export function indicatorOf(id: string, written: WrittenIndicator): Indicator {
  const limit = written.minimum ?? written.maximum ?? 0;
  return {
    id,
    feed: written.feed,
    measure: written.measure,
    only: written.only === undefined ? null : [written.only].flat(),
    except: written.except === undefined ? [] : [written.except].flat(),
    isByMinutes: written.by === 'minutes',
    isPerTeachingWeek: written.per === 'teaching_week',
    isEachModule: written.scope === 'each_module',
    limits: limitsOf(limit),
    isPercentage: JSON.stringify(limit).includes('%'),
    isProrated: written.prorate ?? true,
    isOnTime: written.on_time ?? false,
    at: written.at === undefined ? null : [written.at].flat(),
  };
}

/** `from 2026-09-28: 2` is a limit in force from that day on. */
function limitsOf(written: WrittenLimit): DatedLimit[] {
  if (typeof written !== 'object') return [{ from: -Infinity, limit: fractionOf(written) }];
  return Object.entries(written)
    .map(([since, limit]) => ({ from: dayNumber(since.replace('from ', '')), limit: fractionOf(limit) }))
    .sort((one, other) => one.from - other.from);
}

/** `62.5%` is 625000/1000000. */
function fractionOf(written: number | string): Fraction {
  if (typeof written === 'number') return { top: written, bottom: 1 };
  const percent = Number(written.replace('%', ''));
  return { top: Math.round(percent * 10_000), bottom: 1_000_000 };
}
