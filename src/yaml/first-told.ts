// A file with thousands of faults is mended from the top: the first ones are told, and how many follow.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { groupBy } from '../engagement/group-by.js';

const MOST_TOLD = 20;

/** Of each file the first faults, in their order, and one more fault that counts the rest. */
export function firstTold(faults: readonly Fault[], rest: 'yaml-more-faults' | 'yaml-more-remarks'): readonly Fault[] {
  return [...groupBy(faults, ({ place }) => place?.file ?? null)].flatMap(([file, own]) => {
    const more = own.length - MOST_TOLD;
    if (more <= 0) return own;
    return [...own.slice(0, MOST_TOLD), fault(rest, { count: more }, file === null ? null : { file }, more)];
  });
}
