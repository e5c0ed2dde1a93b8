// Faults of a run of checks, together, but never more than a person will read.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';

const MOST_SHOWN = 20;

/** Keeps the first faults and counts the rest, so that a file with a million of them costs nothing. */
export class FaultList {
  private readonly shown: Fault[] = [];
  private total = 0;

  add(one: Fault): void {
    this.total += one.count;
    if (this.shown.length < MOST_SHOWN) this.shown.push(one);
  }

  addAll(several: readonly Fault[]): void {
    for (const one of several) this.add(one);
  }

  get isEmpty(): boolean {
    return this.total === 0;
  }

  faults(): readonly Fault[] {
    const rest = this.total - this.shown.reduce((sum, { count }) => sum + count, 0);
    return rest === 0 ? this.shown : [...this.shown, fault('more-faults', {}, null, rest)];
  }

  /** Refuses the input where anything was added. */
  refuse(): void {
    if (!this.isEmpty) throw new Refusal(EXIT.inputRefused, this.faults());
  }
}

/** Refuses the input for one reason. */
export function refusal(one: Fault): Refusal {
  return new Refusal(EXIT.inputRefused, [one]);
}

/** Runs one check of several: a refusal of the input is added to the list, anything else ends the run. */
export async function collect<T>(list: FaultList, check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Refusal) || error.exitCode !== EXIT.inputRefused) throw error;
    list.addAll(error.faults);
    return undefined;
  }
}
