// Counts, days, weeks and minutes of evidence: what is known, and what the unknown may add.
import { daysOf, mondayOf, type DayNumber } from './days.js';
import { actsOf, possibleActsOf } from './engagement.js';
import { isChosen, isLookedAt } from './expected.js';
import { shareDone, whole, type Measure, type Measured } from './measured.js';
import type { Indicator } from './plan.js';
import { isKnown, type Situation } from './situation.js';
import type { Act } from './uses.js';
import { isExcepted, teachingWeeks } from './year.js';

interface Found {
  readonly acts: readonly Act[];
  /** What open sessions may hide. */
  readonly possible: readonly Act[];
  readonly unknownDays: readonly DayNumber[];
}

/** Of one module alone, unless that is null. */
export function amountOf(situation: Situation, indicator: Indicator, module: string | null): Measure {
  const isMine = (act: Act): boolean =>
    isChosen(situation, indicator, act) && (module === null || act.module === module);
  const found = {
    acts: actsOf(situation, indicator.feed).filter(isMine),
    possible: possibleActsOf(situation, indicator.feed).filter(isMine),
    unknownDays: situation.own.filter(
      (day) => isLookedAt(situation, indicator, day) && !isKnown(situation, indicator.feed, day),
    ),
  };
  if (indicator.measure === 'active_weeks' && indicator.isPercentage) return shareOfWeeks(situation, indicator, found);
  return amountIn(indicator, found);
}

function amountIn({ measure }: Indicator, { acts, possible, unknownDays }: Found): Measured {
  const isUnbounded = unknownDays.length > 0;
  switch (measure) {
    case 'active_days': {
      const days = daysIn(acts);
      return { worst: distinct(days), best: distinct([...days, ...daysIn(possible), ...unknownDays]) };
    }
    case 'active_weeks': {
      const weeks = daysIn(acts).map(mondayOf);
      const best = distinct([...weeks, ...[...daysIn(possible), ...unknownDays].map(mondayOf)]);
      return { worst: distinct(weeks), best };
    }
    case 'minutes': {
      const isUnmeasured = [...acts, ...possible].some(({ minutes }) => minutes === null);
      const worst = whole(minutesIn(acts));
      return { worst, best: isUnbounded || isUnmeasured ? 'unlimited' : whole(minutesIn([...acts, ...possible])) };
    }
    case 'count':
    case 'rate':
    case 'recency': {
      const worst = whole(countIn(acts));
      return { worst, best: isUnbounded ? 'unlimited' : whole(countIn([...acts, ...possible])) };
    }
  }
}

/** Of the teaching weeks in the student's window, those with evidence. */
function shareOfWeeks({ plan, level, judged }: Situation, indicator: Indicator, found: Found): Measure {
  const weeks = teachingWeeks(plan, level, judged).filter(
    (monday) => !daysOf({ from: monday, to: monday + 4 }).some((day) => isExcepted(plan, indicator, day)),
  );
  const active = new Set(daysIn(found.acts).map(mondayOf));
  const doubtful = new Set([...daysIn(found.possible), ...found.unknownDays].map(mondayOf));
  return shareDone(
    weeks.map((monday) => ({
      weight: 1,
      isDone: active.has(monday) || (doubtful.has(monday) ? 'open' : false),
      isExcused: false,
    })),
  );
}

function daysIn(acts: readonly Act[]): DayNumber[] {
  return acts.map(({ day }) => day);
}

function distinct(days: readonly DayNumber[]) {
  return whole(new Set(days).size);
}

function countIn(acts: readonly Act[]): number {
  return acts.reduce((total, { count }) => total + count, 0);
}

function minutesIn(acts: readonly Act[]): number {
  return acts.reduce((total, { minutes }) => total + (minutes ?? 0), 0);
}
