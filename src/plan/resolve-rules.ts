// The rules of a plan: one for everyone, and those of its groups (6.2c, 6.2g).
import { fault } from '../diagnostics/catalogue.js';
import type { Check } from './check.js';
import type { Group, GroupCondition, Rule } from './plan.js';
import { everyOne, resolveRule, type Names } from './resolve-rule.js';
import type { WrittenCondition, WrittenGroups } from './schema-group.js';
import type { WrittenPlan } from './schema.js';

export interface Rules {
  readonly rule: Rule;
  readonly groups: readonly Group[];
}

/**
 * Null where something in them is wrong, which is then reported.
 * @clause 6.2c, 6.2g
 */
export function resolveRules({ rule: written, groups = {}, indicators }: WrittenPlan, check: Check): Rules | null {
  const names: Names = { ids: Object.keys(indicators), used: new Set(), check };
  const rule = written === undefined ? withoutRule(names) : resolveRule(written, ['rule'], names);
  const resolved = Object.entries(groups).map(([id, group]) => resolveGroup(id, group, names));
  warnUnused(names);
  warnUnreachable(groups, check);
  const sound = resolved.filter((group) => group !== null);
  return rule === null || sound.length < resolved.length ? null : { rule, groups: sound };
}

/** All indicators are asked for; with several of them, that is said. */
function withoutRule(names: Names): Rule {
  const { ids, check } = names;
  const { document, report } = check;
  if (ids.length > 1) report(fault('plan-without-rule', { indicators: ids }, document.placeOfKey(['indicators'])));
  return everyOne('all', names);
}

function resolveGroup(id: string, { title, when, rule: written }: WrittenGroups[string], names: Names): Group | null {
  const rule = resolveRule(written, ['groups', id, 'rule'], names);
  return rule && { id, title: title ?? id.replaceAll('_', ' '), when: resolveCondition(when), rule };
}

function resolveCondition(written: WrittenCondition): GroupCondition {
  const { circumstance, category, mode, programmes, rqf, year, sponsored } = written;
  return {
    ...(circumstance && { circumstances: circumstance }),
    ...(category && { categories: category }),
    ...(mode && { modes: mode }),
    ...(programmes && { programmes }),
    ...(rqf && { rqf }),
    ...(year && { years: year }),
    ...(sponsored !== undefined && { isSponsored: sponsored }),
  };
}

function warnUnused({ ids, used, check: { document, report } }: Names): void {
  for (const id of ids.filter((it) => !used.has(it))) {
    report(fault('plan-indicator-unused', { indicator: id }, document.placeOfKey(['indicators', id])));
  }
}

function warnUnreachable(groups: WrittenGroups, { document, report }: Check): void {
  const entries = Object.entries(groups);
  for (const [index, [id, { when }]] of entries.entries()) {
    const earlier = entries.slice(0, index).find(([, other]) => includesAll(other.when, when));
    if (earlier === undefined) continue;
    const args = { group: id, earlier: earlier[0] };
    report(fault('plan-group-unreachable', args, document.placeOfKey(['groups', id])));
  }
}

/** Whether everybody of the narrower condition surely fits the wider: each part that the wider gives takes in its own. */
function includesAll(wider: WrittenCondition, narrower: WrittenCondition): boolean {
  const parts = new Map<string, readonly unknown[]>(
    Object.entries(narrower).map(([key, part]) => [key, [part].flat()]),
  );
  return Object.entries(wider).every(([key, part]) => {
    const values: readonly unknown[] = [part].flat();
    return parts.get(key)?.every((value) => values.includes(value)) ?? false;
  });
}
