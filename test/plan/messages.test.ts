// What an administrator sees, one golden file a code: prose is part of the interface and changes only on purpose.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { describeFaults } from '../../src/cli/messages.js';
import type { Fault } from '../../src/diagnostics/catalogue.js';
import { planCatalogue } from '../../src/diagnostics/plan-catalogue.js';
import { Refusal } from '../../src/diagnostics/refusal.js';
import { loadPlans } from '../../src/workspace/plans.js';
import { planYaml } from './plans.js';

/** Files of a folder `plans`, by name; a number is so many bytes, null a folder. */
type Files = Readonly<Record<string, string | Uint8Array | null>>;

interface Case {
  readonly files: Files;
  /** What is named on the command line. */
  readonly args?: readonly string[];
}

function plan(changes: Readonly<Record<string, string | null>>): Case {
  return { files: { 'eng.yaml': planYaml(changes) } };
}

function text(yaml: string): Case {
  return { files: { 'eng.yaml': yaml } };
}

function indicators(...lines: readonly string[]): Case {
  return plan({ indicators: lines.map((line) => `\n  ${line}`).join('') });
}

function times(count: number, of: (nth: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, index) => of(index + 1));
}

const CASES: Readonly<Record<keyof typeof planCatalogue, Case>> = {
  'yaml-syntax': text('plan: ENG\ntitle: Engineering: the school\n'),
  'yaml-empty': text('# nothing yet\n'),
  'yaml-several-documents': text('plan: ENG\n---\nplan: LAW\n'),
  'yaml-too-deep': text(`plan: ${'['.repeat(50)}\n`),
  'yaml-too-much': text(`plan: [${',\n'.repeat(50_000)}]\n`),
  'yaml-too-long': plan({ levels: `{ masters: [${times(1001, (nth) => `P${nth}`).join(', ')}] }` }),
  'yaml-more-faults': text(`${planYaml()}${times(23, (nth) => `key_${nth}: ${nth}\n`).join('')}`),
  'yaml-more-remarks': plan({
    registers: 'lab',
    feeds: '{ attendance: { confirmed_by: Registry, confirmed_on: 2026-09-01 } }',
    indicators: times(21, (nth) => `\n  i${nth}: { feed: attendance, only: t${nth}, measure: count, minimum: 1 }`).join(
      '',
    ),
  }),
  'yaml-alias': plan({
    title: '&school School of Engineering',
    support: '{ name: *school, email: eng@example.ac.uk }',
  }),
  'yaml-duplicate-key': text(`${planYaml()}rule: any\n`),
  'yaml-forbidden-key': plan({ checkpoints: '{ constructor: 2026-10-18 }' }),
  'yaml-unknown-key': plan({ checkpoint: '2026-10-18', teachers: '[]' }),
  'yaml-wrong-name': plan({ checkpoints: '{ Week-3: 2026-10-18 }' }),
  'yaml-key-missing': plan({ plan: null }),
  'yaml-value-blank': plan({ title: '', checkpoints: '{ week_3: }' }),
  'yaml-quotes-needed': plan({ policy: '2.0', students: '{ school: 0123, programmes: [1001, true] }' }),
  'yaml-impossible-date': plan({ teaching_starts: '2026-02-30' }),
  'yaml-wrong-value': plan({
    students: '{ school: ENG, mode: parttime }',
    reply_within_days: 'seven',
    university: '../university.yaml',
    referral: '{ failed_in_a_row: [2] }',
    rule: '{ all: { vle: 1 } }',
  }),
  'plans-folder-missing': { files: {} },
  'plans-folder-empty': { files: { 'university-2026-27.yaml': 'university: Example' } },
  'plans-folder-unreadable': { files: { '': 'a file where the folder should be' } },
  'plan-not-found': { files: { 'eng.yaml': planYaml() }, args: ['ENH'] },
  'plan-file-not-found': { files: {}, args: ['plans/law.yaml'] },
  'plan-university-not-found': plan({ university: 'university-2026-27.yaml' }),
  'plan-not-a-file': { files: { 'folder.yaml': null }, args: ['plans/folder.yaml'] },
  'plan-file-unreadable': { files: { 'eng.yaml': planYaml() }, args: ['plans/eng.yaml/eng.yaml'] },
  'plan-file-too-large': { files: { 'eng.yaml': new Uint8Array(1_048_577) } },
  'plan-not-utf8': { files: { 'eng.yaml': Uint8Array.of(0x70, 0xff, 0x3a) } },
  'plan-name-twice': { files: { 'eng.yaml': planYaml(), 'old.yaml': planYaml({ plan: 'eng' }) } },
  // 6.2b.
  'plan-without-leads': plan({ leads: null }),
  'plan-without-indicators': plan({ indicators: '{}' }),
  'plan-without-checkpoints': plan({ checkpoints: '' }),
  'plan-without-minimum': indicators('vle: { feed: vle, measure: count }', 'recent: { feed: vle, measure: recency }'),
  'plan-without-policy': plan({ policy: null }),
  'plan-other-policy': plan({ policy: '"1.0"' }),
  'plan-without-support': plan({ support: null }),
  'plan-not-yet-supported': plan({
    examples: '[{ student: Ben, at: week_3, acts: [2025-10-05 vle], expect: engaged }]',
  }),
  'plan-without-teaching-start': plan({ teaching_starts: null }),
  'plan-checkpoint-twice': plan({ checkpoints: '{ week_3: 2026-10-18, week_6: 2026-10-18 }' }),
  'plan-checkpoint-out-of-order': plan({ checkpoints: '{ week_6: 2026-11-08, week_3: 2026-10-18 }' }),
  'plan-checkpoint-before-teaching': plan({ checkpoints: '{ week_3: 2025-10-18 }' }),
  'plan-window-before-teaching': plan({ checkpoints: '{ week_3: { date: 2026-10-18, from: 2026-09-27 } }' }),
  'plan-window-reversed': plan({ checkpoints: '{ week_3: { date: 2026-10-18, from: 2026-10-19 } }' }),
  'plan-level-twice': plan({ levels: '{ masters: [H101, H102], foundation: [H102] }' }),
  'plan-level-misspelt': {
    files: {
      'eng.yaml': planYaml({ university: 'university.yaml', levels: '{ master: [H101] }' }),
      'university.yaml': 'vacations: { summer: { from: 2027-08-28, to: 2027-09-19, levels: [masters] } }\n',
    },
  },
  'plan-vacation-level-misspelt': {
    files: {
      'eng.yaml': planYaml({ university: 'university.yaml' }),
      'university.yaml': `vacations:
  easter: { from: 2027-03-27, to: 2027-04-18 }
  summer: { from: 2027-06-12, to: 2027-09-19, levels: [undergraduate, master] }
`,
    },
  },
  'plan-vacation-level-unfollowed': {
    files: {
      'eng.yaml': planYaml({ university: 'university.yaml' }),
      'university.yaml': 'vacations: { summer: { from: 2027-06-12, to: 2027-09-19, levels: [foundation] } }\n',
    },
  },
  'plan-reply-twice': plan({ reply_within_days: '7', reply_within_working_days: '5' }),
  'plan-period-reversed': {
    files: {
      'eng.yaml': planYaml({ university: 'university.yaml' }),
      'university.yaml': 'terms: { autumn: { from: 2026-09-28, to: 2025-12-18 } }\n',
    },
  },
  'plan-feed-twice': plan({ feeds: '[vle, submissions, vle]' }),
  'plan-feed-unlisted': plan({ feeds: '[vle]' }),
  'plan-feed-unconfirmed': plan({ feeds: '[vle, submissions]' }),
  'plan-measure-senseless': indicators('vle: { feed: vle, measure: rate, minimum: 50% }'),
  'plan-key-senseless': indicators(
    'coursework: { feed: submissions, measure: rate, minimum: 50%, maximum: 3, prorate: false, by: minutes }',
    'recent: { feed: vle, measure: recency, maximum: 14, minimum: 2, except: closures }',
    'weeks: { feed: vle, measure: active_weeks, minimum: 60%, per: teaching_week, scope: each_module, on_time: true }',
    'films: { feed: lecture_capture, only: film, measure: minutes, minimum: 60 }',
  ),
  'plan-type-unknown': indicators(
    'coursework: { feed: submissions, only: sumative, measure: rate, minimum: 50% }',
    'meetings: { feed: meetings, only: [advisor, tutor], measure: count, minimum: 1 }',
  ),
  'plan-type-without-register': plan({
    registers: '[labs, seminar]',
    feeds: '{ attendance: { confirmed_by: Registry, confirmed_on: 2026-09-01 } }',
    indicators: '\n  taught: { feed: attendance, only: [lab, seminar, lecture], measure: rate, minimum: 50% }',
    module_alerts: '{ feed: attendance, only: lab, measure: rate, minimum: 50% }',
    sponsored: '{ classroom: [lecture] }',
  }),
  'plan-checkpoint-unknown': indicators(
    'vle: { feed: vle, measure: active_days, minimum: 4, at: [week_3, week6] }',
    'late: { feed: vle, measure: active_days, minimum: 4, at: exams }',
  ),
  'plan-except-empty': indicators(
    'vle: { feed: vle, except: [reading_weeks, closures], measure: active_days, minimum: 4 }',
  ),
  'plan-history-out-of-order': indicators(
    'vle: { feed: vle, measure: active_days, minimum: { from 2026-09-28: 2, from 2026-01-18: 3 } }',
  ),
  'plan-history-mixed': indicators(
    'vle: { feed: vle, measure: active_weeks, minimum: { from 2026-09-28: 2, from 2027-01-18: 60% } }',
  ),
  'plan-history-begins-late': indicators(
    'vle: { feed: vle, measure: active_days, minimum: { from 2026-10-19: 2, from 2027-01-18: 3 } }',
    'recent: { feed: vle, measure: recency, maximum: { from 2026-11-09: 14 } }',
  ),
  'plan-minimum-not-percentage': indicators('coursework: { feed: submissions, measure: rate, minimum: 50 }'),
  'plan-threshold-not-number': indicators('vle: { feed: vle, measure: active_days, minimum: 50% }'),
  'plan-without-rule': plan({ rule: null }),
  'plan-rule-unknown-indicator': plan({ rule: '{ all: [vle, courswork] }' }),
  'plan-rule-shape': plan({ rule: '{ all: [vle], any: [coursework] }' }),
  'plan-rule-unreachable': plan({ rule: '{ at_least: 3, of: [vle, coursework] }' }),
  'plan-rule-repeats': plan({ rule: '{ at_least: 2, of: [vle, vle, coursework] }' }),
  'plan-group-unreachable': plan({
    groups: `
  part_time: { when: { mode: part-time }, rule: any }
  first_years: { when: { mode: part-time, year: '1' }, rule: vle }`,
  }),
  'plan-indicator-unused': plan({ rule: 'vle' }),
  'plan-pattern-unreachable': plan({ referral: '{ failed_of_last: { at_least: 4, of: 3 } }' }),
};

async function whatIsSaid({ files, args = [] }: Case): Promise<readonly Fault[]> {
  const workspace = await mkdtemp(join(tmpdir(), 'checkpoint-plans-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      const path = join(workspace, 'plans', file);
      await mkdir(content === null ? path : dirname(path), { recursive: true });
      if (content !== null) await writeFile(path, content);
    }
    const here = (path: string): string => (path.includes('/') ? join(workspace, path) : path);
    return withoutFolder(workspace, await faultsOf(args.map(here), join(workspace, 'plans')));
  } finally {
    await rm(workspace, { recursive: true });
  }
}

async function faultsOf(args: readonly string[], folder: string): Promise<readonly Fault[]> {
  try {
    const { plans, refusals } = await loadPlans(args, folder);
    return [...plans.flatMap(({ findings }) => findings), ...refusals.flatMap(({ faults }) => faults)];
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
}

function withoutFolder(workspace: string, faults: readonly Fault[]): readonly Fault[] {
  return JSON.parse(JSON.stringify(faults).replaceAll(`${workspace}/`, '')) as readonly Fault[];
}

test.each(Object.entries(CASES))('%s', async (code, given) => {
  const faults = await whatIsSaid(given);
  expect(faults.map((it) => it.code)).toContain(code);
  await expect(describeFaults(faults, new Chalk({ level: 0 }))).toMatchFileSnapshot(`golden/${code}.txt`);
});

test('every golden file belongs to a code', async () => {
  const files = await readdir(join(import.meta.dirname, 'golden'));
  expect(files.sort()).toEqual(
    Object.keys(planCatalogue)
      .map((code) => `${code}.txt`)
      .sort(),
  );
});
