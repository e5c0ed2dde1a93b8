// Three-valued logic over the indicators of a rule.
import type { IndicatorVerdict } from './indicators.js';
import type { Result } from './measured.js';
import type { Rule } from './plan.js';

/** Kleene's logic, in which `all` needs as many as remain and `any` one; what is not applicable drops out. */
export function combine(rule: Rule, indicators: readonly IndicatorVerdict[]): Result {
  if (typeof rule === 'string') return indicators.find(({ id }) => id === rule)?.result ?? 'not-applicable';
  const left = rule.of.map((part) => combine(part, indicators)).filter((result) => result !== 'not-applicable');
  if (left.length === 0) return 'not-applicable';
  const count = (wanted: Result): number => left.filter((result) => result === wanted).length;
  const need = Math.min(rule.need === 'all' ? Infinity : rule.need === 'any' ? 1 : rule.need, left.length);
  if (count('met') >= need) return 'met';
  return count('met') + count('unknown') >= need ? 'unknown' : 'not-met';
}

/** The indicators whose result makes the rule's the same, in any order. */
export function turningOn(rule: Rule, indicators: readonly IndicatorVerdict[], result: Result): string[] {
  if (combine(rule, indicators) !== result) return [];
  return typeof rule === 'string' ? [rule] : rule.of.flatMap((part) => turningOn(part, indicators, result));
}
