// What the language knows and this version does not apply yet: refused by name, never ignored.
import { fault } from '../diagnostics/catalogue.js';
import type { Path } from '../yaml/document.js';
import type { Check } from './check.js';
import type { WrittenPlan } from './schema.js';

const PLAN_KEYS = ['examples'] as const satisfies readonly (keyof WrittenPlan)[];

export function refuseUnsupported(written: WrittenPlan, check: Check): void {
  for (const key of PLAN_KEYS.filter((it) => written[it] !== undefined)) refuse(`"${key}"`, [key], check);
}

function refuse(feature: string, path: Path, { document, report }: Check): void {
  report(fault('plan-not-yet-supported', { feature }, document.placeOfKey(path)));
}
