// Draws a small plan whose checkpoints and vacations fall where days are easily miscounted, and the date to ask about.
import { dayNumber, isoDay, type DayNumber } from './days.js';
import type { Random } from './random.js';
import {
  DEFAULT_PATTERNS,
  type Fraction,
  type Indicator,
  type Pattern,
  type Rule,
  type SimplePlan,
} from './simple-plan.js';

export interface Question {
  readonly plan: SimplePlan;
  readonly at: DayNumber;
  readonly isAdHoc: boolean;
  /** Days at or beside an edge: of a window, the grace days, the sixty days, a vacation. */
  readonly edges: readonly [DayNumber, ...DayNumber[]];
}

/** A plan with a checkpoint at the date asked about, or, where that is ad hoc, without. */
export function drawQuestion(random: Random, school: string, at: DayNumber, isAdHoc: boolean): Question {
  const dates = drawCheckpoints(random, at, isAdHoc);
  const start = (dates[0] ?? at) - random.pick(GAPS);
  const plan: SimplePlan = {
    school,
    teachingStartsOn: isoDay(isAdHoc ? Math.min(start, at - random.integer(0, 10)) : start),
    checkpoints: dates.map((day, index) => ({ id: `c${index + 1}`, on: isoDay(day), ...drawFrom(random, start, day) })),
    graceDays: random.pick([7, 7, 7, 6, 8, 1, 2, 14]),
    toleranceDays: random.pick([3, 3, 3, 0, 2, 4]),
    indicators: INDICATORS.map((draw) => draw(random)),
    rule: random.pick(RULES),
    patterns: random.pick(PATTERNS),
    vacations: drawVacations(random, start, dates.at(-1) ?? at),
  };
  return { plan, at, isAdHoc, edges: edgeDays(plan, start, dates, at) };
}

const GAPS = [6, 7, 8, 9, 14, 21, 28, 28, 30, 35, 45, 58, 59, 60, 61, 70, 90] as const;

function drawCheckpoints(random: Random, at: DayNumber, isAdHoc: boolean): DayNumber[] {
  const dates = [isAdHoc ? at + random.pick([-1, -3, -6, -7, -8, 5, 20]) : at];
  for (let left = random.pick([0, 1, 2, 2, 3]); left > 0; left -= 1)
    dates.unshift((dates[0] ?? at) - random.pick(GAPS));
  for (let left = random.pick([0, 0, 0, 1]); left > 0; left -= 1) dates.push((dates.at(-1) ?? at) + random.pick(GAPS));
  return dates.filter((day) => !isAdHoc || day !== at);
}

/** Now and then a checkpoint says itself where its window begins. */
function drawFrom(random: Random, start: DayNumber, day: DayNumber): { from?: string } {
  return random.chance(0.9) ? {} : { from: isoDay(Math.max(start, day - random.pick([5, 6, 7, 20, 60]))) };
}

const half = { top: 1, bottom: 2 };
const minima: readonly [Fraction, ...Fraction[]] = [half, half, { top: 1, bottom: 1 }, { top: 2, bottom: 5 }];

const INDICATORS: readonly ((random: Random) => Indicator)[] = [
  (random) => ({
    id: 'use',
    feed: 'vle',
    measure: random.pick(['active_days', 'active_days', 'active_weeks', 'count']),
    minimum: random.pick([4, 4, 1, 2, 6]),
    isProrated: random.chance(0.8),
  }),
  (random) => ({ id: 'recent', feed: 'vle', measure: 'recency', maximum: random.pick([1, 7, 10, 14, 28, 60]) }),
  (random) => ({
    id: 'work',
    feed: 'submissions',
    measure: 'rate',
    minimum: random.pick(minima),
  }),
];

/** Indicators that a rule leaves out are measured all the same. */
const RULES: readonly [Rule, ...Rule[]] = [
  { need: 'all', of: ['use', 'work'] },
  { need: 'all', of: ['use', 'work'] },
  { need: 'any', of: ['use', 'work'] },
  { need: 'all', of: ['use', 'recent', 'work'] },
  { need: 2, of: ['use', 'recent', 'work'] },
  { need: 'all', of: ['work', { need: 'any', of: ['use', 'recent'] }] },
];

const PATTERNS: readonly [readonly Pattern[], ...(readonly Pattern[])[]] = [
  DEFAULT_PATTERNS,
  DEFAULT_PATTERNS,
  [{ counts: 'non-engagement', atLeast: 3, of: 3 }],
  [...DEFAULT_PATTERNS, { counts: 'failed', atLeast: 3, of: 3 }],
  [{ counts: 'failed', atLeast: 2, of: 3 }],
  [{ counts: 'non-engagement', atLeast: 2, of: 'year' }],
];

function drawVacations(random: Random, start: DayNumber, end: DayNumber): SimplePlan['vacations'] {
  const vacations: { from: string; to: string }[] = [];
  let earliest = start - 5;
  for (let left = random.pick([0, 0, 0, 1, 1, 2]); left > 0; left -= 1) {
    const from = random.integer(earliest, Math.max(earliest, end));
    const to = from + random.pick([0, 1, 4, 6, 13, 20, 30]);
    vacations.push({ from: isoDay(from), to: isoDay(to) });
    earliest = to + 2;
  }
  return vacations;
}

function edgeDays(plan: SimplePlan, start: DayNumber, dates: readonly DayNumber[], at: DayNumber): Question['edges'] {
  const vacationEnds = plan.vacations.flatMap(({ from, to }) => [dayNumber(from), dayNumber(to)]);
  const turns = [start, ...dates, ...vacationEnds].flatMap((day) => [day - 1, day, day + 1]);
  const sixty = [57, 58, 59, 60, 61, 62].map((days) => at - days);
  const grace = [-2, -1, 0, 1].map((more) => at - plan.graceDays - more);
  return [at, at, at - 1, ...sixty, ...grace, ...turns];
}
