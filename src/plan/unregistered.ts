// Types that something in a plan counts, and for which the plan keeps no registers: a missing one is then not missed.
import { fault } from '../diagnostics/catalogue.js';
import { nearest } from '../engagement/nearest.js';
import type { Path } from '../yaml/document.js';
import type { Check } from './check.js';
import { measuredIn } from './measured.js';
import { idAt } from './resolve-threshold.js';
import type { WrittenPlan } from './schema.js';

/** Of what is missing nothing is known, and nobody would notice a misspelt type. */
export function warnOfUnregistered(written: WrittenPlan, { document, report }: Check): void {
  const { registers } = written;
  if (registers === undefined) return;
  for (const { indicator, types, path } of countedTypes(written)) {
    for (const [index, type] of types.entries()) {
      if (registers.includes(type)) continue;
      const args = { indicator, type, nearest: nearest(type, registers) };
      report(fault('plan-type-without-register', args, document.placeOf([...path, index])));
    }
  }
}

interface CountedTypes {
  /** Null: the months of sponsored students (9.1). */
  readonly indicator: string | null;
  readonly types: readonly string[];
  readonly path: Path;
}

/** The types of events, whatever counts them. */
function countedTypes(written: WrittenPlan): readonly CountedTypes[] {
  const ofIndicators = measuredIn(written)
    .filter((it) => it.written.feed === 'attendance')
    .map(({ path, written: { only = [] } }) => ({ indicator: idAt(path), types: only, path: [...path, 'only'] }));
  const classroom = written.sponsored?.classroom ?? [];
  return [...ofIndicators, { indicator: null, types: classroom, path: ['sponsored', 'classroom'] }];
}
