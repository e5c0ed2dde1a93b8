// Nothing is silently misread: each hostile file is refused, with a place and by both readers alike, or read exactly as
// a plain reading of it says. The golden file is what becomes of each.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { Refusal } from '../../src/diagnostics/refusal.js';
import type { Exports } from '../../src/exports/reader.js';
import { buildReports } from '../../src/reports/build.js';
import { safeCell } from '../../src/reports/safe-cell.js';
import { assessedOf, inputOf } from '../reports/builder.js';
import { costlyProperty } from '../support/property.js';
import { ATTENDANCE, HOSTILE_FILES, ODDLY_NAMED, STUDENTS, VLE, type HostileFile } from './hostile-files.js';
import { BIG_LIST, NAUGHTY_NAMES } from './naughty-names.js';
import { plainActs, plainCell, plainStudents } from './plain-reading.js';
import { line, READERS, reading, withFolder, type Files } from './workspace.js';

const TABLES = { 'students.csv': STUDENTS, 'vle.csv': VLE, 'attendance.csv': ATTENDANCE } as const;
type TableFile = keyof typeof TABLES;

/** What one reader makes of the files: why they are refused, or what they say. */
async function outcomeOf(files: Files) {
  return withFolder(files, async (folder) => {
    const outcomes = [];
    for (const reader of READERS) {
      outcomes.push(await reading(folder, reader, saidBy).catch(refusalOnly));
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    return outcomes[0];
  });
}

async function saidBy(exports: Exports) {
  const students = exports.students.map((student) => {
    const { studentId, firstName, lastName, email, school, programmeCode, startsOn } = student;
    return [studentId, firstName, lastName, email, school, programmeCode, formatDay(startsOn)].join('|');
  });
  const counts = new Map<string, number>();
  for (const { studentId, day, type, standing, acts } of await exports.acts()) {
    if (standing !== 'done') continue;
    const key = `${studentId} ${formatDay(day)} ${type}`;
    counts.set(key, (counts.get(key) ?? 0) + acts);
  }
  const acts = [...counts].map(([key, count]) => `${key} ×${count}`).sort();
  return { students, acts, findings: exports.findings.map(line) };
}

function refusalOnly(error: unknown) {
  if (!(error instanceof Refusal)) throw error;
  return { exitCode: error.exitCode, faults: error.faults };
}

/** The other tables beside it; where the students' ids were changed in it, the acts of the others are nobody's. */
function beside({ file, content }: HostileFile): Files {
  const table = tableOf(file);
  return { ...Object.fromEntries(Object.entries(TABLES).filter(([name]) => name !== table)), [file]: content };
}

function tableOf(file: string): TableFile {
  return (
    (Object.keys(TABLES) as TableFile[]).find((name) => file.toLowerCase().startsWith(name.slice(0, 3))) ?? 'vle.csv'
  );
}

function expectedOf({ file, says }: HostileFile) {
  const texts = { ...TABLES, [tableOf(file)]: says };
  const students = plainStudents(texts['students.csv']);
  const ids = students?.map((student) => student.split('|')[0] ?? '') ?? [];
  return { students, acts: plainActs([texts['vle.csv'], texts['attendance.csv']], ids) };
}

/** What became of it. */
async function hold(hostile: HostileFile): Promise<string> {
  const files = beside(hostile);
  const outcome = await outcomeOf(files);
  if (outcome !== undefined && 'faults' in outcome) {
    const { exitCode, faults } = outcome;
    for (const { place, hint, code } of faults) {
      // Of the table as a whole, or of the rest of a list.
      if (!['table-without-rows', 'more-faults'].includes(code)) expect(Object.keys(files)).toContain(place?.file);
      expect(hint).not.toBe('');
    }
    return `refused (${exitCode}): ${faults.slice(0, 2).map(line).join('; ')}`;
  }
  expect(outcome).toMatchObject(expectedOf(hostile));
  const said = outcome?.findings.join('; ') ?? '';
  return `read${said === '' ? '' : `, saying ${said}`}`;
}

const became = new Map<string, string>();

describe('files', () => {
  test.each(HOSTILE_FILES.map((hostile) => [hostile.name, hostile] as const))('%s', async (_, hostile) => {
    became.set(hostile.name, await hold(hostile));
  });

  test('what became of each', async () => {
    const lines = [...became].map(([name, outcome]) => `${name}\n  ${outcome}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('hostile.txt');
    expect(became.size).toBe(HOSTILE_FILES.length);
    expect(became.size).toBeGreaterThanOrEqual(150);
  });
});

afterAll(() => {
  const refused = [...became.values()].filter((outcome) => outcome.startsWith('refused')).length;
  const counts = `${refused} refused, ${became.size - refused} read as plainly read, ${HOSTILE_FILES.length - became.size} misread`;
  process.stdout.write(`hostile files: ${HOSTILE_FILES.length} (${counts}); hostile names: ${NAUGHTY_NAMES.length}\n`);
});

describe.skipIf(process.platform === 'win32')('oddly named files are read like others', () => {
  test.each(ODDLY_NAMED.map((hostile) => [hostile.name, hostile] as const))('%s', async (_, hostile) => {
    expect(await outcomeOf(beside(hostile))).toMatchObject(expectedOf(hostile));
  });
});

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const STUDENTS_HEADER = STUDENTS.slice(0, STUDENTS.indexOf('\n'));

describe('names', () => {
  const row = (name: string, index: number): string =>
    `S${index},${quoted(name)},${quoted(`${name} x`)},,ENG,P1,taught,2026-09-28,enrolled`;
  const students = [STUDENTS_HEADER, ...NAUGHTY_NAMES.map(row), ''].join('\n');

  test('pass through both readers and back through the reports', async () => {
    expect(BIG_LIST.length).toBeGreaterThanOrEqual(461);
    for (const encode of [(text: string) => text, (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      await withFolder({ 'students.csv': encode(students) }, async (folder) => {
        for (const reader of READERS) {
          const read = await reading(folder, reader, (exports) => exports.students);
          const names = new Map(read.map(({ studentId, firstName, lastName }) => [studentId, [firstName, lastName]]));
          const expected = NAUGHTY_NAMES.map((name) => [plainCell(name), plainCell(`${name} x`)]);
          expect(NAUGHTY_NAMES.map((_, index) => names.get(`S${index}`))).toEqual(expected);
          const { reports } = buildReports(inputOf(read.map((student) => assessedOf(student))));
          const content = reports.find(({ file }) => file === 'outcomes.csv')?.content ?? '';
          const back: Record<string, string>[] = parse(content, { bom: true, columns: true });
          for (const { student_id: id = '', first_name: first = '', last_name: last = '' } of back) {
            const [given = '', family = ''] = names.get(id) ?? [];
            // What is no formula and hides nothing is as it was; the rest is made safe, which is said (data-quality.csv).
            if (/^\s*[\p{L}\d][^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u.test(given)) expect(first).toBe(given);
            expect([first, last]).toEqual([safeCell(given).text, safeCell(family).text]);
          }
          expect(back).toHaveLength(NAUGHTY_NAMES.length);
        }
      });
    }
  });
});

test('they pass through both readers of events too, as what was done', async () => {
  const ids = NAUGHTY_NAMES.map((_, index) => `S${`${index}`.padStart(4, '0')}`);
  const files = {
    'students.csv': [STUDENTS_HEADER, ...ids.map((id) => `${id},Ada,Obi,,ENG,P1,taught,2026-09-28,enrolled`), ''].join(
      '\n',
    ),
    'vle.csv': [
      'student_id,occurred_at,component,module_code',
      ...NAUGHTY_NAMES.map((name, index) => `${ids[index] ?? ''},2026-10-05,${quoted(name)},${quoted(`${name} x`)}`),
      '',
    ].join('\n'),
  };
  const expected = NAUGHTY_NAMES.map((name) => [plainCell(name), plainCell(`${name} x`)]);
  await withFolder(files, async (folder) => {
    for (const reader of READERS) {
      const acts = await reading(folder, reader, (exports) => exports.acts());
      expect(acts.map(({ type, module }) => [type, module])).toEqual(expected);
    }
  });
});

/** A file with some bytes put in, taken out or changed. */
const spoilt = fc
  .record({
    file: fc.constantFrom<TableFile>('students.csv', 'vle.csv', 'attendance.csv'),
    edits: fc.array(
      fc.tuple(
        fc.nat(400),
        fc.nat(3),
        fc.constantFrom('', '"', ',', '\n', '\r', '\r\n', '\0', '=', ' ', 'é', '0', '\n\n', '""', '\t', ';', 'x'),
        fc.constantFrom<BufferEncoding>('utf8', 'latin1'),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ file, edits }): HostileFile => {
    let content = Buffer.from(TABLES[file]);
    for (const [place, taken, put, encoding] of edits) {
      const at = place % content.length;
      content = Buffer.concat([content.subarray(0, at), Buffer.from(put, encoding), content.subarray(at + taken)]);
    }
    const isWindows = content.includes(0xe9);
    return { name: 'generated', file, content, says: content.toString(isWindows ? 'latin1' : 'utf8') };
  });

costlyProperty('generated files are refused, or read as a plain reading says', spoilt, async (hostile) => {
  await hold(hostile);
});
