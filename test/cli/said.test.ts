// What an administrator sees of each code of a command and of the reports, one golden file a code.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { Chalk } from 'chalk';
import { expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { describeFaults } from '../../src/cli/messages.js';
import type * as Catalogue from '../../src/diagnostics/catalogue.js';
import { fault, type Fault } from '../../src/diagnostics/catalogue.js';
import type { commandCatalogue } from '../../src/diagnostics/command-catalogue.js';
import { Refusal } from '../../src/diagnostics/refusal.js';
import type { runCatalogue } from '../../src/diagnostics/run-catalogue.js';
import { Stranded } from '../../src/publish/exchange.js';
import { refusalOf } from '../../src/publish/refuse.js';
import { captured, command, failing, planYaml, STUDENTS, tidy, VLE, type Said } from './command.js';

const stated = vi.hoisted(() => new Set<string>());

vi.mock('../../src/diagnostics/catalogue.js', async (original) => {
  const real = await original<typeof Catalogue>();
  const noting: typeof real.fault = (code, ...rest) => {
    stated.add(code);
    return real.fault(code, ...rest);
  };
  return { ...real, fault: noting };
});

interface Ran {
  readonly said: Said;
  readonly argv: readonly string[];
  readonly folder: string;
}

/** A command line that makes the program say it; or the faults, where that would take a broken disk. */
type Case = (() => Promise<Ran>) | readonly Fault[];

interface Setting {
  readonly files?: Readonly<Record<string, string>>;
  readonly plans?: readonly string[];
  readonly out?: string;
  readonly before?: (folder: string) => unknown;
  readonly saying?: (argv: readonly string[]) => Promise<Said>;
}

function ran(
  words: readonly string[],
  { files = {}, plans = ['ENG'], out = 'reports', before, saying = command }: Setting = {},
): Case {
  return async () => {
    const folder = tidy(files);
    await before?.(folder);
    const [name = '', ...more] = words;
    const argv = [
      name,
      ...more,
      ...plans.map((plan) => join(folder, `plans/${plan}.yaml`)),
      ...placesOf(name, folder, out),
    ];
    return { said: await saying(argv), argv, folder };
  };
}

function placesOf(name: string, folder: string, outFolder = 'reports'): readonly string[] {
  const exports = ['--exports', join(folder, 'exports'), '--reader', 'csv-parse'];
  const out = ['--out', join(folder, outFolder)];
  return { run: [...exports, ...out], explain: exports, check: out }[name] ?? [];
}

const WEEK_3 = ['run', '--at', 'week_3'];
const LAW = planYaml({
  plan: 'LAW',
  title: 'School of Law',
  students: '{ school: LAW }',
  checkpoints: '{ week_3: 2026-10-18 }',
});
const FAR = planYaml({ teaching_starts: '2099-09-28', checkpoints: '{ far: 2099-10-18 }' });
const NOBODYS = '0003,Cy,Lo,cy@example.ac.uk,ART,P9,taught,2026-09-28,enrolled\n';
const FOLDER = 'reports/ENG/2026-10-18';

function refused(error: unknown): readonly Fault[] {
  const refusal = refusalOf(error, FOLDER);
  return refusal instanceof Refusal ? refusal.faults : [];
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function interrupted(argv: readonly string[]): Promise<Said> {
  const running = command(argv);
  process.emit('SIGINT');
  return await running;
}

/** stdout that fails as given; stderr is heard. */
async function withStdout(stdout: Writable, argv: readonly string[]): Promise<Said> {
  const stderr = captured();
  const code = await main(argv, { stdout, stderr, env: {} });
  return { code, out: '', err: stderr.text };
}

/** A mistake of ours whose own text quotes a student's record. */
function broken(): Writable {
  const stream = failing('EIO');
  stream.write = () => {
    throw new TypeError('cannot read Chidi Okonkwo\n    at home, ill');
  };
  return stream;
}

const CASES: Readonly<Record<keyof typeof commandCatalogue | keyof typeof runCatalogue, Case>> = {
  'usage-wrong': ran(['rum', '--at', 'week_3'], { plans: [] }),
  'at-impossible-date': ran(['run', '--at', '2026-02-30']),
  'at-no-plan': ran(['run', '--at', 'week_4']),
  'set-aside-unknown-feed': ran([...WEEK_3, '--set-aside', 'vl', '--set-aside', 'vle', '--set-aside', 'timetable']),
  'at-before-teaching': ran(['run', '--at', '2026-09-27', '--ad-hoc']),
  'at-before-minimum': ran(['run', '--at', '2026-10-05', '--ad-hoc'], {
    files: {
      'plans/ENG.yaml': planYaml({
        indicators: '{ qmplus: { title: QMplus, feed: vle, measure: active_days, minimum: { from 2026-10-12: 2 } } }',
      }),
    },
  }),
  'plan-skipped': ran(['run', '--at', 'week_6'], { files: { 'plans/LAW.yaml': LAW }, plans: ['ENG', 'LAW'] }),
  'day-not-over': ran(['run', '--at', 'far'], { files: { 'plans/ENG.yaml': FAR } }),
  'student-of-two-plans': ran(WEEK_3, {
    files: { 'plans/UG.yaml': planYaml({ plan: 'ENG-UG', students: '{ school: ENG, programmes: [P1] }' }) },
    plans: ['ENG', 'UG'],
  }),
  'students-not-covered': ran(WEEK_3, { files: { 'exports/students.csv': `${STUDENTS}${NOBODYS}` } }),
  'plan-without-students': ran(WEEK_3, { files: { 'plans/LAW.yaml': LAW }, plans: ['ENG', 'LAW'] }),
  'module-alerts-without-modules': ran(WEEK_3, {
    files: {
      'plans/ENG.yaml': planYaml({ module_alerts: '{ feed: vle, measure: active_days, minimum: 2 }' }),
    },
  }),
  'student-unknown': ran(['explain', '1', '--at', 'week_3']),
  'student-of-no-plan': ran(['explain', '0001', '--at', 'week_3'], {
    files: { 'plans/LAW.yaml': LAW },
    plans: ['LAW'],
  }),
  'option-not-yet-supported': ran([...WEEK_3, '--due', '--previous', 'reports']),
  'output-failed': ran(WEEK_3, { saying: (argv) => withStdout(failing('ENOSPC'), argv) }),
  'system-failed': [fault('system-failed', { reason: 'EIO' })],
  interrupted: ran(WEEK_3, { saying: interrupted }),
  'program-failed': ran(WEEK_3, { saying: (argv) => withStdout(broken(), argv) }),
  'folder-is-exports': ran(WEEK_3, { out: 'exports/reports' }),

  'cell-guarded': [fault('cell-guarded', {}, { file: 'outcomes.csv', record: 3, column: 'first_name' })],
  'cell-flattened': [fault('cell-flattened', {}, { file: 'outcomes.csv', record: 3, column: 'programme_title' })],
  'letters-without-address': ran(WEEK_3, {
    files: { 'exports/students.csv': STUDENTS.replaceAll(/[a-z]+@example.ac.uk/g, '') },
  }),
  'reports-no-permission': refused(systemError('EACCES')),
  'reports-read-only': refused(systemError('EROFS')),
  'reports-disk-full': refused(systemError('ENOSPC')),
  'reports-in-the-way': ran(WEEK_3, {
    before: (folder) => {
      mkdirSync(join(folder, 'reports'));
      writeFileSync(join(folder, 'reports/ENG'), '');
    },
  }),
  'reports-not-written': refused(systemError('EIO')),
  'reports-stranded': refused(new Stranded(`${FOLDER}.earlier-1`, systemError('EIO'))),
  'reports-locked': ran(WEEK_3, {
    before: (folder) => {
      mkdirSync(join(folder, 'reports/ENG'), { recursive: true });
      writeFileSync(join(folder, 'reports/ENG/.checkpoint.lock'), 'of another computer');
    },
  }),
  'reports-open': ran(WEEK_3, {
    before: async (folder) => {
      await command([...WEEK_3, join(folder, 'plans/ENG.yaml'), ...placesOf('run', folder)]);
      writeFileSync(join(folder, FOLDER, '~$low-engagement.csv'), '');
      writeFileSync(join(folder, 'exports/vle.csv'), VLE.replace('0002,', '0001,'));
    },
  }),
  'reports-in-use': refused(systemError('EBUSY')),
};

const GOLDEN = join(import.meta.dirname, 'said');

/** Without what differs from one computer to the next. */
function asEverywhere(text: string, folder: string): string {
  return text.replaceAll(`${folder}/`, '').replaceAll(/^ {4}at .*\n/gm, '');
}

test.each(Object.entries(CASES))('%s', async (code, given) => {
  if (typeof given === 'function') {
    stated.clear();
    const { said, argv, folder } = await given();
    expect([...stated]).toContain(code);
    const line = asEverywhere(argv.join(' '), folder).replace(' --reader csv-parse', '');
    const text = asEverywhere(said.err, folder);
    await expect(`$ checkpoint ${line}\n${text}exit ${said.code}\n`).toMatchFileSnapshot(join(GOLDEN, `${code}.txt`));
    return;
  }
  expect(given.map((it) => it.code)).toEqual([code]);
  await expect(describeFaults(given, new Chalk({ level: 0 }))).toMatchFileSnapshot(join(GOLDEN, `${code}.txt`));
});

test('every golden file belongs to a code', () => {
  const files = Object.keys(CASES).map((code) => `${code}.txt`);
  expect(readdirSync(GOLDEN).sort()).toEqual(files.sort());
});

test('a crash shows where in the program it was, and nothing of what the error quotes', async () => {
  const given = CASES['program-failed'];
  if (typeof given !== 'function') throw new Error('it can be made to happen');
  const { err } = (await given()).said;
  expect(err).toMatch(/\n {4}at .*terminal/);
  expect(err).not.toMatch(/Okonkwo|ill/);
});
