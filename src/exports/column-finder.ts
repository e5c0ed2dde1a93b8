// The columns of a header by the names that they may have, however they are spelt; a name that two of them have is a fault.
import { fault } from '../diagnostics/catalogue.js';
import { nearest } from '../engagement/nearest.js';
import type { ColumnNames } from '../mapping/mapping.js';
import { plainName } from '../mapping/plain-name.js';
import type { FaultList } from './fault-list.js';

export class ColumnFinder {
  readonly #positions = new Map<string, number[]>();

  constructor(
    private readonly file: string,
    private readonly header: readonly string[],
    private readonly faults: FaultList,
  ) {
    header.forEach((name, position) => {
      const key = plainName(name);
      this.#positions.set(key, [...(this.#positions.get(key) ?? []), position]);
    });
  }

  /** The first of the names that the header has; null where it has none of them. */
  positionOf(names: ColumnNames): number | null {
    for (const name of names) {
      const [position, other] = this.#positions.get(plainName(name)) ?? [];
      if (position === undefined) continue;
      if (other !== undefined) {
        const args = { column: this.header[position] ?? name, other: this.header[other] ?? name };
        this.faults.add(fault('column-named-twice', args, { file: this.file, record: 0, column: args.column }));
      }
      return position;
    }
    return null;
  }

  nearestTo([name = '']: ColumnNames): string | null {
    return nearest(name, this.header);
  }
}
