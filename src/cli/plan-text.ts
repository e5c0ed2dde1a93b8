// A plan at a glance, in words: what it asks when, and of whom.
import type { Day } from '../calendar/day.js';
import type { LevelWindow } from '../check.js';
import { counted } from '../diagnostics/fault.js';
import type { Fraction } from '../engagement/fraction.js';
import { valueOn } from '../plan/dated.js';
import { expectedOf } from '../plan/expected.js';
import type { GroupCondition, Indicator, Plan, RateIndicator, Rule } from '../plan/plan.js';
import { ruleText } from '../reports/rule-text.js';

/** `21 monitored days, 3 teaching weeks`; by level where that makes a difference. */
export function levelsText(levels: readonly LevelWindow[]): string {
  const texts = levels.map(({ level, monitoredDays, teachingWeeks }) => {
    const text = `${counted(monitoredDays, 'monitored day')}, ${counted(teachingWeeks, 'teaching week')}`;
    return levels.length === 1 ? text : `${level ?? 'level not known'}: ${text}`;
  });
  return texts.join('; ');
}

/** `labs 60%, qmplus 2 days each teaching week`: what is in force on the day. */
export function askedText(indicators: readonly Indicator[], on: Day): string {
  const texts = indicators.map((it) => `${it.id} ${expectedText(it, on)}`);
  return texts.length === 0 ? 'asks for nothing' : texts.join(', ');
}

/** `60%`, `2 days each teaching week`, `at most 35 days ago`, perhaps `in each module`. */
export function expectedText(indicator: Indicator, on: Day): string {
  return `${amountText(indicator, on)}${indicator.scope === 'each_module' ? ' in each module' : ''}`;
}

/** `60%` or 2: the minimum in force on the day, or of recency the maximum. */
export function threshold(indicator: Indicator, on: Day): string | number {
  const value = valueOn(expectedOf(indicator), on);
  return typeof value === 'number' ? value : percentText(value);
}

const UNIT = { count: 'time', active_days: 'day', active_weeks: 'week', minutes: 'minute' } as const;

function amountText(indicator: Indicator, on: Day): string {
  switch (indicator.measure) {
    case 'rate':
      return shareText(indicator, on);
    case 'recency':
      return `at most ${counted(valueOn(indicator.maximum, on), 'day')} ago`;
    case 'count':
    case 'active_days':
    case 'active_weeks':
    case 'minutes': {
      const amount = counted(valueOn(indicator.minimum, on), UNIT[indicator.measure]);
      return indicator.per === 'teaching_week' ? `${amount} each teaching week` : amount;
    }
  }
}

function shareText({ minimum, of, isOnTimeAsked }: RateIndicator, on: Day): string {
  const percent = percentText(valueOn(minimum, on));
  if (of === 'minutes' || of === 'teaching_weeks') return `${percent} of ${of.replace('_', ' ')}`;
  return isOnTimeAsked ? `${percent} on time` : percent;
}

function percentText({ numerator, denominator }: Fraction): string {
  return `${(100 * numerator) / denominator}%`;
}

/** One line a group, in the order in which they are tried, and one for everyone else. */
export function rulesText({ groups, rule }: Plan): readonly string[] {
  const everyone = groups.length === 0 ? 'everyone' : 'everyone else';
  return [
    ...groups.map((group) => `${group.id} (${conditionText(group.when)}): ${idRuleText(group.rule)}`),
    `${everyone}: ${idRuleText(rule)}`,
  ];
}

/** A rule by the ids of its indicators, as the plan's author knows them. */
export function idRuleText(rule: Rule): string {
  return ruleText(rule, new Map());
}

/** `on placement or study-abroad, part-time, year 1 or 2, sponsored`. */
export function conditionText(condition: GroupCondition): string {
  const { circumstances, categories, modes, programmes, rqf, years, isSponsored } = condition;
  const away = circumstances && prefixed('on', circumstances);
  const parts = [away, categories, modes, programmes, rqf && prefixed('RQF', rqf), years && prefixed('year', years)];
  const texts = parts.flatMap((part) => (part === undefined ? [] : [part.join(' or ')]));
  return [...texts, ...(isSponsored === undefined ? [] : [isSponsored ? 'sponsored' : 'not sponsored'])].join(', ');
}

function prefixed(word: string, [first, ...others]: readonly (string | number)[]): readonly string[] {
  return [`${word} ${String(first)}`, ...others.map(String)];
}
