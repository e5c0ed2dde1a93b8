// A plan's rule in words: `Coursework and (labs or QMplus)`.
import type { Rule } from '../plan/plan.js';

/** `titles` by indicator id; an id without a title stands for itself. Nested in another text, it is bracketed. */
export function ruleText(rule: Rule, titles: ReadonlyMap<string, string>, isNested = false): string {
  if (rule.kind === 'indicator') return titles.get(rule.indicatorId) ?? rule.indicatorId;
  const parts = rule.of.map((part) => ruleText(part, titles, true));
  if (rule.kind === 'at-least') return `at least ${rule.count} of (${parts.join(', ')})`;
  const text = parts.join(rule.kind === 'all' ? ' and ' : ' or ');
  return isNested && parts.length > 1 ? `(${text})` : text;
}
