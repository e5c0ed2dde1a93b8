// Runs killed at random moments, as processes of their own: nothing of a set is ever half there, nothing is lost, and the
// run after each comes to what an undisturbed one comes to. Uses the built program.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { seededRandom } from '../independent/random.js';
import { MAPPED_EXPORTS, MAPPED_SOURCES } from './mapped-exports.js';

const ROOT = resolve(import.meta.dirname, '../..');
const KILLS = process.env['CI'] === undefined ? 8 : 200;
const SEED = Number(process.env['SEED'] ?? 20250901);

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly milliseconds: number;
}

/** Runs the demonstration's smaller school, with mapped exports beside its own; kills it after so many milliseconds. */
function runProgram(folder: string, reader: string, killAfter = Infinity): Promise<Ended> {
  const places = ['--exports', join(folder, 'exports'), '--out', join(folder, 'reports'), '--reader', reader];
  places.push('--sources', join(folder, 'sources.yaml'));
  const argv = [join(ROOT, 'bin/checkpoint.js'), 'run', 'DES', '--at', 'autumn_week_10', '--quiet', ...places];
  const started = performance.now();
  const child = spawn(process.execPath, argv, {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: join(folder, 'temporary') },
  });
  const timer = killAfter === Infinity ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      ended({ code, signal, milliseconds: performance.now() - started });
    });
  });
}

function contentOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

test(`${KILLS} runs killed at random moments (seed ${SEED})`, { timeout: 1_800_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkpoint-killed-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const random = seededRandom(SEED);
  const plan = join(folder, 'reports', 'DES');
  mkdirSync(join(folder, 'temporary'));
  // Two states of the exports, each with its own set of reports, in turn.
  const states = ['whole', 'without-the-newest'] as const;
  writeFileSync(join(folder, 'sources.yaml'), MAPPED_SOURCES);
  for (const state of states) {
    cpSync(join(ROOT, 'fixtures/harrowmere/exports'), join(folder, state), { recursive: true });
    for (const [name, content] of Object.entries(MAPPED_EXPORTS)) writeFileSync(join(folder, state, name), content);
  }
  const newest =
    readdirSync(join(folder, states[1]))
      .filter((file) => file.startsWith('vle'))
      .sort()
      .at(-1) ?? '';
  rmSync(join(folder, states[1], newest));
  const use = (state: string): void => {
    rmSync(join(folder, 'exports'), { recursive: true, force: true });
    cpSync(join(folder, state), join(folder, 'exports'), { recursive: true });
  };

  const expected = new Map<string, Record<string, string>>();
  let longest = 0;
  for (const state of states) {
    for (const reader of ['duckdb', 'csv-parse'] as const) {
      use(state);
      const { code, milliseconds } = await runProgram(folder, reader);
      expect(code).toBe(0);
      longest = Math.max(longest, milliseconds);
      expected.set(`${state} ${reader}`, contentOf(join(plan, '2026-12-06')));
      cpSync(join(plan, '2026-12-06'), join(folder, 'sets', `${state} ${reader}`), { recursive: true });
    }
  }
  const sets = [...expected.values()];
  // A set with a subfolder: the pages of the panel.
  for (const set of sets) expect(Object.keys(set)).toContain(join('panel', '260107.html'));
  use(states[0]);
  let killed = 0;
  for (let run = 1; run <= KILLS; run += 1) {
    rmSync(join(folder, 'reports'), { recursive: true, force: true });
    const reader = random.chance(0.2) ? 'duckdb' : 'csv-parse';
    // Now and then there is no earlier set.
    const earlier = join(folder, 'sets', `${states[1]} ${reader}`);
    if (!random.chance(0.2)) cpSync(earlier, join(plan, '2026-12-06'), { recursive: true });
    const { signal } = await runProgram(folder, reader, random.integer(0, Math.ceil(longest)));
    if (signal === 'SIGKILL') killed += 1;
    const whole = readNames(plan).filter((name) => !name.startsWith('.'));
    for (const name of whole) expect(sets, `run ${run}, ${name}`).toContainEqual(contentOf(join(plan, name)));
    expect((await runProgram(folder, reader)).code).toBe(0);
    const now = readNames(plan);
    expect(contentOf(join(plan, '2026-12-06'))).toEqual(expected.get(`${states[0]} ${reader}`));
    for (const name of now.filter((one) => one !== '2026-12-06')) {
      expect(name).toBe('2026-12-06.earlier-1');
      expect(contentOf(join(plan, name))).toEqual(expected.get(`${states[1]} ${reader}`));
    }
    expect(readdirSync(join(folder, 'temporary'))).toEqual([]);
  }
  process.stdout.write(`${killed} of ${KILLS} runs were killed before they ended: nothing lost, nothing half there\n`);
  expect(killed).toBeGreaterThan(KILLS / 4);
});

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
