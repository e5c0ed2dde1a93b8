// A new export format needs a mapping and no code: three that the repository does not know, mapped by a few lines each.
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../src/calendar/day.js';
import type { EventRecord } from '../../../src/engagement/ledger.js';
import type { Exports } from '../../../src/exports/reader.js';
import { READERS, reading, withFolder, type Files } from '../workspace.js';
import { sourcesOf } from './sources.js';

const PEOPLE: Files = {
  'students.csv': [
    'student_id,email,school,programme_code,programme_type,starts_on,status',
    '270101,a.okafor@example.ac.uk,ECS,P1,taught,2026-09-28,enrolled',
    '270102,k.assabah@example.ac.uk,ECS,P1,taught,2026-09-28,enrolled',
    '',
  ].join('\n'),
  'identities.csv': 'student_id,system,identity\n270101,canvas,4001\n270102,roster,u-88\n270101,roster,u-87\n',
};

/** By both readers, which say the same. */
async function read<T>(yaml: string, files: Files, told: (exports: Exports) => Promise<T> | T): Promise<T> {
  return withFolder({ ...PEOPLE, ...files }, async (folder) => {
    const [one, other] = [
      await reading(folder, READERS[0] ?? null, told, sourcesOf(yaml)),
      await reading(folder, READERS[1] ?? null, told, sourcesOf(yaml)),
    ];
    expect(other).toEqual(one);
    return one;
  });
}

function recordText({ at, type, module, minutes, standing, eventId, record }: EventRecord): string {
  const time = at.minute === null ? '' : ` ${Math.floor(at.minute / 60)}:${String(at.minute % 60).padStart(2, '0')}`;
  const what = [module, type, minutes, standing, eventId].filter((it) => it !== '' && it !== null);
  return `${record}: ${formatDay(at.day)}${time} ${what.join(' ')}`;
}

const rowsOf = ({ files }: Exports, name: string) => files.find(({ file }) => file === name)?.rows;

describe('page views of Canvas (Instructure’s API, page_views as CSV)', () => {
  const YAML = `
sources:
  canvas:
    files: "page_views*.csv"
    table: vle
    columns:
      student_id: { column: links.user, through: canvas }
      occurred_at: { column: created_at, pattern: '^([^.]*)(?:[.][0-9]+)?(Z)$', format: canonical }
      module_code: { column: url, pattern: '/courses/sis_course_id:([A-Z0-9]+)' }
      component: { column: controller, values: { quizzes/quizzes: quiz, discussion_topics: forum }, otherwise: other }
      action: action
    set_aside:
      not asked for by a person: { column: user_request, is: "false" }
      in another's name: { column: links.real_user, lacks: "^$" }
`;
  const log = `id,url,context_type,controller,action,interaction_seconds,created_at,user_request,links.user,links.real_user
v-1,https://canvas.example/courses/sis_course_id:ECS401U/quizzes/7,Course,quizzes/quizzes,show,31.5,2026-10-06T22:30:00.000Z,true,4001,
v-2,https://canvas.example/courses/9,Course,wiki_pages,show,,2026-10-07T08:00:00Z,true,4001,
v-3,https://canvas.example/courses/9,Course,wiki_pages,show,,2026-10-07T08:00:01Z,false,4001,
v-4,https://canvas.example/courses/9,Course,wiki_pages,show,,2026-10-07T09:00:00Z,true,4001,17
v-5,https://canvas.example/courses/9,Course,wiki_pages,show,,2026-10-07T09:00:00Z,true,17,
`;

  test('are acts in the learning environment, in London time', async () => {
    const told = await read(YAML, { 'page_views.csv': log }, async (exports) => ({
      records: (await exports.trace('270101')).map(recordText),
      rows: rowsOf(exports, 'page_views.csv'),
    }));
    expect(told).toEqual({
      records: ['1: 2026-10-06 23:30 ECS401U quiz done', '2: 2026-10-07 9:00 other done'],
      rows: { used: 2, repeated: 0, ofUnknownStudents: 0, setAside: 3 },
    });
  });
});

describe('attendance of a Google Meet', () => {
  const YAML = `
sources:
  meet:
    files: "* - Attendance Report.csv"
    table: attendance
    columns:
      student_id: { column: Email, through: email }
      event_id: { file_name: true, pattern: '^(.*) - Attendance Report', as_id: true }
      module_code: { file_name: true, pattern: '\\b([A-Z]{3}[0-9]{3}U)\\b' }
      starts_at: { file_name: true, pattern: '^([0-9-]{10} [0-9]{2}_[0-9]{2})', format: yyyy-MM-dd HH_mm }
      delivery: { constant: online }
      attended_by: { constant: online }
      status: { column: Duration, values: { 0 min: absent }, otherwise: present }
`;
  const report = `\uFEFFFirst name,Last name,Email,Duration,Time joined,Time exited
Amara,Okafor,A.Okafor@example.ac.uk,51 min,9:59 AM,10:50 AM
Khalid,As Sabah,k.assabah@example.ac.uk,0 min,10:00 AM,10:00 AM
Ruth,Ellery,r.ellery@example.ac.uk,1 hr 2 min,9:55 AM,10:57 AM
`;

  test('has its time, module and name in the name of the file', async () => {
    const file = '2026-10-06 09_55 ECS401U Lecture 3 - Attendance Report.csv';
    const told = await read(YAML, { [file]: report }, async (exports) => ({
      records: [...(await exports.trace('270101')), ...(await exports.trace('270102'))].map(recordText),
      rows: rowsOf(exports, file),
    }));
    expect(told).toEqual({
      records: [
        '1: 2026-10-06 9:55 ECS401U done 2026-10-06-09-55-ECS401U-Lecture-3',
        '2: 2026-10-06 9:55 ECS401U missed 2026-10-06-09-55-ECS401U-Lecture-3',
      ],
      rows: { used: 2, repeated: 0, ofUnknownStudents: 0, setAside: 1 },
    });
  });
});

describe('enrolments of OneRoster 1.1 (1EdTech, enrollments.csv)', () => {
  const YAML = `
sources:
  roster:
    files: enrollments.csv
    table: module_enrolments
    columns:
      student_id: { column: userSourcedId, through: roster }
      module_code: { column: classSourcedId, pattern: '^([A-Z0-9]+)' }
      module_school: schoolSourcedId
      from: beginDate
      to: endDate
    set_aside:
      teachers and others: { column: role, lacks: "^student$" }
      deleted: { column: status, is: tobedeleted }
`;
  const enrolments = `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e-1,active,2026-09-20T09:00:00.000Z,ECS401U-2026-A,ECS,u-87,student,false,2026-09-28,2026-12-18
e-2,active,2026-09-20T09:00:00.000Z,ECS401U-2026-A,ECS,u-9,teacher,true,,
e-3,tobedeleted,2026-09-29T09:00:00.000Z,ECS402U-2026-A,ECS,u-88,student,false,2026-09-28,
e-4,active,2026-09-29T09:00:00.000Z,ECS402U-2026-B,ECS,u-88,student,false,2026-10-05,
e-5,active,2026-09-29T09:00:00.000Z,ECS402U-2026-B,ECS,u-99,student,false,2026-10-05,
`;

  test('are of those whose ids are known, and active', async () => {
    const told = await read(YAML, { 'enrollments.csv': enrolments }, (exports) => ({
      enrolments: (exports.enrolments ?? []).map(({ studentId, moduleCode, from, to }) =>
        [studentId, moduleCode, from === null ? '' : formatDay(from), to === null ? '' : formatDay(to)].join(' '),
      ),
      rows: rowsOf(exports, 'enrollments.csv'),
    }));
    expect(told).toEqual({
      enrolments: ['270101 ECS401U 2026-09-28 2026-12-18', '270102 ECS402U 2026-10-05 '],
      rows: { used: 2, repeated: 0, ofUnknownStudents: 0, setAside: 3 },
    });
  });
});
