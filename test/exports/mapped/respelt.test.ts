// One event stays one, however the export that tells of it was written, downloaded or saved again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOf, STUDENTS, type Files } from '../workspace.js';
import { readMapped } from './read-mapped.js';
import { faultsIn, READY_MAPPINGS, sourcesOf } from './sources.js';

const PEOPLE = STUDENTS.replace('student_id', 'student_id,email').replaceAll(/^(000\d),/gm, '$1,s$1@example.ac.uk,');

/** The ids of the events that the first student's records are of. */
async function eventsIn(yaml: string, files: Files): Promise<readonly string[]> {
  const { all } = await readMapped(yaml, { 'students.csv': PEOPLE, ...files });
  const [records = []] = all.traces;
  return [...new Set(records.map(({ eventId }) => eventId))];
}

test('a register of a timetabling system whose times have seconds, or whose days have names of months', async () => {
  const head = 'Student ID,Event ID,Module,Event Category,Date,Start Time,End Time,Mark\n';
  const row = (day: string, start: string, end: string): string =>
    `${head}0001,77,ECS401U,Lecture,${day},${start},${end},A\n`;
  const events = await eventsIn('sources: { celcat: { files: "cel*.csv", mapping: celcat-register } }', {
    'cel-1.csv': row('05/10/2026', '09:00', '10:00'),
    'cel-2.csv': row('05/10/2026', '09:00:00', '10:00:00'),
    'cel-3.csv': row('05-Oct-2026', '09:00', '10:00'),
  });
  expect(events).toEqual(['77-ECS401U-2026-10-05T09-00']);
});

test('a meeting whose report two people downloaded, each with dates as their own computer writes them', async () => {
  const report = (start: string, end: string): string =>
    `1. Summary\nMeeting title\tECS401U Lecture\nStart time\t${start}\nEnd time\t${end}\n\n2. Participants\nName\tFirst Join\tEmail\tRole\nAnn\tx\ts0001@example.ac.uk\tPresenter\n`;
  const events = await eventsIn('sources: { teams: { files: "meet*.csv", mapping: teams-attendance } }', {
    'meet1.csv': report('10/13/26, 10:00:00 AM', '10/13/26, 11:00:00 AM'),
    'meet2.csv': report('13/10/26, 10:00:00', '13/10/26, 11:00:00'),
  });
  expect(events).toEqual(['ECS401U-Lecture-2026-10-13T10-00']);
});

describe('a list of a meeting that was downloaded again', () => {
  const list = 'Full Name\tUser Action\tTimestamp\nAnn Lee\tJoined\t10/13/2026, 9:58:40 AM\n';
  const yaml = `
sources:
  lecture:
    files: "lec1*.csv"
    mapping: teams-attendance-list
    columns: { starts_at: { constant: 2026-10-13T10:00 } }
`;

  test.each(['lec1 (1).csv', 'lec1(2).csv'])('as %s', async (again) => {
    const events = await eventsIn(yaml, {
      'identities.csv': 'student_id,system,identity\n0001,teams_name,Ann Lee\n',
      'lec1.csv': list,
      [again]: `${list}Ann Lee\tLeft\t10/13/2026, 10:58:40 AM\n`,
    });
    expect(events).toEqual(['lec1']);
  });
});

describe('a mark that was corrected', () => {
  /** What the ready mapping says to paste. */
  const lineOf = (mapping: string): string => {
    const text = readFileSync(join(READY_MAPPINGS, `${mapping}.yaml`), 'utf8');
    return /^# +(columns: \{ recorded_at: .*)$/m.exec(text)?.[1] ?? 'no line';
  };
  const sourceWith = (mapping: string): string => `
sources:
  registers:
    files: "cel*.csv"
    mapping: ${mapping}
    ${lineOf(mapping)}
`;

  test.each(['celcat-register', 'moodle-attendance', 'jisc-attendance'])('%s says what to paste', (mapping) => {
    expect(faultsIn(sourceWith(mapping))).toEqual([]);
  });

  const register = (mark: string): string =>
    `Student ID,Event ID,Module,Event Category,Date,Start Time,End Time,Mark\n0001,77,ECS401U,Lecture,05/10/2026,09:00,10:00,${mark}\n`;

  test.each([
    ['P', 'A', 'missed'],
    ['A', 'P', 'done'],
  ])('from %s to %s counts as the register of the later day has it', async (first, later, standing) => {
    const { all } = await readMapped(sourceWith('celcat-register'), {
      'cel-2026-10-05.csv': register(first),
      'cel-2026-10-12.csv': register(later),
    });
    const [records = []] = all.traces;
    expect(records.filter((it) => !it.isOverruled).map((it) => it.standing)).toEqual([standing]);
  });

  test('in a file without a day in its name cannot be told from an earlier one, and is refused', async () => {
    const files = { 'students.csv': STUDENTS, 'cel-2026-10-05.csv': register('P'), 'cel corrected.csv': register('A') };
    expect(await faultsOf(files, sourcesOf(sourceWith('celcat-register')))).toEqual([
      'pattern-not-found cel corrected.csv 1 recorded_at',
    ]);
  });
});
