// A student whose window falls to two sections of the plan (9.4), for the tests of what explanations say of that.
import type { Circumstance } from '../../src/engagement/circumstance.js';
import type { Plan } from '../../src/plan/plan.js';
import { activeDays, calendar, circumstance, d, plan, student, vacation } from '../support/build.js';
import type { ExplainedCase } from './explained.js';

const AWAY: Plan['groups'][number] = {
  id: 'away',
  title: 'students on placement',
  when: { circumstances: ['placement'] },
  rule: { kind: 'indicator', indicatorId: 'qmplus' },
};

/** Vacation from the second week of the window on. */
export const ALL_VACATION: Partial<Plan> = {
  calendar: calendar({ vacations: [vacation('2026-10-05', '2026-11-01')] }),
};

export function away(from: string, to?: string): Circumstance {
  return circumstance({ kind: 'placement', from, ...(to === undefined ? {} : { to }) });
}

interface Split {
  readonly hasSection?: boolean;
  readonly startsOn?: string;
  readonly plan?: Partial<Plan>;
}

/** At 18 October, three weeks into teaching: QMplus on 6 days of a full window, on campus and away. */
export function splitCase(
  circumstances: readonly Circumstance[],
  { hasSection = true, startsOn = '2026-09-28', plan: over = {} }: Split = {},
): ExplainedCase {
  return {
    plan: plan({ indicators: [activeDays(6)], groups: hasSection ? [AWAY] : [], ...over }),
    student: student({ startsOn: d(startsOn) }),
    circumstances,
  };
}
