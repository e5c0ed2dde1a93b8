// A folder of exports made for one test, opened with a temporary folder of its own that must be empty afterwards.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from '../../src/diagnostics/catalogue.js';
import { FEEDS } from '../../src/engagement/feed.js';
import { Refusal } from '../../src/diagnostics/refusal.js';
import { NO_SOURCES } from '../../src/mapping/mapping.js';
import { openExports } from '../../src/exports/open.js';
import type { Exports, OpenOptions, ReaderName } from '../../src/exports/reader.js';

const TEMPORARY = tmpdir();

export const READERS: readonly ReaderName[] = ['duckdb', 'csv-parse'];

export const STUDENTS = [
  'student_id,school,programme_code,programme_type,starts_on,status',
  '0001,ECS,P1,taught,2025-09-22,enrolled',
  '0002,ECS,P1,taught,2025-09-22,enrolled',
  '',
].join('\n');

export type Files = Readonly<Record<string, string | Buffer>>;

/** Makes a folder `exports` with these files, gives it to `work`, and removes it. */
export async function withFolder<T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(TEMPORARY, 'exports-test-'));
  const folder = join(root, 'exports');
  const temporary = join(root, 'temporary');
  const before = process.env['TMPDIR'];
  try {
    await mkdir(folder);
    await mkdir(temporary);
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    process.env['TMPDIR'] = temporary;
    const result = await work(folder);
    expect(await readdir(temporary)).toEqual([]);
    return result;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(root, { recursive: true, force: true });
  }
}

export function open(folder: string, reader: ReaderName | null, extra: Partial<OpenOptions> = {}): Promise<Exports> {
  return openExports({ folder, reader, setAside: [], sources: NO_SOURCES, progress: () => undefined, ...extra });
}

/** Everything that an open set of exports says, as plain values that can be compared. */
export async function everything(exports: Exports) {
  const ids = exports.students.slice(0, 2).map(({ studentId }) => studentId);
  const traces = [];
  for (const id of [...ids, 'nobody']) traces.push(await exports.trace(id));
  return {
    students: exports.students,
    enrolments: exports.enrolments,
    circumstances: exports.circumstances,
    contacts: exports.contacts,
    files: exports.files,
    findings: exports.findings,
    ...(await ledgerOf(exports)),
    traces,
  };
}

/** What the ledger says, without where it was read. */
export async function ledgerOf(exports: Exports) {
  const { ledger, students } = exports;
  return {
    kinds: ledger.kinds,
    feeds: [...ledger.feeds],
    timetabled: ledger.timetabled,
    registeredFrom: [...ledger.registeredFrom],
    unregistered: ledger.unregistered,
    unallocated: ledger.unallocated,
    types: FEEDS.map((feed) => [feed, ledger.typesOf(feed)]),
    hasAllocations: ledger.hasAllocations,
    unidentified: [...ledger.unidentified].map(([feed, { systems, studentIds }]) => [feed, systems, [...studentIds]]),
    sheets: students.map(({ studentId }) => {
      const { days, kinds, acts, minutes, daytimeMinutes, unmeasuredActs } = ledger.sheetOf(studentId);
      return {
        days: [...days],
        kinds: [...kinds],
        acts: [...acts],
        minutes: [...minutes],
        daytimeMinutes: [...daytimeMinutes],
        unmeasuredActs: [...unmeasuredActs],
      };
    }),
    open: students.map(({ studentId }) => ledger.openEventsOf(studentId)),
    acts: await exports.acts(),
    dues: await exports.dues(),
  };
}

/** Opens, reads with `read`, and closes. */
export async function reading<T>(
  folder: string,
  reader: ReaderName | null,
  read: (exports: Exports) => T | Promise<T>,
  sources = NO_SOURCES,
): Promise<T> {
  const exports = await open(folder, reader, { sources });
  try {
    return await read(exports);
  } finally {
    await exports.close();
  }
}

/** The refusal with which opening must end. */
export async function refusalOf(folder: string, reader: ReaderName | null, sources = NO_SOURCES): Promise<Refusal> {
  try {
    const exports = await open(folder, reader, { sources });
    await exports.close();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the exports were not refused');
}

/** A fault as one line: `code file record column ×count`. */
export function line({ code, place, count }: Fault): string {
  const where = place === null ? [] : [place.file, place.record, place.column];
  return [code, ...where.filter((part) => part !== undefined), ...(count === 1 ? [] : [`×${count}`])].join(' ');
}

/** The faults of these files, refused alike by both readers. */
export async function faultsOf(files: Files, sources = NO_SOURCES): Promise<readonly string[]> {
  return withFolder(files, async (folder) => {
    const [one, other] = [await refusalOf(folder, 'duckdb', sources), await refusalOf(folder, 'csv-parse', sources)];
    expect(other.faults).toEqual(one.faults);
    expect(other.exitCode).toBe(one.exitCode);
    return one.faults.map(line);
  });
}

/** The findings of these files, the same with both readers. */
export async function findingsOf(files: Files): Promise<readonly string[]> {
  return withFolder(files, async (folder) => {
    const one = await reading(folder, 'duckdb', ({ findings }) => findings);
    expect(await reading(folder, 'csv-parse', ({ findings }) => findings)).toEqual(one);
    return one.map(line);
  });
}

/** Real data beside the checkout, or null where it is not there (a test then says so). */
export function realData(...path: readonly string[]): string | null {
  const folder = resolve(import.meta.dirname, '../../../shared/data', ...path);
  return existsSync(folder) ? folder : null;
}
