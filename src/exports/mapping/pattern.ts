// A pattern of a mapping. RE2 reads it alike in TypeScript and in DuckDB, and in time linear to the text, whatever is written.
import { RE2JS, RE2JSException } from 're2js';

export class Pattern {
  readonly #compiled: RE2JS;
  readonly #found: 0 | 1;

  /** Throws a SyntaxError where the text is no pattern. */
  constructor(text: string) {
    try {
      this.#compiled = RE2JS.compile(text);
    } catch (error) {
      if (error instanceof RE2JSException) throw new SyntaxError(error.message, { cause: error });
      throw error;
    }
    this.#found = this.#compiled.groupCount() > 0 ? 1 : 0;
  }

  isIn(text: string): boolean {
    return this.#compiled.matcher(text).find();
  }

  /** What the first group holds, or all that was found where there is no group; blank where nothing was. */
  firstIn(text: string): string {
    const matcher = this.#compiled.matcher(text);
    return matcher.find() ? (matcher.group(this.#found) ?? '') : '';
  }

  /** What every group holds, blank for one that took no part; null where nothing was found. */
  groups(text: string): readonly string[] | null {
    const matcher = this.#compiled.matcher(text);
    if (!matcher.find()) return null;
    return Array.from({ length: matcher.groupCount() }, (_, index) => matcher.group(index + 1) ?? '');
  }

  /** Which group `firstIn` takes. */
  get found(): 0 | 1 {
    return this.#found;
  }
}
