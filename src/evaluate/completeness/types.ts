// Types that the plan names and the exports do not have: a type written in another way selects nothing, for everybody.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Feed } from '../../engagement/feed.js';
import { nearest } from '../../engagement/nearest.js';
import type { Indicator } from '../../plan/plan.js';
import { hasFixedTypes } from '../../plan/sense.js';
import { isListedFeed } from '../feeds.js';
import { isBelowDegree, isBelow, type Gate } from './gate.js';

export function typeFindings(gate: Gate): readonly Fault[] {
  return [...ofIndicators(gate), ...ofModuleAlerts(gate), ...ofRegisters(gate), ...ofClassrooms(gate)];
}

function ofIndicators({ plan, ledger, judged }: Gate): readonly Fault[] {
  const belowMinimum = judged.filter(isBelow).length;
  return plan.indicators.flatMap((indicator) => {
    const { id, feed } = indicator;
    const known = ledger.typesOf(feed);
    return absentTypes(indicator, known).map((type) => {
      return fault('indicator-type-absent', { indicator: id, ...absent(feed, type, known), belowMinimum });
    });
  });
}

/** 6.3: students of other schools are in the exports too. */
function ofModuleAlerts({ plan: { moduleAlerts }, ledger }: Gate): readonly Fault[] {
  if (moduleAlerts === null) return [];
  const known = ledger.typesOf(moduleAlerts.feed);
  return absentTypes(moduleAlerts, known).map((type) => {
    return fault('module-alerts-type-absent', absent(moduleAlerts.feed, type, known));
  });
}

/** Where the exports allow few types, one of several may well have had no occasion yet; that all have none is a sign. */
function absentTypes({ feed, only }: Indicator, known: readonly string[]): readonly string[] {
  if (only === null || known.length === 0) return [];
  const types = only.filter((type) => !known.includes(type));
  return hasFixedTypes(feed) && types.length < only.length ? [] : types;
}

function ofRegisters({ plan, ledger }: Gate): readonly Fault[] {
  const known = ledger.typesOf('attendance');
  if (plan.registers === null || known.length === 0 || !isListedFeed(plan, 'attendance')) return [];
  return plan.registers
    .filter((type) => !known.includes(type))
    .map((type) => fault('register-type-absent', absent('attendance', type, known)));
}

/** 9.1: only where it is somebody's rule. */
function ofClassrooms({ plan, ledger, judged }: Gate): readonly Fault[] {
  const known = ledger.typesOf('attendance');
  const { classroom } = plan.sponsored;
  if (classroom === null || known.length === 0 || !judged.some(isBelowDegree)) return [];
  return classroom
    .filter((type) => !known.includes(type))
    .map((type) => fault('classroom-type-absent', absent('attendance', type, known)));
}

function absent(feed: Feed, type: string, known: readonly string[]) {
  const names = known.filter((name) => name !== '');
  const meant = nearest(type, names);
  const others = names.filter((name) => name !== meant);
  return { feed, type, known: meant === null ? others : [meant, ...others], nearest: meant };
}
