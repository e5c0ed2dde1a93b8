// How indicators combine: the names that a rule uses must exist, and its numbers must be reachable.
import { fault } from '../diagnostics/catalogue.js';
import type { Path } from '../yaml/document.js';
import { nearest } from '../engagement/nearest.js';
import type { Check } from './check.js';
import type { Rule } from './plan.js';
import type { WrittenGroup, WrittenRule } from './schema-rule.js';

/** What the rules of a plan name. */
export interface Names {
  /** The ids of the plan's indicators. */
  readonly ids: readonly string[];
  /** The ids met so far in its rules. */
  readonly used: Set<string>;
  readonly check: Check;
}

/** Null where something in it is wrong, which is then reported. */
export function resolveRule(written: WrittenRule, path: Path, names: Names): Rule | null {
  return written === 'all' || written === 'any' ? everyOne(written, names) : resolvePart(written, path, names);
}

export function everyOne(kind: 'all' | 'any', { ids, used }: Names): Rule {
  for (const id of ids) used.add(id);
  return { kind, of: ids.map((indicatorId) => ({ kind: 'indicator', indicatorId })) };
}

function resolvePart(written: WrittenRule, path: Path, names: Names): Rule | null {
  const { ids, used, check } = names;
  if (typeof written !== 'string') return resolveGroup(written, path, names);
  used.add(written);
  if (ids.includes(written)) return { kind: 'indicator', indicatorId: written };
  const args = { indicator: written, known: ids, nearest: nearest(written, ids) };
  check.report(fault('plan-rule-unknown-indicator', args, check.document.placeOf(path)));
  return null;
}

function resolveGroup(written: WrittenGroup, path: Path, names: Names): Rule | null {
  const { all, any, at_least: count, of } = written;
  const keys = Object.keys(written).length;
  if (keys === 1 && all !== undefined) return everyPart('all', all, path, names);
  if (keys === 1 && any !== undefined) return everyPart('any', any, path, names);
  if (keys === 2 && count !== undefined && of !== undefined) return atLeast(count, of, path, names);
  const { document, report } = names.check;
  report(fault('plan-rule-shape', {}, document.placeOf(path)));
  return null;
}

function everyPart(kind: 'all' | 'any', written: readonly WrittenRule[], path: Path, names: Names): Rule | null {
  const of = resolveParts(written, [...path, kind], names);
  return of && { kind, of };
}

function atLeast(count: number, written: readonly WrittenRule[], path: Path, names: Names): Rule | null {
  const { document, report } = names.check;
  if (count > written.length) {
    const args = { count, length: written.length };
    report(fault('plan-rule-unreachable', args, document.placeOf([...path, 'at_least'])));
  }
  const of = resolveParts(written, [...path, 'of'], names);
  return of && { kind: 'at-least', count, of };
}

/** An indicator that stands twice in one list would count twice towards `at_least`, and is a slip anywhere else. */
function resolveParts(written: readonly WrittenRule[], path: Path, names: Names): readonly Rule[] | null {
  const { document, report } = names.check;
  const parts = written.map((part, index) => {
    const place = [...path, index];
    if (typeof part === 'string' && written.indexOf(part) < index) {
      report(fault('plan-rule-repeats', { indicator: part }, document.placeOf(place)));
    }
    return resolvePart(part, place, names);
  });
  const resolved = parts.filter((part) => part !== null);
  return resolved.length === parts.length ? resolved : null;
}
