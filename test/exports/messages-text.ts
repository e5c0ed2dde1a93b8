// Messages of a catalogue as a golden file has them.
import type { Fault } from '../../src/diagnostics/catalogue.js';

export function messagesText(examples: Readonly<Record<string, readonly Fault[]>>): string {
  const lines = Object.entries(examples).flatMap(([code, faults]) => [
    ...faults.flatMap(({ severity, message, hint }) => [
      `${code} (${severity})`,
      `  ${message}`,
      ...(hint === '' ? [] : [`  > ${hint}`]),
    ]),
    '',
  ]);
  return lines.join('\n');
}
