// The one way to stop: what is wrong, and the exit code that says whose move it is.
import type { Fault } from './catalogue.js';

/** The exit codes of the program. */
export const EXIT = {
  done: 0,
  ourFault: 1,
  invalidPlan: 2,
  inputRefused: 3,
  warnings: 4,
  ioFailed: 74,
  tryAgain: 75,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export class Refusal extends Error {
  constructor(
    readonly exitCode: ExitCode,
    /** At least one, all of severity `error`. */
    readonly faults: readonly Fault[],
  ) {
    super(faults.map(({ message }) => message).join('\n'));
    this.name = 'Refusal';
  }
}
