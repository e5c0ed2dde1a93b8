// Records in few words: a line a day and file, with runs of record numbers joined.
import { groupBy } from '../engagement/group-by.js';
import { byCodeUnit } from '../engagement/order.js';

interface Numbered {
  readonly file: string;
  readonly record: number;
  readonly date: string;
}

/** `2026-10-05  vle-1.csv, records 3–5, 9`; in order of date, then file. */
export function describeRecords(records: readonly Numbered[]): readonly string[] {
  const groups = [...groupBy(records, ({ file, date }) => `${date}  ${file}`)];
  return groups
    .sort(([one], [other]) => byCodeUnit(one, other))
    .map(([key, group]) => {
      const numbers = group.map(({ record }) => record);
      return `${key}, ${numbers.length === 1 ? 'record' : 'records'} ${ranges(numbers)}`;
    });
}

/** `3–5, 9`. */
export function ranges(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
