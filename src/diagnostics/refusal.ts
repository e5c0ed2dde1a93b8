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

/** From harmless to worst: with several plans in one run, the worst is the run's. */
const GRAVITY: readonly ExitCode[] = [
  EXIT.done,
  EXIT.warnings,
  EXIT.tryAgain,
  EXIT.invalidPlan,
  EXIT.inputRefused,
  EXIT.ioFailed,
  EXIT.ourFault,
  EXIT.interrupted,
];

export function worstOf(exitCodes: readonly ExitCode[]): ExitCode {
  return exitCodes.reduce<ExitCode>((worst, code) => {
    return GRAVITY.indexOf(code) > GRAVITY.indexOf(worst) ? code : worst;
  }, EXIT.done);
}
