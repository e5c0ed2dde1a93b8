// Draws a plan whose checkpoints fall where days are easily miscounted, and the date to ask about.
import { dayNumber, isoDay, type DayNumber } from './days.js';
import { FEEDS, type Feed } from './exports.js';
import { withApprovals, withModuleAlerts } from './generated-asides.js';
import { drawDays, drawUniversity, type Span } from './generated-calendar.js';
import { drawIndicator, INDICATOR_KINDS } from './generated-indicators.js';
import { drawGroups, drawReferral, drawRule } from './generated-rule.js';
import type { WrittenIndicator, WrittenPeriod, WrittenPlan, WrittenUniversity } from './plan-language.js';
import type { Random } from './random.js';

export interface Question {
  readonly plan: WrittenPlan;
  readonly university: WrittenUniversity;
  readonly school: string;
  readonly at: DayNumber;
  readonly isAdHoc: boolean;
  readonly teachingStartsOn: DayNumber;
  /** Days at or beside an edge: of a window, the grace days, the sixty days, a vacation, the known days. */
  readonly edges: readonly [DayNumber, ...DayNumber[]];
}

/** A plan with a checkpoint at the date asked about, or, where that is ad hoc, without. */
export function drawQuestion(random: Random, school: string, at: DayNumber, isAdHoc: boolean): Question {
  const dates = drawCheckpoints(random, at, isAdHoc);
  const first = (dates[0] ?? at) - random.pick(GAPS);
  const start = isAdHoc ? Math.min(first, at - random.integer(0, 10)) : first;
  const span: Span = {
    start,
    end: dates.at(-1) ?? at,
    turns: [at, at - 7, start, ...dates, ...dates.map((day) => day + 1)],
  };
  const university = drawUniversity(random, span);
  const drawn = withApprovals(drawPlan(random, school, { at, dates, start, span }), start);
  const plan = withModuleAlerts(drawn, { at, start, checkpointIds: checkpointIdsOf(dates) });
  const graceDays = plan.grace_days ?? 7;
  const teachingStartsOn = start;
  return { plan, university, school, at, isAdHoc, teachingStartsOn, edges: edgeDays(university, graceDays, span, at) };
}

const GAPS = [6, 7, 8, 9, 14, 21, 28, 28, 30, 35, 45, 58, 59, 60, 61, 70, 90] as const;

function drawCheckpoints(random: Random, at: DayNumber, isAdHoc: boolean): DayNumber[] {
  const dates = [isAdHoc ? at + random.pick([-1, -3, -6, -7, -8, 5, 20]) : at];
  for (let left = random.pick([0, 1, 2, 2, 3]); left > 0; left -= 1)
    dates.unshift((dates[0] ?? at) - random.pick(GAPS));
  for (let left = random.pick([0, 0, 0, 1]); left > 0; left -= 1) dates.push((dates.at(-1) ?? at) + random.pick(GAPS));
  return dates.filter((day) => !isAdHoc || day !== at);
}

interface Dates {
  readonly at: DayNumber;
  readonly dates: readonly DayNumber[];
  readonly start: DayNumber;
  readonly span: Span;
}

function drawPlan(random: Random, school: string, { at, dates, start, span }: Dates): WrittenPlan {
  const checkpoints = dates.map((day, index) => [`c${index + 1}`, drawCheckpoint(random, start, day)] as const);
  const indicators = drawIndicators(random, { at, dates, start, span });
  const ids = Object.keys(indicators);
  const used = Object.values(indicators).map(({ feed }) => feed);
  return {
    plan: school,
    title: 'a generated school',
    policy: '2.0',
    students: drawStudents(random, school),
    university: 'university.yaml',
    checkpoints: Object.fromEntries(checkpoints),
    feeds: drawFeeds(random, used),
    ...(random.chance(0.25) ? { registers: random.pick(['lab', ['lab', 'seminar'], ['lecture']]) } : {}),
    ...(random.chance(0.25) ? { all_absent_registers: random.pick(['unknown', 'absent', 'absent']) } : {}),
    ...(random.chance(0.2) ? { event_minutes: random.pick([30, 90, 50]) } : {}),
    ...drawReply(random),
    grace_days: random.pick([7, 7, 7, 6, 8, 1, 2, 14]),
    tolerance_days: random.pick([3, 3, 3, 0, 2, 4]),
    ...(random.chance(0.3) ? { clock: random.pick(CLOCKS) } : {}),
    ...(random.chance(0.2) ? { levels: random.pick(LEVELS) } : {}),
    ...(random.chance(0.15) ? { disruptions: drawDays(random, span, 'strike') } : {}),
    ...drawSponsored(random),
    indicators,
    rule: drawRule(random, random.chance(0.8) ? ids : ids.slice(0, 2)),
    ...drawGroups(random, ids),
    ...drawReferral(random),
  };
}

/** Mostly the whole school; the others are of no plan. */
function drawStudents(random: Random, school: string): WrittenPlan['students'] {
  if (random.chance(0.85)) return { school };
  return random.pick([
    { school, programmes: ['P1', 'P2'] },
    { school, mode: 'full-time' },
    { school, rqf: [6, 7, 8] },
  ]);
}

const CLOCKS = [
  { vacation: 'counts' },
  { authorised_absence: 'counts' },
  { vacation: 'counts', authorised_absence: 'counts' },
  { vacation: 'pauses', authorised_absence: 'pauses' },
] as const;

const LEVELS = [{ masters: ['P2'] }, { foundation: ['P1'], undergraduate: ['P3'] }, { masters: ['P1', 'P3'] }] as const;

/** Now and then a checkpoint says itself where its window begins. */
function drawCheckpoint(random: Random, start: DayNumber, day: DayNumber): string | { date: string; from: string } {
  if (random.chance(0.9)) return isoDay(day);
  return { date: isoDay(day), from: isoDay(Math.max(start, day - random.pick([5, 6, 7, 20, 60]))) };
}

function drawIndicators(random: Random, { at, dates, start }: Dates): Record<string, WrittenIndicator> {
  const checkpointIds = checkpointIdsOf(dates);
  const ids = random.shuffled(Object.keys(INDICATOR_KINDS)).slice(0, random.pick([1, 2, 2, 3, 3, 4]));
  return Object.fromEntries(
    ids.flatMap((id) => {
      const kind = INDICATOR_KINDS[id];
      return kind === undefined ? [] : [[id, drawIndicator(random, kind, { at, start, checkpointIds })]];
    }),
  );
}

function checkpointIdsOf(dates: readonly DayNumber[]): [string, ...string[]] {
  return ['c1', ...dates.slice(1).map((_, index) => `c${index + 2}`)];
}

/** Those that the indicators use, and others that only move clocks; the rest is not listed. */
function drawFeeds(random: Random, used: readonly Feed[]): Feed[] {
  const others = random.pick([0, 0.3, 0.3, 1]);
  return FEEDS.filter((feed) => used.includes(feed) || random.chance(others));
}

function drawReply(random: Random): Partial<WrittenPlan> {
  return random.pick([
    {},
    { reply_within_days: 10 },
    { reply_within_working_days: 5 },
    { reply_within_working_days: 10 },
  ]);
}

/** Mostly something; without it nobody has said which rule holds at RQF 4 and 5. */
function drawSponsored(random: Random): Partial<WrittenPlan> {
  if (random.chance(0.3)) return {};
  return {
    sponsored: {
      ...(random.chance(0.6) ? { rqf_4_5: random.pick(['degree', 'below-degree']) } : {}),
      ...(random.chance(0.2) ? { foundation_years: random.pick(['P2', ['P2', 'P3']]) } : {}),
      ...(random.chance(0.3) ? { classroom: random.pick(['seminar', ['lab', 'seminar']]) } : {}),
      ...(random.chance(0.5) ? { authorised_absence: random.pick(['leaves', 'stays']) } : {}),
      report_within_working_days: random.pick([10, 10, 5, 1]),
    },
  };
}

function edgeDays(
  { vacations = {} }: WrittenUniversity,
  graceDays: number,
  { turns }: Span,
  at: DayNumber,
): Question['edges'] {
  const ends = Object.values(vacations).flatMap(({ from, to }: WrittenPeriod) => [dayNumber(from), dayNumber(to)]);
  const beside = [...turns, ...ends].flatMap((day) => [day - 1, day, day + 1]);
  const sixty = [57, 58, 59, 60, 61, 62].map((days) => at - days);
  const grace = [-2, -1, 0, 1].map((more) => at - graceDays - more);
  return [at, at, at - 1, ...sixty, ...grace, ...beside];
}
