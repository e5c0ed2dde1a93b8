// The command line as its user meets it: what is said, on which stream, with which exit code; and small workspaces.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.js';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

class Captured extends Writable {
  text = '';
  readonly isTTY: boolean;

  constructor(isTTY = false) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** A stream that remembers what was written to it. */
export function captured(isTerminal = false): Captured {
  return new Captured(isTerminal);
}

/** Runs a command line in this process. */
export async function command(
  argv: readonly string[],
  { isTerminal = false, env = {} }: { isTerminal?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Said> {
  const [stdout, stderr] = [captured(isTerminal), captured(isTerminal)];
  const code = await main(argv, { stdout, stderr, env });
  return { code, out: stdout.text, err: stderr.text };
}

/** A stream that fails each write with a system error, as a full disk or a closed pipe does. */
export function failing(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done(Object.assign(new Error(code), { code }));
    },
  });
}

/** A folder with the files given, removed after the test. */
export function workspace(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkpoint-cli-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Reads better at the margin than with its indentation: the text's own, without the first line break. */
function lines(...text: string[]): string {
  return `${text.join('\n')}\n`;
}

export function planYaml(over: Readonly<Record<string, string>> = {}): string {
  const keys: Record<string, string> = {
    plan: 'ENG',
    title: 'School of Engineering',
    policy: '"2.0"',
    students: '{ school: ENG }',
    teaching_starts: '2026-09-28',
    leads: '[{ name: Dr Ama Boateng, email: a.boateng@example.ac.uk }]',
    support: '{ name: Student Support, email: support@example.ac.uk }',
    checkpoints: '{ week_3: 2026-10-18, week_6: 2026-11-08 }',
    feeds: '{ vle: { confirmed_by: Registry, confirmed_on: 2026-09-01 } }',
    indicators: '{ qmplus: { title: QMplus, feed: vle, measure: active_days, minimum: 2 } }',
    ...over,
  };
  return lines(...Object.entries(keys).map(([key, value]) => `${key}: ${value}`));
}

export const STUDENTS = lines(
  'student_id,first_name,last_name,email,school,programme_code,programme_type,starts_on,status',
  '0001,Ada,Obi,ada@example.ac.uk,ENG,P1,taught,2026-09-28,enrolled',
  '0002,Ben,Sato,ben@example.ac.uk,ENG,P1,taught,2026-09-28,enrolled',
);

/** 0001 on three days, of which the last makes the feed known to 18 October and beyond; 0002 on one. */
export const VLE = lines(
  'student_id,occurred_at,component',
  '0001,2026-09-28T09:00,quiz',
  '0001,2026-10-10T10:00,quiz',
  '0002,2026-10-12T11:00,forum',
  '0001,2026-10-18T12:00,quiz',
);

/** A valid workspace: plan, students and QMplus. */
export function tidy(over: Readonly<Record<string, string>> = {}): string {
  return workspace({
    'plans/ENG.yaml': planYaml(),
    'exports/students.csv': STUDENTS,
    'exports/vle.csv': VLE,
    ...over,
  });
}

/** `run` in a workspace made by `tidy`. */
export function runIn(folder: string, ...more: readonly string[]): Promise<Said> {
  const plans = more.some((it) => it.endsWith('.yaml')) ? [] : [join(folder, 'plans/ENG.yaml')];
  const places = ['--exports', join(folder, 'exports'), '--out', join(folder, 'reports'), '--reader', 'csv-parse'];
  return command(['run', ...plans, ...places, ...more]);
}
