// Properties, 200 runs each in CI, with a seed that is printed so that a failure can be repeated (PROPERTY_SEED=…).
import fc from 'fast-check';
import { test } from 'vitest';

const RUNS = 200;
/** Of properties that open a database in each run, where nobody waits for CI. */
const COSTLY_RUNS = process.env['CI'] === undefined ? 30 : RUNS;
const seed = Number(process.env['PROPERTY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

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
  test(`${name} (${runs} runs, seed ${seed})`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (value) => holds(value)),
      { numRuns: runs, seed },
    );
  });
}
