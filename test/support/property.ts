// Properties: 200 runs each, with a seed that is printed so that a failure can be repeated (PROPERTY_SEED=… npm test).
import fc from 'fast-check';
import { test } from 'vitest';

const RUNS = 200;
const seed = Number(process.env['PROPERTY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** One property as a test of its own. */
export function property<T>(name: string, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void | Promise<void>): void {
  test(`${name} (${RUNS} runs, seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (value) => holds(value)),
      { numRuns: RUNS, seed },
    );
  });
}
