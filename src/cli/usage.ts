// What commander says of a command line that it cannot use, as a fault like any other.
import type { CommanderError } from 'commander';
import { fault, type Fault } from '../diagnostics/catalogue.js';

/** Commander's own line break stands before its suggestion alone; any other came from the command line. */
const SAID = /^(?:error: )?([^]*?)\.?(?:\n\((Did you mean [^\n]*\?)\))?$/;

export function usageFault({ message }: CommanderError): Fault {
  const [, problem = message, suggestion = null] = SAID.exec(message) ?? [];
  return fault('usage-wrong', { problem, suggestion });
}
