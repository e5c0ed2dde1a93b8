// Real Moodle logs against a plain script: the same acts per person and day, and every row accounted for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatDay } from '../../../src/calendar/day.js';
import { READERS, realData, reading, withFolder } from '../workspace.js';
import { sourcesOf } from './sources.js';

const LOGS = realData('moodle') ?? '';
const isThere = LOGS !== '';
if (!isThere) process.stderr.write('Moodle logs: not read, because there is no folder ../shared/data/moodle\n');

const SOURCES = 'sources: { qmplus: { files: "log-*.csv", mapping: moodle-log } }';

interface Log {
  readonly file: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What an administrator with a little Python would write: no mapping, no guard, no reader of the program. */
function readLog(file: string): Log {
  const bytes = readFileSync(join(LOGS, file));
  const text = new TextDecoder(file.includes('windows-1252') ? 'windows-1252' : 'utf-8').decode(bytes);
  return { file, rows: parse(text, { columns: true }) };
}

function personOf({ Description = '' }: Readonly<Record<string, string>>): string | null {
  return /^(?:The user|User) with id '?(\d+)'?[ .]/.exec(Description)?.[1] ?? null;
}

function dayOf({ Time = '' }: Readonly<Record<string, string>>): string {
  const [day = '', month = '', year = ''] = Time.split(',')[0]?.split('/') ?? [];
  return `20${year}-${month}-${day.padStart(2, '0')}`;
}

/** Not `ws`: the Moodle app acts for its student through web services. */
const isOfSystem = ({ Origin = '' }: Readonly<Record<string, string>>): boolean => ['cli', 'restore'].includes(Origin);

describe.skipIf(!isThere)(isThere ? 'Moodle logs' : 'Moodle logs (they are not beside the repository)', () => {
  let logs: readonly Log[];
  /** The upper half of the ids are students: a plain way to have staff among them. */
  let students: readonly string[];

  beforeAll(() => {
    logs = readdirSync(LOGS)
      .filter((file) => file.endsWith('.csv'))
      .sort()
      .map(readLog);
    const people = new Set(logs.flatMap(({ rows }) => rows.map(personOf).filter((id) => id !== null)));
    const sorted = [...people].sort((one, other) => Number(one) - Number(other));
    students = sorted.slice(Math.floor(sorted.length / 3));
  });

  function files() {
    const people = students.map((id) => `S${id},ECS,P1,taught,2016-09-01,enrolled\n`).join('');
    return {
      'students.csv': `student_id,school,programme_code,programme_type,starts_on,status\n${people}`,
      'identities.csv': `student_id,system,identity\n${students.map((id) => `S${id},moodle,${id}\n`).join('')}`,
      ...Object.fromEntries(logs.map(({ file }) => [file, readFileSync(join(LOGS, file))])),
    };
  }

  test.each(READERS)('give the same acts per person and day, read by %s', async (reader) => {
    const isStudent = new Set(students);
    const expected = new Map<string, number>();
    for (const row of logs.flatMap(({ rows }) => rows)) {
      const person = personOf(row);
      if (isOfSystem(row) || person === null || !isStudent.has(person)) continue;
      const key = `S${person} ${dayOf(row)}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    await withFolder(files(), async (folder) => {
      const found = new Map<string, number>();
      await reading(
        folder,
        reader,
        async (exports) => {
          for (const { studentId, day, acts } of await exports.acts()) {
            const key = `${studentId} ${formatDay(day)}`;
            found.set(key, (found.get(key) ?? 0) + acts);
          }
        },
        sourcesOf(SOURCES),
      );
      expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...expected].sort()));
      expect(found.size).toBeGreaterThan(300);
    });
  });

  test.each(READERS)('are read whole: rows used and set aside add up, read by %s', async (reader) => {
    const isStudent = new Set(students);
    const expected = logs.map(({ file, rows }) => {
      const used = rows.filter((row) => !isOfSystem(row) && isStudent.has(personOf(row) ?? '')).length;
      return {
        file,
        records: rows.length,
        rows: { used, repeated: 0, ofUnknownStudents: 0, setAside: rows.length - used },
      };
    });
    await withFolder(files(), async (folder) => {
      await reading(
        folder,
        reader,
        (exports) => {
          expect(exports.files.filter(({ table }) => table === 'vle')).toMatchObject(expected);
        },
        sourcesOf(SOURCES),
      );
    });
    expect(expected.reduce((sum, { records }) => sum + records, 0)).toBe(15_208);
  });
});
