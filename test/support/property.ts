// Properties, 200 runs each in CI. The seed is the same every time, so that CI fails for a change and never by chance;
// PROPERTY_SEED=random looks elsewhere, and a number repeats what was found there.
import fc from 'fast-check';
import { test } from 'vitest';

const RUNS = 200;
/** Of properties that open a database in each run, where nobody waits for CI. */
const COSTLY_RUNS = process.env['CI'] === undefined ? 10 : RUNS;
const SEED = 20250901;
const asked = process.env['PROPERTY_SEED'];
const seed = asked === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(asked ?? SEED);

type Holds<T> = (value: T) => void | Promise<void>;

/** One property as a test of its own. */
export function property<T>(name: string, arbitrary: fc.Arbitrary<T>, holds: Holds<T>): void {
  repeated(RUNS, name, arbitrary, holds);
}

/** A property whose runs take a fraction of a second each: 200 in CI, fewer elsewhere. */
export function costlyProperty<T>(name: string, arbitrary: fc.Arbitrary<T>, holds: Holds<T>): void {
  repeated(COSTLY_RUNS, name, arbitrary, holds);
}

function repeated<T>(runs: number, name: string, arbitrary: fc.Arbitrary<T>, holds: Holds<T>): void {
  test(`${name} (${runs} runs, seed ${seed})`, { timeout: 1_800_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (value) => holds(value)),
      { numRuns: runs, seed },
    );
  });
}
