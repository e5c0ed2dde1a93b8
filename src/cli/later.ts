// Options of the contract that a later version brings are refused by name, never ignored.
import { fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import type { LaterOptions } from './options.js';

const FLAGS = {
  due: '--due',
  previous: '--previous',
  statement: '--statement',
} satisfies Record<keyof LaterOptions, string>;

export function refuseLaterOptions(options: LaterOptions): void {
  const asked = (Object.keys(FLAGS) as (keyof LaterOptions)[]).filter((key) => options[key] !== undefined);
  if (asked.length === 0) return;
  throw new Refusal(
    EXIT.invalidPlan,
    asked.map((key) => fault('option-not-yet-supported', { option: FLAGS[key] })),
  );
}
