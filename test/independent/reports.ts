// Runs the program as a user would, and reads the report set that it leaves on disk.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { vi } from 'vitest';
import type { Row } from './tables.js';
import { main } from '../../src/cli/main.js';

export interface Reports {
  readonly outcomes: readonly Row[];
  readonly lowEngagement: readonly Row[];
  readonly nonEngagement: readonly Row[];
  readonly panelReferral: readonly Row[];
  readonly withheld: readonly Row[];
  readonly held: readonly Row[];
  readonly contactsToRecord: readonly Row[];
  readonly awaitingReply: readonly Row[];
  readonly registersToChase: readonly Row[];
  readonly sponsored: readonly Row[];
  readonly sponsoredMonths: readonly Row[];
  readonly jointAlerts: readonly Row[];
  readonly associateStudents: readonly Row[];
  readonly moduleAlerts: readonly Row[];
  readonly sabbaticalOfficers: readonly Row[];
  readonly dataQuality: readonly Row[];
}

export interface Command {
  /** By the plan's name, its file. */
  readonly plans: ReadonlyMap<string, string>;
  readonly at: string;
  readonly isAdHoc: boolean;
  readonly exports: string;
  readonly out: string;
  readonly options?: readonly string[];
}

/** The report sets of one run, by the plan's name. */
export async function runProgram(command: Command): Promise<Map<string, Reports>> {
  const { plans, at, isAdHoc, exports, out, options = [] } = command;
  const places = ['--exports', exports, '--out', out];
  const argv = [
    'run',
    ...plans.values(),
    '--at',
    at,
    ...places,
    '--quiet',
    ...(isAdHoc ? ['--ad-hoc'] : []),
    ...options,
  ];
  const { exitCode, messages } = await quietly(() => main(argv));
  if (exitCode !== 0) throw new Error(`exit code ${exitCode}: checkpoint ${argv.join(' ')}\n${messages}`);
  return new Map([...plans.keys()].map((name) => [name, readReports(path.join(out, name, at))]));
}

function readReports(folder: string): Reports {
  return {
    outcomes: readReport(folder, 'outcomes.csv'),
    lowEngagement: readReport(folder, 'low-engagement.csv'),
    nonEngagement: readReport(folder, 'non-engagement.csv'),
    panelReferral: readReport(folder, 'panel-referral.csv'),
    withheld: readReport(folder, 'withheld.csv'),
    held: readReport(folder, 'held.csv'),
    contactsToRecord: readReport(folder, 'contacts-to-record.csv'),
    awaitingReply: readReport(folder, 'awaiting-reply.csv'),
    registersToChase: readReport(folder, 'registers-to-chase.csv'),
    sponsored: readReport(folder, 'sponsored.csv'),
    sponsoredMonths: readReport(folder, 'sponsored-months.csv'),
    jointAlerts: readReport(folder, 'joint-alerts.csv'),
    associateStudents: readReport(folder, 'associate-students.csv'),
    moduleAlerts: readReport(folder, 'module-alerts.csv'),
    sabbaticalOfficers: readReport(folder, 'sabbatical-officers.csv'),
    dataQuality: readReport(folder, 'data-quality.csv'),
  };
}

function readReport(folder: string, name: string): Row[] {
  const file = path.join(folder, name);
  if (!existsSync(file)) throw new Error(`the program wrote no ${name}`);
  return parse<Row>(readFileSync(file), { bom: true, columns: true });
}

/** Keeps the program's messages out of the test's own output. */
async function quietly(run: () => Promise<number>): Promise<{ exitCode: number; messages: string }> {
  let messages = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text, encodingOrDone?: unknown, done?: unknown) => {
    messages += text.toString();
    for (const callback of [encodingOrDone, done]) if (isCallback(callback)) callback();
    return true;
  });
  try {
    return { exitCode: await run(), messages };
  } finally {
    spy.mockRestore();
  }
}

function isCallback(value: unknown): value is () => void {
  return typeof value === 'function';
}
