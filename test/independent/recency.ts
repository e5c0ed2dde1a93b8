// How many monitored days since the last evidence of a kind: by what is known, and by what the unknown may hold.
import { countSince, type Counted } from './clock.js';
import type { DayNumber } from './days.js';
import { actsOf, possibleActsOf } from './engagement.js';
import { isOfType } from './expected.js';
import { whole, type Measured } from './measured.js';
import type { Indicator } from './plan.js';
import { isKnown, isMonitored, type Situation } from './situation.js';
import type { Act } from './uses.js';

/** Looking back before the window too; authorised absence does not pause it. */
export function recencyOf(situation: Situation, indicator: Indicator, module: string | null): Measured {
  const { longest, shortest } = sinceEvidence(situation, indicator, module);
  return { worst: whole(longest.length), best: whole(shortest.length) };
}

export function sinceEvidence(situation: Situation, indicator: Indicator, module: string | null): Counted {
  const isMine = (act: Act): boolean => isOfType(indicator, act) && (module === null || act.module === module);
  const daysIn = (acts: readonly Act[]): DayNumber[] => acts.filter(isMine).map(({ day }) => day);
  const open = new Set(daysIn(possibleActsOf(situation, indicator.feed)));
  return countSince(
    situation,
    daysIn(actsOf(situation, indicator.feed)),
    (day) => open.has(day) || !isKnown(situation, indicator.feed, day),
    (day) => isMonitored(situation, day),
  );
}
