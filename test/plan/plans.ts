// Plans for tests: a sound one, and the same with some keys replaced.
import { readPlan, type PlanText, type ReadPlan } from '../../src/plan/read-plan.js';
import type { Plan } from '../../src/plan/plan.js';
import type { Fault } from '../../src/diagnostics/catalogue.js';

const SOUND: Readonly<Record<string, string>> = {
  plan: 'ENG',
  title: 'School of Engineering',
  policy: '"2.0"',
  students: '{ school: ENG }',
  teaching_starts: '2026-09-28',
  leads: '[{ name: Dr Ama Boateng, email: a.boateng@example.ac.uk }]',
  support: '{ name: Engineering Student Support, email: eng@example.ac.uk }',
  checkpoints: '{ week_3: 2026-10-18, week_6: 2026-11-08 }',
  feeds: `
  vle: { confirmed_by: Registry, confirmed_on: 2026-09-01 }
  submissions: { confirmed_by: Registry, confirmed_on: 2026-09-01 }`,
  indicators: `
  vle: { feed: vle, measure: active_days, minimum: 4 }
  coursework: { feed: submissions, measure: rate, minimum: 50% }`,
  rule: 'all',
};

type Changes = Readonly<Record<string, string | null>>;
const UNIVERSITY_FILE = 'plans/university.yaml';

/** The text of a sound plan, with keys replaced or added, or left out where they are null. */
export function planYaml(changes: Changes = {}): string {
  const keys = Object.entries({ ...SOUND, ...changes }).filter(([, value]) => value !== null);
  return keys.map(([key, value]) => `${`${key}: ${value ?? ''}`.replaceAll(/ +$/gm, '')}\n`).join('');
}

export function planText(text: string, file = 'plans/eng.yaml'): PlanText {
  return { file, text, sha256: 'abc' };
}

function read(changes: Changes, university: string | null = null): ReadPlan {
  const source = university === null ? null : planText(university, UNIVERSITY_FILE);
  return readPlan(planText(planYaml(changes)), source);
}

/** The plan, which must be sound. */
export function soundPlan(changes: Changes, university: string | null = null): Plan {
  const result = read(changes, university);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.plan;
}

/** Everything said about it: findings of a sound plan, faults of another. */
export function said(changes: Changes, university: string | null = null): readonly Fault[] {
  const result = read(changes, university);
  return 'faults' in result ? result.faults : result.findings;
}

/** The same as `code: word`, the word being what stands at the place of the fault. */
export function told(changes: Changes, university: string | null = null): readonly string[] {
  return said(changes, university).map(({ code, place }) => {
    const text = place?.file === UNIVERSITY_FILE ? (university ?? '') : planYaml(changes);
    const row = text.split('\n')[(place?.line ?? 0) - 1] ?? '';
    const [word = ''] = /^(?:[\w.%"-]+|.)/.exec(row.slice((place?.lineColumn ?? 0) - 1)) ?? [];
    return `${code}: ${word}`;
  });
}
