// What a plan leaves to the student: where one indicator may be met in place of another, nobody is told that each was
// expected.
import { namedIn } from '../evaluate/section.js';
import type { Rule } from '../plan/plan.js';
import type { Row } from './row.js';
import { ruleText } from './rule-text.js';

interface Choice {
  /** How many of the parts are asked, fewer than there are. */
  readonly asked: number;
  readonly parts: readonly Rule[];
}

/** ` One of these is enough: QMplus, recorded lectures.`, then without the names; `''` where the indicator itself is asked. */
export function choiceTexts(indicatorId: string, { plan, outcome }: Row): readonly string[] {
  const rule = plan.groups.find(({ id }) => id === outcome.groupId)?.rule ?? plan.rule;
  const applying = outcome.indicators.filter(({ result }) => result !== 'not-applicable').map((it) => it.indicatorId);
  const choice = choiceOf(indicatorId, whatRemains(rule, new Set(applying)));
  if (choice === null) return [''];
  const { asked, parts } = choice;
  const titles = new Map(plan.indicators.map(({ id, title }) => [id, title]));
  const names = parts.map((part) => ruleText(part, titles, true)).join(', ');
  const [some, are] = asked === 1 ? ['One', 'is'] : [`${asked}`, 'are'];
  return [` ${some} of these ${are} enough: ${names}.`, ` ${some} of ${parts.length} alternatives ${are} enough.`];
}

/** The rule without what does not apply, as it was judged. */
function whatRemains(rule: Rule, applying: ReadonlySet<string>): Rule {
  if (rule.kind === 'indicator') return rule;
  const applies = (part: Rule): boolean => namedIn(part).some((id) => applying.has(id));
  return { ...rule, of: rule.of.filter(applies).map((part) => whatRemains(part, applying)) };
}

function askedOf(rule: Exclude<Rule, { kind: 'indicator' }>): number {
  switch (rule.kind) {
    case 'all':
      return rule.of.length;
    case 'any':
      return 1;
    case 'at-least':
      return rule.count;
  }
}

/** The outermost choice that holds the indicator; null where it is asked whatever else is met. */
function choiceOf(indicatorId: string, rule: Rule): Choice | null {
  if (rule.kind === 'indicator') return null;
  const asked = askedOf(rule);
  if (asked < rule.of.length) return { asked, parts: rule.of };
  const holding = rule.of.filter((part) => namedIn(part).includes(indicatorId));
  const choices = holding.map((part) => choiceOf(indicatorId, part));
  return choices.includes(null) ? null : (choices[0] ?? null);
}
