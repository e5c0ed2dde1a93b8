// Writes a simple plan in the program's plan language: the plan and the university file that it names.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Indicator, Pattern, Rule, SimplePlan } from './simple-plan.js';

/** Returns the plan's file. */
export function writePlan(folder: string, plan: SimplePlan): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'university.yaml'), universityText(plan));
  const file = path.join(folder, 'plan.yaml');
  writeFileSync(file, planText(plan));
  return file;
}

function planText({ school, checkpoints, graceDays, toleranceDays, indicators, rule, patterns }: SimplePlan): string {
  const lines = patterns.map(patternLine);
  const hasDefault = lines.some((line) => line.startsWith('non_engagement_in_a_row'));
  return [
    `plan: ${school}`,
    'title: a generated school',
    "policy: '2.0'",
    `students: { school: ${school} }`,
    'university: university.yaml',
    'leads: [{ name: Ada Lead, email: lead@example.ac.uk }]',
    'support: { name: Support, email: support@example.ac.uk }',
    'checkpoints:',
    ...checkpoints.map(({ id, on, from }) => `  ${id}: ${from === undefined ? on : `{ date: ${on}, from: ${from} }`}`),
    'feeds: [vle, submissions]',
    `grace_days: ${graceDays}`,
    `tolerance_days: ${toleranceDays}`,
    'indicators:',
    ...indicators.map((indicator) => `  ${indicator.id}: { ${indicatorText(indicator)} }`),
    `rule: ${ruleText(rule)}`,
    `referral: { ${[...(hasDefault ? [] : ['non_engagement_in_a_row: none']), ...lines].join(', ')} }`,
    '',
  ].join('\n');
}

function indicatorText(indicator: Indicator): string {
  const measured = `feed: ${indicator.feed}, measure: ${indicator.measure}`;
  switch (indicator.measure) {
    case 'recency':
      return `${measured}, maximum: ${indicator.maximum}`;
    case 'rate': {
      const { top, bottom } = indicator.minimum;
      return `${measured}, minimum: ${(100 * top) / bottom}%`;
    }
    case 'active_days':
    case 'active_weeks':
    case 'count':
      return `${measured}, minimum: ${indicator.minimum}, prorate: ${indicator.isProrated.toString()}`;
  }
}

function ruleText(rule: Rule): string {
  if (typeof rule === 'string') return rule;
  const parts = `[${rule.of.map(ruleText).join(', ')}]`;
  return typeof rule.need === 'number' ? `{ at_least: ${rule.need}, of: ${parts} }` : `{ ${rule.need}: ${parts} }`;
}

function patternLine({ counts, atLeast, of }: Pattern): string {
  const word = counts === 'failed' ? 'failed' : 'non_engagement';
  if (of === 'year') return `${word}_in_year: ${atLeast}`;
  if (of === atLeast) return `${word}_in_a_row: ${atLeast}`;
  return `${word}_of_last: { at_least: ${atLeast}, of: ${of} }`;
}

function universityText({ teachingStartsOn, vacations }: SimplePlan): string {
  return [
    'university: a generated university',
    `teaching_starts: ${teachingStartsOn}`,
    ...(vacations.length === 0 ? [] : ['vacations:']),
    ...vacations.map(({ from, to }, index) => `  vacation_${index + 1}: { from: ${from}, to: ${to} }`),
    'feeds:',
    '  vle: { confirmed_by: Ada Lead, confirmed_on: 2020-01-01 }',
    '  submissions: { confirmed_by: Ada Lead, confirmed_on: 2020-01-01 }',
    'support: { name: Support, email: support@example.ac.uk }',
    '',
  ].join('\n');
}
