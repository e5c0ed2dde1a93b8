// What an indicator measured, against its minimum, in words that a student can read (5.1a, 10.1).
import { counted } from '../diagnostics/fault.js';
import type { Feed } from '../engagement/feed.js';
import type { Fraction } from '../engagement/fraction.js';
import type { Measured } from '../engagement/outcome.js';
import type { AmountIndicator, Indicator, RateIndicator } from '../plan/plan.js';
import { countedRange, rangeOf, rangeText, shareOfTimeText, shareText } from './amount-text.js';

const DONE: Readonly<Record<Feed, string>> = {
  attendance: 'attended',
  submissions: 'submitted',
  vle: 'recorded',
  meetings: 'attended',
  lecture_capture: 'watched',
  activities: 'recorded',
};

/** What a student was on the days and in the weeks that count. */
const ACTIVE: Readonly<Record<Feed, string>> = { ...DONE, vle: 'active', activities: 'active' };

/** `active on 2 days; at least 4 expected`. */
export function measuredText(indicator: Indicator, measured: Measured): string {
  return `${achievedText(indicator, measured)}; ${expectedText(indicator, measured)}`;
}

/** What was seen, and in which module where each is asked; a range where records are missing. */
export function achievedText(indicator: Indicator, measured: Measured): string {
  const { worst, best } = measured;
  const where = whereText(measured);
  switch (indicator.measure) {
    case 'rate':
      return rateText(indicator, measured, where);
    case 'recency': {
      const days = countedRange(rangeOf(worst, best), 'day');
      return `nothing recorded for ${days}${where}, vacations not counted`;
    }
    case 'count':
    case 'active_days':
    case 'active_weeks':
    case 'minutes':
      return amountText(indicator, measured, where);
  }
}

export function expectedText({ measure, scope }: Indicator, { threshold, plannedThreshold }: Measured): string {
  const each = scope === 'each_module' ? ' in each module' : '';
  if (measure === 'rate') return `at least ${percentText(threshold)} expected${each}`;
  if (measure === 'recency') return `at most ${counted(threshold.numerator, 'such day')} expected${each}`;
  const inFull = plannedThreshold === undefined ? '' : ` (${plannedThreshold} in a full period)`;
  return `at least ${threshold.numerator} expected${each}${inFull}`;
}

/** Why an indicator of the student's rule was not measured. */
export function notApplicableText({ at }: Indicator, checkpointId: string): string {
  return at?.includes(checkpointId) === false
    ? 'not asked at this checkpoint'
    : 'nothing was expected of this student in the window';
}

function rateText({ feed, of, isOnTimeAsked }: RateIndicator, measured: Measured, where: string): string {
  const { worst, best, isOpenEnded, openEvents } = measured;
  if (best === 'unbounded') throw new RangeError('a rate has bounds');
  if (of === 'teaching_weeks') {
    const weeks = best.denominator === 1 ? 'teaching week' : 'teaching weeks';
    return `${ACTIVE[feed]} in ${shareText(worst, best)} ${weeks}${where}`;
  }
  const done = `${DONE[feed]}${isOnTimeAsked ? ' on time' : ''}${where}`;
  // Where all that was expected is open and excused, the bounds are nothing and everything, not a number of events.
  const isAllExcused = isNothingToAll(worst, best) && (of === 'minutes' || openEvents.length > 1);
  if (isOpenEnded || isAllExcused) return `the records do not say what was ${done}`;
  return `${of === 'minutes' ? shareOfTimeText(worst, best) : shareText(worst, best)} ${done}`;
}

function isNothingToAll(worst: Fraction, best: Fraction): boolean {
  return worst.numerator === 0 && best.numerator === 1 && best.denominator === 1;
}

function amountText({ feed, measure }: AmountIndicator, { worst, best }: Measured, where: string): string {
  const range = rangeOf(worst, best);
  switch (measure) {
    case 'count':
      return `${countText(feed, rangeText(range))}${where}`;
    case 'active_days':
      return `${ACTIVE[feed]} on ${countedRange(range, 'day')}${where}`;
    case 'active_weeks':
      return `${ACTIVE[feed]} in ${countedRange(range, 'week')}${where}`;
    case 'minutes':
      return `${countedRange(range, 'minute')} ${DONE[feed]}${where}`;
  }
}

/** `2 attended`, `2 or more recorded`; lecture capture counts how often something was watched, not how many things. */
function countText(feed: Feed, amount: string): string {
  if (feed !== 'lecture_capture') return `${amount} ${DONE[feed]}`;
  return amount === '1' ? 'watched once' : `watched ${amount} times`;
}

/** Of an indicator that is asked of each module: ` in MOD101`. */
function whereText({ module }: Measured): string {
  if (module === null) return '';
  return module === '' ? ' outside any module' : ` in ${module}`;
}

/** `50%`, `62.5%`: exact, as plans write it. */
function percentText({ numerator, denominator }: Fraction): string {
  return `${(numerator * 100) / denominator}%`;
}

/** `QMplus`, `Labs and seminars`: the indicator's title as a sentence begins. A name such as `eTutor` stays as it is. */
export function titleText({ title }: Indicator): string {
  return /^\p{Ll}\p{Lu}/u.test(title) ? title : `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}
