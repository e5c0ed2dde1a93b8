// A pattern of a mapping. RE2 reads it alike in TypeScript and in DuckDB, and in time linear to the text, whatever is written.
import { RE2JS, RE2JSException } from 're2js';

/** DuckDB numbers them with one figure. */
export const MOST_GROUPS = 9;

export class Pattern {
  readonly groups: number;
  /** The groups that `partIn` takes, by number; 0 is all. */
  readonly taken: readonly number[];
  readonly #compiled: RE2JS;
  /** Throws a SyntaxError where the text is no pattern. */
  constructor(text: string) {
    try {
      this.#compiled = RE2JS.compile(text);
    } catch (error) {
      if (error instanceof RE2JSException) throw new SyntaxError(error.message, { cause: error });
      throw error;
    }
    this.groups = this.#compiled.groupCount();
    this.taken = this.groups === 0 ? [0] : Array.from({ length: this.groups }, (_, index) => index + 1);
  }

  isIn(text: string): boolean {
    return this.#compiled.matcher(text).find();
  }

  /** What the groups hold, one behind the other, or all that was found where there is no group; null where nothing was. */
  partIn(text: string): string | null {
    const matcher = this.#compiled.matcher(text);
    if (!matcher.find()) return null;
    return this.taken.map((group) => matcher.group(group) ?? '').join('');
  }

  /** What every group holds, blank for one that took no part; null where nothing was found. */
  groupsIn(text: string): readonly string[] | null {
    const matcher = this.#compiled.matcher(text);
    if (!matcher.find()) return null;
    return Array.from({ length: matcher.groupCount() }, (_, index) => matcher.group(index + 1) ?? '');
  }
}
