// Draws indicators of all kinds, with the options that each kind has.
import { isoDay, type DayNumber } from './days.js';
import type { Feed } from './exports.js';
import type { Excepted, Measure, WrittenIndicator, WrittenLimit } from './plan-language.js';
import type { Random } from './random.js';

export interface Setting {
  readonly checkpointIds: readonly [string, ...string[]];
  readonly at: DayNumber;
  readonly start: DayNumber;
}

interface Kind {
  readonly feed: Feed;
  readonly measure: Measure;
  /** A share of teaching weeks. */
  readonly isShare?: boolean;
}

/** Every kind of indicator, named for what it measures. */
export const INDICATOR_KINDS: Readonly<Record<string, Kind>> = {
  attendance_rate: { feed: 'attendance', measure: 'rate' },
  attendance_rate_again: { feed: 'attendance', measure: 'rate' },
  attendance_count: { feed: 'attendance', measure: 'count' },
  attendance_days: { feed: 'attendance', measure: 'active_days' },
  attendance_weeks: { feed: 'attendance', measure: 'active_weeks' },
  attendance_week_share: { feed: 'attendance', measure: 'active_weeks', isShare: true },
  attendance_minutes: { feed: 'attendance', measure: 'minutes' },
  attendance_recency: { feed: 'attendance', measure: 'recency' },
  submission_rate: { feed: 'submissions', measure: 'rate' },
  submission_rate_again: { feed: 'submissions', measure: 'rate' },
  vle_count: { feed: 'vle', measure: 'count' },
  vle_days: { feed: 'vle', measure: 'active_days' },
  vle_weeks: { feed: 'vle', measure: 'active_weeks' },
  vle_week_share: { feed: 'vle', measure: 'active_weeks', isShare: true },
  vle_recency: { feed: 'vle', measure: 'recency' },
  meeting_rate: { feed: 'meetings', measure: 'rate' },
  meeting_count: { feed: 'meetings', measure: 'count' },
  meeting_days: { feed: 'meetings', measure: 'active_days' },
  meeting_recency: { feed: 'meetings', measure: 'recency' },
  capture_minutes: { feed: 'lecture_capture', measure: 'minutes' },
  capture_count: { feed: 'lecture_capture', measure: 'count' },
  capture_week_share: { feed: 'lecture_capture', measure: 'active_weeks', isShare: true },
  capture_recency: { feed: 'lecture_capture', measure: 'recency' },
  activity_count: { feed: 'activities', measure: 'count' },
  activity_weeks: { feed: 'activities', measure: 'active_weeks' },
  activity_recency: { feed: 'activities', measure: 'recency' },
};

const TYPES: Readonly<Partial<Record<Feed, readonly [string, ...string[]]>>> = {
  attendance: ['lab', 'seminar', 'lecture'],
  submissions: ['summative', 'formative'],
  vle: ['page', 'quiz'],
  meetings: ['advisor', 'supervisor'],
  activities: ['skills', 'host-report'],
};
const EXCEPTED: readonly [Excepted, ...Excepted[]] = ['reading_weeks', 'exam_weeks', 'closures'];
const PERCENTAGES = ['50%', '50%', '100%', '10%', '62.5%', '33.3333%'] as const;
/** Those whose acts are of modules. */
export const MODULE_FEEDS: readonly Feed[] = ['attendance', 'submissions', 'vle', 'lecture_capture'];

export function drawIndicator(
  random: Random,
  { feed, measure, isShare = false }: Kind,
  setting: Setting,
): WrittenIndicator {
  const types = TYPES[feed];
  const isRate = measure === 'rate' || isShare;
  const isNumber = !isRate && measure !== 'recency';
  return {
    feed,
    measure,
    ...(types !== undefined && random.chance(0.3)
      ? { only: random.chance(0.3) ? types.slice(0, 2) : random.pick(types) }
      : {}),
    ...(measure !== 'recency' && random.chance(0.2) ? { except: random.pick([random.pick(EXCEPTED), EXCEPTED]) } : {}),
    ...(feed === 'attendance' && measure === 'rate' && random.chance(0.4) ? { by: 'minutes' } : {}),
    ...(feed === 'submissions' && random.chance(0.4) ? { on_time: true } : {}),
    ...(MODULE_FEEDS.includes(feed) && !isShare && random.chance(0.2) ? { scope: 'each_module' } : {}),
    ...(isNumber && random.chance(0.25) ? { per: 'teaching_week' } : {}),
    ...(isNumber && random.chance(0.2) ? { prorate: false } : {}),
    ...(random.chance(0.1) ? { at: random.pick([random.pick(setting.checkpointIds), setting.checkpointIds]) } : {}),
    ...(measure === 'recency'
      ? { maximum: drawLimit(random, setting, [1, 7, 10, 14, 28, 60]) }
      : { minimum: drawLimit(random, setting, isRate ? PERCENTAGES : minimaOf(measure)) }),
  };
}

function minimaOf(measure: Measure): readonly [number, ...number[]] {
  return measure === 'minutes' ? [60, 90, 150, 1, 1] : [4, 6, 2, 1, 1, 1];
}

/** Now and then a limit that changes from a day on, at or beside the date asked about. */
function drawLimit(
  random: Random,
  { at, start }: Setting,
  choices: readonly [number | string, ...(number | string)[]],
): WrittenLimit {
  if (random.chance(0.85)) return random.pick(choices);
  const change = Math.max(start + 1, at + random.pick([-1, 0, 0, 1, -20]));
  return { [`from ${isoDay(start)}`]: random.pick(choices), [`from ${isoDay(change)}`]: random.pick(choices) };
}
