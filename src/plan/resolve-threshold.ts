// The least or the most that is expected, as it changes from date to date: all percentages, or all whole numbers.
import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { fault } from '../diagnostics/catalogue.js';
import type { Fraction } from '../engagement/fraction.js';
import type { Path } from '../yaml/document.js';
import type { Check } from './check.js';
import type { Dated } from './dated.js';
import type { WrittenAmount, WrittenThreshold } from './schema-indicator.js';

/** Where an indicator stands in the plan; the last part is its id. */
export type IndicatorPath = readonly ['indicators', string] | readonly ['module_alerts'];

export function idAt(path: IndicatorPath): string {
  return path[1] ?? path[0];
}

/** What an indicator expects, and where that stands. */
export interface ThresholdAt {
  readonly written: WrittenThreshold | undefined;
  readonly key: 'minimum' | 'maximum';
  readonly path: IndicatorPath;
}

type Entry<T> = Dated<T>[number] & { readonly path: Path };

/** Null where something in it is wrong, which is then reported. */
export function ratesOf(threshold: ThresholdAt, check: Check): Dated<Fraction> | null {
  return historyOf(threshold, isRate, check, ({ value, path }) => {
    const found = Number(value);
    check.report(fault('plan-minimum-not-percentage', { found }, check.document.placeOf(path)));
  });
}

export function numbersOf(threshold: ThresholdAt, check: Check): Dated<number> | null {
  return historyOf(threshold, isNumber, check, ({ path }) => {
    check.report(fault('plan-threshold-not-number', { key: threshold.key }, check.document.placeOf(path)));
  });
}

/** Whether it asks for a share; of a history, whether it begins with one. */
export function asksForShare(written: WrittenThreshold | undefined): boolean {
  const [first] = isHistory(written) ? Object.values(written) : [written];
  return first !== undefined && isRate(first);
}

function isRate(value: WrittenAmount): value is Fraction {
  return typeof value !== 'number';
}

function isNumber(value: WrittenAmount): value is number {
  return typeof value === 'number';
}

function isHistory(threshold: WrittenThreshold | undefined): threshold is Exclude<WrittenThreshold, WrittenAmount> {
  return typeof threshold === 'object' && !('numerator' in threshold);
}

/** All entries must be of the kind asked for; the first that is not is reported by `refuse`, or as mixed. */
function historyOf<T extends WrittenAmount>(
  threshold: ThresholdAt,
  isRight: (value: WrittenAmount) => value is T,
  { document, report }: Check,
  refuse: (wrong: Entry<WrittenAmount>) => void,
): Dated<T> | null {
  const entries = entriesOf(threshold, { document, report });
  if (entries === null) return null;
  const isSound = (entry: Entry<WrittenAmount>): entry is Entry<T> => isRight(entry.value);
  const sound = entries.filter(isSound);
  const wrong = entries.find((entry) => !isSound(entry));
  if (wrong === undefined) return sound.map(({ from, value }) => ({ from, value }));
  if (sound.length === 0) refuse(wrong);
  else report(fault('plan-history-mixed', { key: threshold.key }, document.placeOf(wrong.path)));
  return null;
}

/** A date out of order is refused and not sorted in: it is a slip in the year, and would quietly hold in the wrong one. */
function entriesOf(
  { written, key, path: indicator }: ThresholdAt,
  { document, report }: Check,
): readonly Entry<WrittenAmount>[] | null {
  const path = [...indicator, key];
  if (written === undefined) {
    report(fault('plan-without-minimum', { key, indicator: idAt(indicator) }, document.placeOfKey(path)));
    return null;
  }
  if (!isHistory(written)) return [{ from: null, value: written, path }];
  let before: Day | null = null;
  const entries: Entry<WrittenAmount>[] = [];
  for (const [name, value] of Object.entries(written)) {
    const place = document.placeOfKey([...path, name]);
    const date = name.replace('from ', '');
    const from = parseDay(date);
    if (from === undefined) report(fault('yaml-impossible-date', { date }, place));
    else if (before !== null && from < before) {
      report(fault('plan-history-out-of-order', { key, date, before: formatDay(before) }, place));
    } else entries.push({ from, value, path: [...path, name] });
    before = from ?? before;
  }
  return entries.length === Object.keys(written).length ? entries : null;
}
