// Writes a simple plan in the program's plan language: the plan and the university file that it names.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SimplePlan } from './simulation.js';

/** Returns the plan's file. */
export function writePlan(folder: string, plan: SimplePlan): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'university.yaml'), universityText(plan));
  const file = path.join(folder, 'plan.yaml');
  writeFileSync(file, planText(plan));
  return file;
}

function planText({ school, checkpoints, graceDays, toleranceDays, vle, submissions, rule }: SimplePlan): string {
  const { top, bottom } = submissions.minimum;
  return [
    `plan: ${school}`,
    'title: a generated school',
    "policy: '2.0'",
    `students: { school: ${school} }`,
    'university: university.yaml',
    'leads: [{ name: Ada Lead, email: lead@example.ac.uk }]',
    'support: { name: Support, email: support@example.ac.uk }',
    'checkpoints:',
    ...checkpoints.map(({ id, on }) => `  ${id}: ${on}`),
    'feeds: [vle, submissions]',
    `grace_days: ${graceDays}`,
    `tolerance_days: ${toleranceDays}`,
    'indicators:',
    `  vle: { title: VLE, feed: vle, measure: ${vle.measure}, minimum: ${vle.minimum}, prorate: ${vle.prorated.toString()} }`,
    `  submissions: { title: submissions, feed: submissions, measure: rate, minimum: ${(100 * top) / bottom}% }`,
    `rule: ${rule}`,
    '',
  ].join('\n');
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
