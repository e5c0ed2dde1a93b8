// Exports that each hold the whole of what is known on a day: of a year of them in one folder the newest counts.
import { parseDay, type Day } from '../calendar/day.js';
import type { Sources } from '../mapping/mapping.js';
import type { Recognise } from './recognise.js';

/** The files of a source of which the newest alone counts. */
export interface NewestOfSource {
  readonly source: string;
  /** Those with the newest date; several are copies, or contradict each other like any others. */
  readonly newest: readonly string[];
  readonly older: readonly string[];
  /** Without a date in their names. */
  readonly undated: readonly string[];
}

/** `names` are of files that can be read. */
export function newestFiles(
  { sources }: Sources,
  names: readonly string[],
  recognise: Recognise,
): readonly NewestOfSource[] {
  return sources
    .filter(({ isNewestOnly }) => isNewestOnly)
    .map((source) => {
      const own = names.filter((name) => recognise(name)?.sources.includes(source));
      const dated = own.map((name) => ({ name, on: dateIn(name) }));
      const newestOn = Math.max(...dated.map(({ on }) => on ?? -Infinity));
      const named = (isWanted: (on: Day | null) => boolean): readonly string[] =>
        dated.filter(({ on }) => isWanted(on)).map(({ name }) => name);
      return {
        source: source.name,
        newest: named((on) => on === newestOn),
        older: named((on) => on !== null && on < newestOn),
        undated: named((on) => on === null),
      };
    });
}

/** The last date in a name, the year first: no other order is certain. */
function dateIn(name: string): Day | null {
  const dates = [...name.matchAll(/(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g)].flatMap(
    ([, year, , month, day]) => parseDay(`${year ?? ''}-${month ?? ''}-${day ?? ''}`) ?? [],
  );
  return dates.at(-1) ?? null;
}
