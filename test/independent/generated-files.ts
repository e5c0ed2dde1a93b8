// How rows come in files: written in many forms, split over files that overlap, shuffled.
import { isoDay, type DayNumber } from './days.js';
import type { Random } from './random.js';
import type { Row } from './tables.js';

/** By table, a list of rows for each file; a table without rows has no file. */
export type Tables = Readonly<Record<string, readonly (readonly Row[])[]>>;

/** At the beginning, in the middle or at the end of the London day, or only the day. */
export function writtenDay(random: Random, day: DayNumber): string {
  const iso = isoDay(day);
  return random.pick([
    iso,
    iso,
    `${iso}T09:15`,
    `${iso}T16:00`,
    `${iso}T16:00:30`,
    `${iso}T23:59:59`,
    `${iso}T00:00:00`,
    `${iso}T12:00:00Z`,
    `${iso}T00:30:00+01:00`,
  ]);
}

/** The rows in one file, or in several of which each holds a part; each row is in at least one as often as it is. */
export function splitIntoFiles(random: Random, rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const files: Row[][] = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => []);
  for (const equal of random.shuffled([...groups.values()])) {
    const home = random.integer(0, files.length - 1);
    files.forEach((file, index) => {
      file.push(...(index === home ? equal : equal.slice(0, random.pick([0, 0, 1, equal.length]))));
    });
  }
  return files.filter((file) => file.length > 0);
}

/** Each row in one file: records kept by people. */
export function inOneFile(rows: readonly Row[]): Row[][] {
  return rows.length === 0 ? [] : [[...rows]];
}
