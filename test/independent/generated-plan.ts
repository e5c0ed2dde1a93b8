// Draws a small plan whose checkpoints and vacations fall where days are easily miscounted, and the date to ask about.
import { dayNumber, isoDay, type DayNumber } from './days.js';
import type { Random } from './random.js';
import type { SimplePlan } from './simulation.js';

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
    checkpoints: dates.map((day, index) => ({ id: `c${index + 1}`, on: isoDay(day) })),
    graceDays: random.pick([7, 7, 7, 6, 8, 1, 14]),
    toleranceDays: random.pick([3, 3, 3, 0, 2, 4]),
    vle: {
      measure: random.pick(['active_days', 'active_days', 'count']),
      minimum: random.pick([4, 4, 1, 2, 6]),
      prorated: random.chance(0.8),
    },
    submissions: {
      minimum: random.pick([half, half, { top: 1, bottom: 1 }, { top: 2, bottom: 5 }, { top: 1, bottom: 4 }]),
    },
    rule: random.pick(['all', 'all', 'any']),
    vacations: drawVacations(random, start, dates.at(-1) ?? at),
  };
  return { plan, at, isAdHoc, edges: edgeDays(plan, start, dates, at) };
}

const GAPS = [6, 7, 8, 9, 14, 21, 28, 28, 30, 35, 45, 58, 59, 60, 61] as const;

function drawCheckpoints(random: Random, at: DayNumber, isAdHoc: boolean): DayNumber[] {
  const dates = [isAdHoc ? at + random.pick([-1, -3, -6, -7, -8, 5, 20]) : at];
  for (let left = random.pick([0, 1, 2, 2, 3]); left > 0; left -= 1)
    dates.unshift((dates[0] ?? at) - random.pick(GAPS));
  for (let left = random.pick([0, 0, 0, 1]); left > 0; left -= 1) dates.push((dates.at(-1) ?? at) + random.pick(GAPS));
  return dates.filter((day) => !isAdHoc || day !== at);
}

const half = { top: 1, bottom: 2 };

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
