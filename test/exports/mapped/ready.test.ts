// The ready mappings, each over exports as its system writes them: both readers say the same of every row, word for word.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../src/calendar/day.js';
import type { Moment } from '../../../src/calendar/moment.js';
import type { EventRecord, OpenEvent } from '../../../src/engagement/ledger.js';
import type { Student } from '../../../src/engagement/student.js';
import type { Exports, ReaderName } from '../../../src/exports/reader.js';
import { READERS, reading, withFolder, type Files } from '../workspace.js';
import { READY_MAPPINGS, sourcesOf } from './sources.js';

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/exports-of-systems');
const SYSTEMS = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'people')
  .map(({ name }) => name);

function filesIn(folder: string): Files {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** With the people whom all fixtures share, unless it is the list of students that is mapped. */
function filesOf(system: string): Files {
  const own = filesIn(join(FIXTURES, system, 'exports'));
  return system === 'student-list-excel' ? own : { ...filesIn(join(FIXTURES, 'people')), ...own };
}

function timeText({ day, minute }: Moment): string {
  if (minute === null) return formatDay(day);
  return `${formatDay(day)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function recordText(one: EventRecord): string {
  const { feed, file, record, at, type, module, minutes, acts, standing, eventId, assessmentId } = one;
  const length = minutes === null ? '' : `${minutes} min`;
  const repeated = one.isRepeated ? 'repeated' : one.isOverruled ? 'overruled' : '';
  const what = [feed, standing, `×${acts}`, module, type, length, eventId, assessmentId, repeated];
  return `  ${timeText(at)}  ${what.filter((it) => it !== '').join(', ')}  (${file}, record ${record})`;
}

function openText({ eventId, module, type, starts, minutes, why }: OpenEvent): string {
  return `  ${timeText(starts)}  open: ${why}, ${module}, ${type}, ${minutes ?? '?'} min, ${eventId}`;
}

function studentText({ source, ...student }: Student): string {
  const written = Object.entries(student).filter(([, value]) => value !== null && value !== '' && value !== false);
  const shown = written.map(([key, value]) => {
    const isDay = typeof value === 'number' && /(?:On|From|To)$/.test(key);
    return `${key} ${isDay ? formatDay(value as Student['startsOn']) : JSON.stringify(value)}`;
  });
  return `${shown.join(', ')}  (${source.file}, record ${source.record})`;
}

async function textOf(system: string, exports: Exports): Promise<string> {
  const files = exports.files.filter(({ file }) => !['students.csv', 'identities.csv'].includes(file));
  const isOfPeople = system === 'student-list-excel';
  const lines = files.flatMap(({ file, table, records, rows: { used, repeated, ofUnknownStudents, setAside } }) => [
    `${file} feeds ${table}: ${records} rows`,
    `  ${used} used, ${repeated} repeated, ${ofUnknownStudents} of unknown students, ${setAside} set aside`,
    ...exports.findings
      .filter(({ place }) => place?.file === file)
      .map(({ severity, message }) => `  ${severity}: ${message}`),
  ]);
  const elsewhere = exports.findings.filter(({ place }) => !files.some(({ file }) => file === place?.file));
  lines.push(...elsewhere.map(({ severity, message }) => `${severity}: ${message}`));
  for (const student of exports.students) {
    const { studentId } = student;
    lines.push('', isOfPeople ? studentText(student) : studentId);
    for (const due of exports.ledger.duesOf(studentId)) {
      const extended = due.extendedTo === null ? '' : `, extended to ${timeText(due.extendedTo)}`;
      lines.push(`  ${timeText(due.due)}  due: ${due.assessmentId}${extended}`);
    }
    lines.push(...(await exports.trace(studentId)).map(recordText));
    lines.push(...exports.ledger.openEventsOf(studentId).map(openText));
  }
  return `${lines.join('\n')}\n`;
}

describe.each(SYSTEMS)('%s', (system) => {
  const yaml = readFileSync(join(FIXTURES, system, 'sources.yaml'), 'utf8');

  async function readBy(reader: ReaderName): Promise<string> {
    return withFolder(filesOf(system), (folder) =>
      reading(folder, reader, (exports) => textOf(system, exports), sourcesOf(yaml)),
    );
  }

  test.each(READERS)('is read by %s as it was', async (reader) => {
    await expect(await readBy(reader)).toMatchFileSnapshot(join(FIXTURES, system, 'read.txt'));
  });
});

test('every ready mapping has exports of its system to read', () => {
  const named = SYSTEMS.flatMap((system) => {
    const yaml = readFileSync(join(FIXTURES, system, 'sources.yaml'), 'utf8');
    return Array.from(yaml.matchAll(/^ +mapping: (\S+)$/gm), ([, name]) => name);
  });
  const ready = readdirSync(READY_MAPPINGS).map((name) => name.replace(/\.yaml$/, ''));
  expect([...new Set(named)].sort()).toEqual(ready.sort());
});
