// The one order of the project: by UTF-16 code unit, never by locale, so that every machine sorts alike.

export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A comparison of records by a text that each of them carries. */
export function by<T>(text: (item: T) => string): (one: T, other: T) => number {
  return (one, other) => byCodeUnit(text(one), text(other));
}
