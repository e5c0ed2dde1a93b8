// Every message of the program, by code.
import { completenessCatalogue } from './completeness-catalogue.js';
import { commandCatalogue } from './command-catalogue.js';
import { exportsCatalogue } from './exports-catalogue.js';
import { mappingCatalogue } from './mapping-catalogue.js';
import { planCatalogue } from './plan-catalogue.js';
import { runCatalogue } from './run-catalogue.js';
import { sponsorCatalogue } from './sponsor-catalogue.js';
import { quotable, quotablePlace } from './operands.js';
import type { Entry, Place, Severity } from './fault.js';

const catalogue = {
  ...planCatalogue,
  ...exportsCatalogue,
  ...mappingCatalogue,
  ...runCatalogue,
  ...commandCatalogue,
  ...completenessCatalogue,
  ...sponsorCatalogue,
};

export type Code = keyof typeof catalogue;
type ArgsOf<C extends Code> = (typeof catalogue)[C] extends Entry<infer Args> ? Args : never;

export interface Fault {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place | null;
  readonly message: string;
  /** What to do about it; `''` where nothing need be done. */
  readonly hint: string;
  /** How many rows, students or files it concerns; 1 where it is about one thing. */
  readonly count: number;
}

/** States a fault. The operands are those of the code's entry in the catalogue; what they quote is made safe to show. */
export function fault<C extends Code>(code: C, args: ArgsOf<C>, place: Place | null = null, count = 1): Fault {
  const { severity, message, hint } = catalogue[code] as unknown as Entry<ArgsOf<C>>;
  const quoted = quotable(args);
  const where = place && quotablePlace(place);
  return { code, severity, place: where, message: message(quoted), hint: hint(quoted), count };
}
