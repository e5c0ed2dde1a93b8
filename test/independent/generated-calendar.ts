// Draws a university's year around the checkpoints: terms that begin in mid week, vacations by level, weeks set apart.
import { isoDay, mondayOf, type DayNumber } from './days.js';
import type { WrittenPeriod, WrittenPeriods, WrittenUniversity } from './plan-language.js';
import type { Random } from './random.js';

export interface Span {
  readonly start: DayNumber;
  readonly end: DayNumber;
  /** Days of note, where periods like to begin and end. */
  readonly turns: readonly [DayNumber, ...DayNumber[]];
}

export function drawUniversity(random: Random, span: Span): WrittenUniversity {
  return {
    teaching_starts: isoDay(span.start),
    terms: drawTerms(random, span),
    ...drawVacations(random, span),
    ...named('reading_weeks', random.chance(0.4) ? drawWeeks(random, span, 'reading') : {}),
    ...named('exam_weeks', random.chance(0.25) ? drawWeeks(random, span, 'exam') : {}),
    ...named('closures', random.chance(0.3) ? drawDays(random, span, 'closure') : {}),
    ...named('disruptions', random.chance(0.25) ? drawDays(random, span, 'strike') : {}),
  };
}

function named(key: keyof WrittenUniversity, periods: WrittenPeriods): WrittenUniversity {
  return Object.keys(periods).length === 0 ? {} : { [key]: periods };
}

function period(from: DayNumber, to: DayNumber): WrittenPeriod {
  return { from: isoDay(from), to: isoDay(to) };
}

/** One term for all, or two with days between them that are in no term. */
function drawTerms(random: Random, { start, end }: Span): Record<string, WrittenPeriod> {
  const first = start - random.pick([0, 0, 1, 3, 7]);
  const last = end + random.pick([0, 0, 2, 30, -1, -4]);
  const middle = random.integer(first, last);
  if (random.chance(0.6) || middle + 9 > last) return { autumn: period(first, Math.max(first, last)) };
  return { autumn: period(first, middle), spring: period(middle + random.pick([1, 3, 8]), last) };
}

const LEVELS = [['undergraduate'], ['masters'], ['undergraduate', 'foundation'], ['masters', 'foundation']] as const;

function drawVacations(random: Random, { start, end, turns }: Span): WrittenUniversity {
  const vacations: Record<string, WrittenPeriod & { levels?: readonly string[] }> = {};
  const isByLevel = random.chance(0.35);
  let earliest = start - 5;
  for (let number = 1, left = random.pick([0, 0, 0, 1, 1, 2]); left > 0; left -= 1, number += 1) {
    const from = Math.max(
      earliest,
      random.chance(0.4) ? random.pick(turns) : random.integer(earliest, Math.max(earliest, end)),
    );
    const to = from + random.pick([0, 1, 4, 6, 13, 20, 30]);
    const levels = isByLevel && random.chance(0.8) ? { levels: random.pick(LEVELS) } : {};
    vacations[`vacation_${number}`] = { ...period(from, to), ...levels };
    earliest = to + 2;
  }
  return Object.keys(vacations).length === 0 ? {} : { vacations };
}

/** Whole weeks mostly, Monday to Sunday or to Friday. */
function drawWeeks(random: Random, { turns }: Span, name: string): WrittenPeriods {
  const from = mondayOf(random.pick(turns)) + random.pick([0, 0, 0, 7, -7, 2]);
  return { [name]: period(from, from + random.pick([6, 6, 4, 4, 13, 2])) };
}

export function drawDays(random: Random, { turns }: Pick<Span, 'turns'>, name: string): WrittenPeriods {
  const from = random.pick(turns);
  if (random.chance(0.4)) return { [name]: isoDay(from) };
  return { [name]: period(from, from + random.pick([0, 1, 3, 6, 13])) };
}
