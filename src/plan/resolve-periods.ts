// Runs of days that a calendar names.
import { formatDay } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import { fault } from '../diagnostics/catalogue.js';
import type { Path } from '../yaml/document.js';
import type { Check } from './check.js';

type NamedPeriods = Readonly<Record<string, Period>>;

/** In order of their first day; those that end before they begin are reported. */
export function resolvePeriods(written: NamedPeriods = {}, path: Path, check: Check): readonly Period[] {
  refuseReversed(written, path, check);
  return inOrder(Object.values(written).map(({ from, to }) => ({ from, to })));
}

export function inOrder<T extends Period>(periods: readonly T[]): readonly T[] {
  return [...periods].sort((one, other) => one.from - other.from || one.to - other.to);
}

export function refuseReversed(periods: NamedPeriods, path: Path, { document, report }: Check): void {
  for (const [name, { from, to }] of Object.entries(periods)) {
    if (from <= to) continue;
    const args = { name, from: formatDay(from), to: formatDay(to) };
    report(fault('plan-period-reversed', args, document.placeOf([...path, name, 'to'])));
  }
}
