// An administrator's folder, as it is in November: exports of a year and of the last one, the same log again each week, a
// copy, a register corrected by hand in a spreadsheet, and things that are no exports at all.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, planYaml, workspace } from './command.js';

const LOG_HEAD =
  'Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,IP address\r\n';
const viewed = (time: string, id: number, origin = 'web'): string =>
  `"${time}",-,-,Course: ENG401,System,Course viewed,The user with id '${id}' viewed the course with id '7'.,${origin},-\r\n`;

// Newest first, as Moodle writes it.
const WEEK_1 = viewed('4/10/26, 23:59', 11) + viewed('1/10/26, 09:00', 12) + viewed('1/10/26, 09:00', 12);
const WEEK_2 =
  viewed('13/10/26, 10:00', 11) + viewed('13/10/26, 10:00', 3) + viewed('12/10/26, 02:00', 2, 'cli') + WEEK_1;

const STUDENT_HEAD =
  'student_id,email,school,programme_code,programme_type,target_award_rqf,starts_on,status,status_from\n';
const ana = (status: string) => `0001,ana@example.ac.uk,ENG,P1,taught,6,2026-09-28,${status}\n`;
const bo = '0002,bo@example.ac.uk,ENG,P1,taught,6,2026-09-28,enrolled,\n';

const FOLDER = {
  'plans/ENG.yaml': planYaml({
    checkpoints: '{ week_3: 2026-10-18 }',
    feeds:
      '{ vle: { confirmed_by: QMplus team, confirmed_on: 2026-09-01 }, attendance: { confirmed_by: Timetabling, confirmed_on: 2026-09-01 } }',
  }),
  'sources.yaml': `
sources:
  student-records:
    files: "students-*.csv"
    table: students
    use: newest
  qmplus:
    files: "logs_*.csv*"
    mapping: moodle-log
    format: d/MM/yy, HH:mm
    covers: { from: 2026-09-28, to: 2026-10-18 }
  registers:
    files: "*register*.csv"
    table: attendance
    separator: comma
    columns:
      student_id: Student
      event_id: Event
      module_code: Module
      starts_at: { column: Starts, format: [canonical, "dd/MM/yyyy HH:mm"] }
      status: { column: Mark, values: { P: present, A: absent } }
      recorded_at: { column: Entered, format: [canonical, "dd/MM/yyyy HH:mm"] }
`,
  'exports/students-2025-10-06.csv': STUDENT_HEAD + '0001,ana@example.ac.uk,ENG,F0,taught,3,2025-09-22,enrolled,\n',
  'exports/students-2026-09-28.csv': STUDENT_HEAD + ana('enrolled,') + bo,
  'exports/students-2026-10-12.csv': STUDENT_HEAD + ana('withdrawn,2026-12-01') + bo,
  'exports/identities.csv': 'student_id,system,identity\n0001,moodle,11\n0002,moodle,12\n',
  'exports/logs_ENG401_20251020-0900.csv': LOG_HEAD + viewed('13/10/25, 10:00', 11),
  'exports/logs_ENG401_20261005-0900.csv': LOG_HEAD + WEEK_1,
  'exports/logs_ENG401_20261014-0900.csv': LOG_HEAD + WEEK_2,
  'exports/logs_ENG401_20261014-0900 (1).csv': LOG_HEAD + WEEK_2,
  'exports/seminar register.csv':
    'Student,Event,Module,Starts,Mark,Entered\n0001,E1,ENG401,2026-10-05T10:00,A,2026-10-05T12:00\n0002,E1,ENG401,2026-10-05T10:00,P,2026-10-05T12:00\n',
  'exports/seminar register corrected.csv':
    '\ufeffStudent,Event,Module,Starts,Mark,Entered\r\n0001,E1,ENG401,05/10/2026 10:00,P,13/10/2026 09:30\r\n',
  'exports/Book1.csv': 'Student Number;Session;Mark\n0001;Lab;P\n',
  'exports/Teams report.csv':
    '1. Summary\nMeeting title\tENG401 Lab\nStart time\t5/10/26, 10:00:00\nEnd time\t5/10/26, 11:00:00\n\n2. Participants\nName\tFirst join\tLast leave\tIn-meeting duration\tEmail\tParticipant ID (UPN)\tRole\nAna\t5/10/26, 10:00:00\t5/10/26, 11:00:00\t1h\tana@example.ac.uk\tana@example.ac.uk\tAttendee\n',
  'exports/notes for Chris.docx': 'PK',
  'exports/.DS_Store': '',
};

const exported = (path: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../fixtures/exports-of-systems', path));

/** A folder of somebody who has no sources yet. */
const UNCLAIMED = {
  'sources.yaml': 'sources: { logs: { files: "logs_*.csv", mapping: moodle-log } }\n',
  'exports/students.csv': STUDENT_HEAD + ana('enrolled,') + bo,
  'exports/identities.csv': 'student_id,system,identity\n1,moodle,11\n0002,moodle,12\n',
  'exports/Book7.csv': 'Colour,Shade\nred,dark\n',
  ...Object.fromEntries(
    [
      'moodle-completion/exports/progress.ecs401u.csv',
      'moodle-completion/exports/progress.ecs402u.csv',
      'moodle-gradebook/exports/ECS401U Grades-20261109_1030-comma_separated.csv',
      'moodle-grading-worksheet/exports/Grades-ECS402U-Lab report-4370999 (1).csv',
      'jisc-attendance/exports/attendance_hub 2026-10.tsv',
      'student-list-excel/exports/ECS students.xlsx',
      'turnitin-inbox/exports/Turnitin ECS401U report 1.csv',
    ].map((path) => [`exports/${path.split('/')[2]}`, exported(path)]),
  ),
};

async function inFolder(words: readonly string[], files: Readonly<Record<string, string | Buffer>> = FOLDER) {
  const folder = workspace(files);
  const places = [
    '--exports',
    join(folder, 'exports'),
    '--sources',
    join(folder, 'sources.yaml'),
    '--reader',
    'csv-parse',
  ];
  const said = await command([...words.map((word) => word.replace('FOLDER', folder)), ...places]);
  const plain = (text: string): string => text.replaceAll(`${folder}/`, '');
  return { ...said, out: plain(said.out), err: plain(said.err), folder };
}

describe('checkpoint sources', () => {
  test('says what each file is taken for, what became of its rows, and how far each feed reaches', async () => {
    const { code, out, err } = await inFolder(['sources']);
    expect(code).toBe(0);
    await expect(`${out}${err}`).toMatchFileSnapshot('golden/sources.txt');
  });

  test('programs read the same', async () => {
    const { code, out } = await inFolder(['sources', '--json']);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot('golden/sources.json.txt');
  });

  test('what is refused is told beside its file, and the others are looked at all the same', async () => {
    const files = {
      ...FOLDER,
      'exports/seminar register corrected.csv': 'Student,Event\n0001,E1\n',
      'exports/vle 2.csv': '',
      'exports/Attendance report.csv': FOLDER['exports/Teams report.csv'],
    };
    const { code, out, err } = await inFolder(['sources'], files);
    expect(code).toBe(3);
    await expect(`${out}${err}`).toMatchFileSnapshot('golden/sources-refused.txt');
  });

  test('drafts a sources file, for its owner alone and never over another', async () => {
    const { code, folder, err } = await inFolder(['sources', '--write', 'FOLDER/draft.yaml']);
    expect(code).toBe(0);
    expect(err).toContain('drafted');
    const draft = join(folder, 'draft.yaml');
    await expect(readFileSync(draft, 'utf8')).toMatchFileSnapshot('golden/sources-draft.txt');
    expect(statSync(draft).mode & 0o777).toBe(0o600);
    const places = ['--exports', join(folder, 'exports'), '--sources', join(folder, 'sources.yaml')];
    const again = await command(['sources', '--write', draft, ...places]);
    expect(again.code).toBe(2);
    expect(again.err).toContain('nothing was written over it');
    const nowhere = await command(['sources', '--write', join(folder, 'none/draft.yaml'), ...places]);
    expect([nowhere.code, existsSync(join(folder, 'none'))]).toEqual([74, false]);
  });

  test('suggests what can be pasted, with what is still to be filled in, each file by itself', async () => {
    const { code, out, err, folder } = await inFolder(['sources', '--write', 'FOLDER/draft.yaml'], UNCLAIMED);
    expect(code).toBe(3);
    const draft = readFileSync(join(folder, 'draft.yaml'), 'utf8');
    await expect(`${out}${err}`).toMatchFileSnapshot('golden/sources-suggested.txt');
    await expect(draft).toMatchFileSnapshot('golden/sources-suggested-draft.txt');
    const filled = join(folder, 'filled.yaml');
    writeFileSync(filled, draft.replaceAll(/: ""$/gm, ': 2026-11-05T17:00'));
    const again = await command(['sources', '--exports', join(folder, 'exports'), '--sources', filled]);
    expect(again.err).not.toContain('filled.yaml');
    expect(again.out).not.toContain('claimed by');
  });

  test('has nothing to draft where every file is claimed', async () => {
    const files = Object.fromEntries(Object.entries(FOLDER).filter(([name]) => !/Book1|report|docx/.test(name)));
    const { err, folder } = await inFolder(['sources', '--write', 'FOLDER/draft.yaml'], files);
    expect(err).toContain('No draft was written');
    expect(existsSync(join(folder, 'draft.yaml'))).toBe(false);
  });

  test('a folder that is not there is refused', async () => {
    const { code, err } = await command(['sources', '--exports', 'nowhere']);
    expect([code, err]).toEqual([3, expect.stringContaining('There is no folder "nowhere"')]);
  });
});

describe('checkpoint run, in that folder', () => {
  test('counts each act once, whatever the folder has twice, and takes the newest of the students', async () => {
    const words = ['run', 'FOLDER/plans/ENG.yaml', '--at', 'week_3', '--out', 'FOLDER/reports'];
    const { code, err, folder } = await inFolder(words);
    expect([code, err.replaceAll(/^(?!error).*\n/gm, '')]).toEqual([0, '']);
    const record = JSON.parse(readFileSync(join(folder, 'reports/ENG/2026-10-18/run.json'), 'utf8')) as {
      readonly sources: readonly { readonly file: string }[];
      readonly inputs: readonly { readonly file: string; readonly rows: object }[];
    };
    expect(record.sources.map(({ file }) => file)).toEqual(['sources.yaml', 'moodle-log.yaml']);
    expect(record.inputs.map(({ file, rows }) => [file, ...(Object.values(rows) as number[])].join(' '))).toEqual([
      'seminar register corrected.csv 1 0 0 0',
      'seminar register.csv 2 0 0 0',
      'identities.csv 2 0 0 0',
      'students-2026-10-12.csv 2 0 0 0',
      'logs_ENG401_20251020-0900.csv 1 0 0 0',
      'logs_ENG401_20261005-0900.csv 3 0 0 0',
      'logs_ENG401_20261014-0900 (1).csv 1 3 0 2',
    ]);
  });

  test('the register corrected by hand goes before the one that was exported', async () => {
    const words = ['explain', '0001', 'FOLDER/plans/ENG.yaml', '--at', 'week_3'];
    const { code, out } = await inFolder(words);
    expect(code).toBe(0);
    const at = out.indexOf('seminar register corrected.csv, record 1');
    expect(out.slice(at, out.indexOf('\n\n', at))).toMatchInlineSnapshot(`
      "seminar register corrected.csv, record 1
          2026-10-13  logs_ENG401_20261014-0900 (1).csv, record 1
        evidence before the window: moves the clock only: 1 record
          2025-10-13  logs_ENG401_20251020-0900.csv, record 1
        repeated from another file: counted once, there: 1 record
          2026-10-04  logs_ENG401_20261014-0900 (1).csv, record 4
        another record of the same event counts in its place: 1 record
          2026-10-05  seminar register.csv, record 1"
    `);
  });

  test('sources.yaml is found where nothing is named; a name that is wrong is refused', async () => {
    const { code, err } = await command(['run', '--at', 'week_3', '--sources', 'nowhere.yaml']);
    expect([code, err]).toEqual([2, expect.stringContaining('There is no sources file "nowhere.yaml"')]);
  });
});
