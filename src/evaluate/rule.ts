// How a plan combines its indicators, in Kleene's three-valued logic; what does not apply drops out.
import type { Result } from '../engagement/outcome.js';
import type { Rule } from '../plan/plan.js';

/** The rule's truth; `not-applicable` where none of its indicators applies. Throws for an indicator without a result. */
export function resultOf(rule: Rule, results: ReadonlyMap<string, Result>): Result {
  if (rule.kind === 'indicator') {
    const result = results.get(rule.indicatorId);
    if (result === undefined) throw new RangeError(`the rule names an indicator without a result: ${rule.indicatorId}`);
    return result;
  }
  const parts = rule.of.map((part) => resultOf(part, results)).filter((part) => part !== 'not-applicable');
  if (parts.length === 0) return 'not-applicable';
  return atLeast(askedOf(rule, parts.length), parts);
}

/**
 * The indicators on which the rule fails, or stays open: those that came out as it did, in parts that did. One that is
 * not met beside a met alternative is none of them. Empty where the rule is met or does not apply.
 */
export function decidingIn(rule: Rule, results: ReadonlyMap<string, Result>): ReadonlySet<string> {
  const result = resultOf(rule, results);
  if (result === 'met' || result === 'not-applicable') return new Set();
  if (rule.kind === 'indicator') return new Set([rule.indicatorId]);
  const parts = rule.of.filter((part) => resultOf(part, results) === result);
  return new Set(parts.flatMap((part) => [...decidingIn(part, results)]));
}

/** How many parts must be met: `at_least n` asks for at most as many as remain. */
function askedOf(rule: Exclude<Rule, { kind: 'indicator' }>, remaining: number): number {
  switch (rule.kind) {
    case 'all':
      return remaining;
    case 'any':
      return 1;
    case 'at-least':
      return Math.min(rule.count, remaining);
  }
}

function atLeast(asked: number, parts: readonly Result[]): Result {
  const met = parts.filter((part) => part === 'met').length;
  const unknown = parts.filter((part) => part === 'unknown').length;
  if (met >= asked) return 'met';
  return met + unknown >= asked ? 'unknown' : 'not-met';
}
