// Draws a small plan whose checkpoints and vacations fall where days are easily miscounted, and the date to ask about.
import { dayNumber, isoDay, type DayNumber } from './days.js';
import type { Random } from './random.js';
import type { SimplePlan } from './simulation.js';

export interface Question {
  readonly plan: SimplePlan;
  readonly at: DayNumber;
  readonly isAdHoc: boolean;
  /** Days at or beside an edge: of a window, the grace days, the tolerance, the sixty days, a vacation. */
  readonly edges: readonly [DayNumber, ...DayNumber[]];
}

export function drawQuestion(random: Random): Question {
  const start = dayNumber(random.pick(['2025-09-22', '2026-01-12', '2026-03-09', '2024-02-12', '2025-10-20']));
  const dates: DayNumber[] = [];
  let last = start;
  for (let left = random.pick([1, 2, 3, 3, 4, 5]); left > 0; left -= 1) {
    last += random.pick([4, 6, 7, 8, 9, 14, 21, 28, 28, 30, 35, 45, 58, 59, 60, 61]);
    dates.push(last);
  }
  const plan: SimplePlan = {
    school: 'AAA',
    teachingStartsOn: isoDay(start),
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
    vacations: drawVacations(random, start, last),
  };
  const adHoc = random.integer(start + 1, last + 20);
  const isAdHoc = random.chance(0.12) && !dates.includes(adHoc);
  const at = isAdHoc ? adHoc : random.pick([last, last, dates[random.integer(0, dates.length - 1)] ?? last]);
  return { plan, at, isAdHoc, edges: edgeDays(plan, start, dates, at) };
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
