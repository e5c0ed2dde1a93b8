// What `checkpoint check` shows of a plan that uses the whole language: when it looks, what it asks, and of whom.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command, planYaml, tidy } from './command.js';

function planFile(name: string): string {
  return readFileSync(new URL(`../plan/${name}`, import.meta.url), 'utf8');
}

const WHOLE = {
  'plans/ENG.yaml': planFile('whole-language.yaml'),
  'plans/university-2026-27.yaml': planFile('whole-university.yaml'),
};

async function checked(files: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<string> {
  const folder = tidy(files);
  const { code, out, err } = await command(['check', join(folder, 'plans/ENG.yaml'), '--out', folder, ...more]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.replaceAll(folder, '.').replaceAll('\\', '/');
}

async function withVacations(vacations: string): Promise<readonly string[]> {
  const text = await checked({
    'plans/ENG.yaml': planYaml({ university: 'university.yaml' }),
    'plans/university.yaml': `vacations: ${vacations}\n`,
  });
  return text.split('\n').filter((line) => line.includes('monitored'));
}

test('each checkpoint has its window, its days and what it asks for; each group its rule', async () => {
  await expect(await checked(WHOLE)).toMatchFileSnapshot('golden/check.txt');
});

test('programs read the same', async () => {
  const json = await checked(WHOLE, '--json');
  await expect(json).toMatchFileSnapshot('golden/check.json.txt');
});

test('days are told by level only where vacations make a difference', async () => {
  expect(await withVacations('{ break: { from: 2026-10-12, to: 2026-10-18 } }')).toEqual([
    '          14 monitored days, 2 teaching weeks',
    '          21 monitored days, 3 teaching weeks',
  ]);
  expect(await withVacations('{ break: { from: 2026-10-18, to: 2026-10-18, levels: [undergraduate] } }')).toEqual([
    '          masters: 21 monitored days, 3 teaching weeks; undergraduate: 20 monitored days, 3 teaching weeks; level not known: 20 monitored days, 3 teaching weeks',
    '          21 monitored days, 3 teaching weeks',
  ]);
});

test('a checkpoint at which nothing is asked says so', async () => {
  const indicators = '{ qmplus: { feed: vle, measure: active_days, minimum: 2, at: [week_6] } }';
  const text = await checked({ 'plans/ENG.yaml': planYaml({ indicators }) });
  expect(text.match(/asks for nothing|qmplus 2 days/g)).toEqual(['asks for nothing', 'qmplus 2 days']);
});

/** The lines after the rules: what else the plan chooses. */
async function choices(parts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const text = await checked({ 'plans/ENG.yaml': planYaml(parts) });
  return text.split('\n').filter((line) => line.includes('module alerts') || line.includes('sponsored students'));
}

test('what a plan leaves unsaid of sponsored students is said, and module alerts only where there are any', async () => {
  expect(await choices({})).toEqual([
    '  sponsored students (9): RQF 4, 5 or none withheld, as no rule is declared; classroom-based study of all types; authorised absence leaves the month; reported within 10 working days',
  ]);
});

test('of module alerts, a minimum that changes is told with its dates, and the checkpoints where it is not asked at all', async () => {
  const [alerts, sponsored] = await choices({
    module_alerts:
      '{ feed: vle, measure: active_days, minimum: { from 2026-09-28: 2, from 2026-11-01: 3 }, at: [week_3, week_6] }',
    sponsored: '{ rqf_4_5: below-degree }',
  });
  expect(alerts).toBe(
    '  module alerts (6.3): vle from 2026-09-28 2 days in each module, from 2026-11-01 3 days in each module, at week_3 or week_6',
  );
  expect(sponsored).toContain('(9): RQF 4, 5 or none as below degree level (9.1); ');
});
