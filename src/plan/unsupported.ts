// What the language knows and this version does not apply yet: refused by name, never ignored.
import { fault } from '../diagnostics/catalogue.js';
import { FEEDS, type Feed } from '../engagement/feed.js';
import type { Path } from '../yaml/document.js';
import type { Check } from './check.js';
import type { WrittenIndicator, WrittenThreshold } from './schema-indicator.js';
import type { WrittenUniversity } from './schema-university.js';
import type { WrittenPlan } from './schema.js';

const SUPPORTED_FEEDS: readonly Feed[] = ['submissions', 'vle'];

const PLAN_KEYS = [
  'registers',
  'groups',
  'module_alerts',
  'sponsored',
  'clock',
  'levels',
  'disruptions',
  'examples',
] as const satisfies readonly (keyof WrittenPlan)[];

const INDICATOR_KEYS = [
  'except',
  'by',
  'per',
  'scope',
  'on_time',
  'at',
] as const satisfies readonly (keyof WrittenIndicator)[];

interface Unsupported {
  readonly feature: string;
  readonly path: Path;
}

export function refuseUnsupported(written: WrittenPlan, check: Check): void {
  refuse([...ofPlan(written), ...ofFeeds(written.feeds), ...ofIndicators(written.indicators)], check);
}

export function refuseUnsupportedInUniversity({ disruptions, vacations = {} }: WrittenUniversity, check: Check): void {
  const levels = Object.entries(vacations).filter(([, vacation]) => vacation.levels !== undefined);
  refuse(
    [
      ...(disruptions === undefined ? [] : [{ feature: '"disruptions"', path: ['disruptions'] }]),
      ...levels.map(([name]) => ({ feature: '"levels" of a vacation', path: ['vacations', name, 'levels'] })),
    ],
    check,
  );
}

function refuse(unsupported: readonly Unsupported[], { document, report }: Check): void {
  for (const { feature, path } of unsupported) {
    report(fault('plan-not-yet-supported', { feature }, document.placeOfKey(path)));
  }
}

function ofPlan(written: WrittenPlan): Unsupported[] {
  return PLAN_KEYS.filter((key) => written[key] !== undefined).map((key) => ({ feature: `"${key}"`, path: [key] }));
}

function ofFeeds(feeds: WrittenPlan['feeds']): Unsupported[] {
  if (feeds === undefined) return [];
  const listed = Array.isArray(feeds)
    ? feeds.map((feed, index) => ({ feed, path: ['feeds', index] }))
    : FEEDS.filter((feed) => feeds[feed] !== undefined).map((feed) => ({ feed, path: ['feeds', feed] }));
  return listed
    .filter(({ feed }) => !SUPPORTED_FEEDS.includes(feed))
    .map(({ feed, path }) => ({ feature: `the feed "${feed}"`, path }));
}

function ofIndicators(indicators: WrittenPlan['indicators']): Unsupported[] {
  return Object.entries(indicators).flatMap(([id, indicator]) => ofIndicator(['indicators', id], indicator));
}

function ofIndicator(path: Path, indicator: WrittenIndicator): Unsupported[] {
  const { feed, measure } = indicator;
  const keys = INDICATOR_KEYS.filter((key) => indicator[key] !== undefined);
  const histories = (['minimum', 'maximum'] as const).filter((key) => isHistory(indicator[key]));
  return [
    ...(SUPPORTED_FEEDS.includes(feed) ? [] : [{ feature: `the feed "${feed}"`, path: [...path, 'feed'] }]),
    ...(measure === 'minutes' ? [{ feature: 'the measure "minutes"', path: [...path, 'measure'] }] : []),
    ...keys.map((key) => ({ feature: `"${key}"`, path: [...path, key] })),
    ...histories.map((key) => ({ feature: `a ${key} that changes with the date`, path: [...path, key] })),
  ];
}

/** Whether the threshold is a history of amounts by the dates from which they hold. */
export function isHistory(
  threshold: WrittenThreshold | undefined,
): threshold is Exclude<WrittenThreshold, number | { readonly numerator: number }> {
  return typeof threshold === 'object' && !('numerator' in threshold);
}
