// Ids that would be known with leading zeros added or dropped: a spreadsheet took the column for numbers, here or in the
// students table, and nobody's acts would be found.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { byCodeUnit } from '../engagement/order.js';

/** The ids of the students table. */
export class KnownIds {
  readonly #ids: ReadonlySet<string>;
  /** By the id without leading zeros, which tells students apart: the students table is refused where it does not. */
  readonly #byBareId: ReadonlyMap<string, string>;

  constructor(studentIds: Iterable<string>) {
    this.#ids = new Set(studentIds);
    this.#byBareId = new Map([...this.#ids].map((id) => [bareId(id), id]));
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The student's id that differs from this one, which is unknown, in its leading zeros alone; null where none does. */
  withOtherZeros(id: string): string | null {
    return this.has(id) ? null : (this.#byBareId.get(bareId(id)) ?? null);
  }
}

/** Without its leading zeros. */
export function bareId(id: string): string {
  return id.replace(/^0+/, '');
}

/**
 * What one file's ids say; each of them is in `ids`. Where a file has the student under their own id too, the other one is
 * somebody else's: then it is no sign.
 */
export function lostZeros(file: string, ids: ReadonlySet<string>, known: KnownIds): readonly Fault[] {
  const pairs = [...ids].flatMap((found) => {
    const meant = known.withOtherZeros(found);
    return meant === null || ids.has(meant) ? [] : [{ found, meant }];
  });
  const [first] = pairs.sort((one, other) => byCodeUnit(one.found, other.found));
  if (first === undefined) return [];
  return [fault('ids-lost-zeros', { ids: pairs.length, ...first }, { file, column: 'student_id' }, pairs.length)];
}
