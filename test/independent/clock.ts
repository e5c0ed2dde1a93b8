// Counts the days since evidence, day by day.
import type { DayNumber } from './days.js';
import { earliestDayZero, type Situation } from './situation.js';

export interface Counted {
  readonly dayZero: DayNumber;
  /** The days counted, by known evidence and by the latest day that could hold evidence. */
  readonly longest: readonly DayNumber[];
  readonly shortest: readonly DayNumber[];
}

/** The days since the last of these acts, never looking back beyond the student's start, a return or the start of teaching. */
export function countSince(
  situation: Situation,
  acts: Iterable<DayNumber>,
  isDoubtful: (day: DayNumber) => boolean,
  isCounted: (day: DayNumber) => boolean,
): Counted {
  const dayZero = Math.max(earliestDayZero(situation), ...acts);
  const longest: DayNumber[] = [];
  let shortest: DayNumber[] = [];
  for (let day = dayZero + 1; day <= situation.window.to; day += 1) {
    if (isCounted(day)) longest.push(day);
    if (isDoubtful(day)) shortest = [];
    else if (isCounted(day)) shortest.push(day);
  }
  return { dayZero, longest, shortest };
}
