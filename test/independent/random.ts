// A seeded generator of choices: the same seed always makes the same schools.

export interface Random {
  /** A whole number, both ends included. */
  readonly integer: (from: number, to: number) => number;
  readonly pick: <const Choices extends readonly [unknown, ...unknown[]]>(choices: Choices) => Choices[number];
  readonly chance: (probability: number) => boolean;
  /** Those of the choices that fall, each by itself, in their order. */
  readonly some: <Choice>(choices: readonly Choice[], probability: number) => Choice[];
  readonly shuffled: <Choice>(choices: readonly Choice[]) => Choice[];
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  /** Mulberry32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    integer,
    pick: (choices) => choices[integer(0, choices.length - 1)],
    chance: (probability) => next() < probability,
    some: (choices, probability) => choices.filter(() => next() < probability),
    shuffled: (choices) =>
      choices
        .map((choice) => ({ choice, place: next() }))
        .sort((one, other) => one.place - other.place)
        .map(({ choice }) => choice),
  };
}
