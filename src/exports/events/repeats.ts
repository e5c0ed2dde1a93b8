// Of rows in several files, those that an earlier file has as often: equal rows inside one file are as many acts.

export class Repeats {
  readonly #most = new Map<string, number>();
  #here = new Map<string, number>();

  /** Whether the next row of the current file says what an earlier file says; `key` is all that it says. */
  isRepeated(key: string): boolean {
    const times = (this.#here.get(key) ?? 0) + 1;
    this.#here.set(key, times);
    return times <= (this.#most.get(key) ?? 0);
  }

  endFile(): void {
    this.#here.forEach((times, key) => this.#most.set(key, Math.max(times, this.#most.get(key) ?? 0)));
    this.#here = new Map();
  }
}
