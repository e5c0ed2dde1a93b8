// Each call of a run to the file system fails in turn, or is the last before a kill: every set of reports is absent, old
// or new, and the next run comes to what an undisturbed one comes to.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as Files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { EXIT, Refusal } from '../../src/diagnostics/refusal.js';
import { NO_SOURCES, type Sources } from '../../src/mapping/mapping.js';
import { run, type RunRequest } from '../../src/run.js';
import { sourcesOf } from '../exports/mapped/sources.js';
import { endedProcess } from '../support/ended-process.js';
import { disk, disturb, Stopped } from './failing-files.js';
import { MAPPED_EXPORTS, MAPPED_SOURCES } from './mapped-exports.js';

vi.mock('node:fs/promises', async (original) => {
  const { countedFiles } = await import('./failing-files.js');
  return countedFiles(await original<typeof Files>());
});

const STUDENTS = [
  'student_id,school,programme_code,programme_type,starts_on,status',
  ...['0001', '0002', '0003'].map((id) => `${id},DES,P1,taught,2026-09-21,enrolled`),
  '',
].join('\n');
const SUBMISSIONS = 'student_id,assessment_id,due_at,submitted_at\n0001,A1,2026-10-10,2026-10-09\n';
const vle = (...ids: readonly string[]): string =>
  ['student_id,occurred_at', ...ids.flatMap((id) => [`${id},2026-10-01`, `${id},2026-12-05`]), ''].join('\n');

let root: string;
let temporary: string;
let before: string | undefined;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'every-call-'));
  temporary = join(root, 'temporary');
  before = process.env['TMPDIR'];
});

beforeEach(() => {
  rmSync(root, { recursive: true });
  mkdirSync(temporary, { recursive: true });
  process.env['TMPDIR'] = temporary;
});

afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(root, { recursive: true, force: true });
});

function request(exports: string, out: string, sources: Sources): RunRequest {
  return {
    plans: ['plans/DES.yaml'],
    plansFolder: 'plans',
    at: '2026-12-06',
    isAdHoc: false,
    exports: { folder: exports, reader: 'csv-parse', setAside: [], sources, progress: () => undefined },
    outFolder: out,
    isDryRun: false,
    tool: { name: 'engagement-checkpoint', version: '0.0.0' },
  };
}

/** Every file below a folder with its content; folders end in `/`. */
function everythingIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((it) => [join(it.parentPath, it.name), it.isFile()] as const).sort();
  return Object.fromEntries(
    paths.map(([path, isFile]) => [path.slice(folder.length), isFile ? readFileSync(path, 'utf8') : '/']),
  );
}

interface Case {
  readonly name: string;
  /** What the exports said when the set was made that lies in `--out` before the run. */
  readonly earlier: string | null;
  /** Exports beside the canonical ones, and how they are read. */
  readonly others: Readonly<Record<string, string | Buffer>>;
  readonly sources: Sources;
}

/** The set of a date, or null where there is none. */
function setIn(out: string): Record<string, string> | null {
  try {
    return everythingIn(join(out, 'DES', '2026-12-06'));
  } catch {
    return null;
  }
}

/** In a process of its own a kill would end it; here the numbers of the process that it left behind are of one that ended. */
function endProcessIn(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.includes('.checkpoint.lock')) continue;
    const path = join(folder, name);
    const own = `"pid":${process.pid},`;
    writeFileSync(path, readFileSync(path, 'utf8').replace(own, `"pid":${endedProcess()},`));
  }
}

test.each<Case>([
  { name: 'a first set', earlier: null, others: {}, sources: NO_SOURCES },
  { name: 'a set that replaces another', earlier: vle('0001'), others: {}, sources: NO_SOURCES },
  { name: 'a set of mapped exports', earlier: null, others: MAPPED_EXPORTS, sources: sourcesOf(MAPPED_SOURCES) },
])('$name', { timeout: 600_000 }, async ({ earlier, others, sources }) => {
  const exports = join(root, 'exports');
  mkdirSync(exports);
  writeFileSync(join(exports, 'students.csv'), STUDENTS);
  writeFileSync(join(exports, 'submissions.csv'), SUBMISSIONS);
  for (const [name, content] of Object.entries(others)) writeFileSync(join(exports, name), content);
  const blank = join(root, 'blank');
  mkdirSync(blank);
  disturb(Infinity, 'fail');
  if (earlier !== null) {
    writeFileSync(join(exports, 'vle.csv'), earlier);
    await run(request(exports, blank, sources));
  }
  writeFileSync(join(exports, 'vle.csv'), vle('0001', '0002'));

  const undisturbed = join(root, 'undisturbed');
  cpSync(blank, undisturbed, { recursive: true });
  disturb(Infinity, 'fail');
  await run(request(exports, undisturbed, sources));
  const { calls } = disk;
  const oldSet = setIn(blank);
  const newSet = setIn(undisturbed);
  // A set with a subfolder: the page on a student whom nobody has seen for 60 days.
  expect(Object.keys(newSet ?? {})).toContain(join('/panel', '0003.html'));
  for (const name of Object.keys(others)) expect(newSet?.['/run.json']).toContain(name);

  let tried = 0;
  for (const fate of ['fail', 'stop'] as const) {
    for (let at = 1; at <= calls; at += 1) {
      const where = `call ${at} of ${calls}: ${fate}`;
      const out = join(root, `${fate}-${at}`);
      cpSync(blank, out, { recursive: true });
      disturb(at, fate);
      const ended = await run(request(exports, out, sources)).then(
        ({ exitCode }) => exitCode,
        (error: unknown) => error,
      );
      disturb(Infinity, 'fail');
      const found = setIn(out);
      expect([null, oldSet, newSet], where).toContainEqual(found);
      if (fate === 'fail') {
        // Said as the disk's failure, or of no consequence.
        const isTold = ended === EXIT.done || ended === EXIT.ioFailed || isIoFailure(ended);
        expect(isTold, `${where}: ${String(ended)}`).toBe(true);
        if (found === newSet) expect(ended, where).toBe(EXIT.done);
      } else {
        expect(ended instanceof Stopped || ended === EXIT.done || ended instanceof Refusal, where).toBe(true);
      }
      endProcessIn(out);
      await run(request(exports, out, sources));
      expect(everythingIn(out), where).toEqual(everythingIn(undisturbed));
      rmSync(out, { recursive: true });
      rmSync(temporary, { recursive: true });
      mkdirSync(temporary);
      tried += 1;
    }
  }
  process.stdout.write(`${tried} of ${2 * calls} interrupted runs left a set that was absent, old or new\n`);
  expect(tried).toBe(2 * calls);
});

/** A refusal that names the fault, or an error of the system that the command line turns into one. */
function isIoFailure(error: unknown): boolean {
  if (error instanceof Refusal) {
    // A file that can no longer be looked at counts as one that is being changed.
    return [EXIT.ioFailed, EXIT.tryAgain].some((code) => code === error.exitCode) || error.message.includes('(EIO)');
  }
  return error instanceof Error && 'code' in error && error.code === 'EIO';
}
