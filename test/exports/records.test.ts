import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/calendar/day.js';
import { faultsOf, findingsOf, line, reading, refusalOf, STUDENTS, withFolder } from './workspace.js';

const REQUIRED = {
  student_id: '0001',
  school: 'ECS',
  programme_code: 'P1',
  programme_type: 'taught',
  starts_on: '2025-09-22',
  status: 'enrolled',
};

function students(...rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const record = (row: Readonly<Record<string, string>>): string =>
    columns.map((column) => row[column] ?? '').join(',');
  return [columns.join(','), ...rows.map(record)].map((text) => `${text}\n`).join('');
}

async function faultsOfCell(column: string, cell: string): Promise<readonly string[]> {
  return faultsOf({ 'students.csv': students({ ...REQUIRED, [column]: cell }) });
}

test('a full row becomes a student', async () => {
  const full = {
    ...REQUIRED,
    student_id: ' 0001\u00a0',
    first_name: 'Zoë',
    last_name: '"O\'Neill\nSmith"',
    preferred_name: 'Zo',
    email: "zoe.o'neill@example.ac.uk",
    faculty: 'FSE',
    programme_title: '"Engineering, BEng"',
    target_award_rqf: '6',
    year_of_study: '2',
    mode: 'part-time',
    registered_on: '2025-09-20',
    ends_on: '2028-06-30',
    status: 'withdrawn',
    status_from: '2025-11-01',
    category: 'associate',
    sponsored: 'yes',
    visa_from: '2025-09-01',
    visa_to: '2028-10-01',
    joint_school: 'LAW',
    joint_decided_by: 'ECS',
    school_from: '2025-09-22',
    remote_permitted: 'no',
    advisor_name: 'Dr A',
    advisor_email: 'a@example.ac.uk',
    funding: 'slc',
  };
  await withFolder({ 'students.csv': students(full) }, (folder) =>
    reading(folder, null, (exports) => {
      expect(exports.students).toEqual([
        {
          studentId: '0001',
          firstName: 'Zoë',
          lastName: "O'Neill Smith",
          preferredName: 'Zo',
          email: "zoe.o'neill@example.ac.uk",
          school: 'ECS',
          faculty: 'FSE',
          programmeCode: 'P1',
          programmeTitle: 'Engineering, BEng',
          programmeType: 'taught',
          targetAwardRqf: 6,
          yearOfStudy: '2',
          mode: 'part-time',
          registeredOn: parseDay('2025-09-20'),
          startsOn: parseDay('2025-09-22'),
          endsOn: parseDay('2028-06-30'),
          status: 'withdrawn',
          statusFrom: parseDay('2025-11-01'),
          category: 'associate',
          isSponsored: true,
          visaFrom: parseDay('2025-09-01'),
          visaTo: parseDay('2028-10-01'),
          joint: { otherSchool: 'LAW', isSettled: true },
          schoolFrom: parseDay('2025-09-22'),
          isRemotePermitted: false,
          advisorName: 'Dr A',
          advisorEmail: 'a@example.ac.uk',
          funding: 'slc',
          source: { file: 'students.csv', record: 1 },
        },
      ]);
      expect(exports.enrolments).toBeNull();
    }),
  );
});

test('what an export leaves out has its plain meaning', async () => {
  await withFolder({ 'students.csv': STUDENTS }, (folder) =>
    reading(folder, null, ({ students: [student] }) => {
      expect(student).toMatchObject({
        email: '',
        targetAwardRqf: null,
        mode: null,
        endsOn: null,
        statusFrom: null,
        category: 'campus',
        isSponsored: false,
        isRemotePermitted: null,
        funding: null,
      });
    }),
  );
});

describe('a cell is refused by file, record and column', () => {
  test.each<[string, string, string]>([
    ['student_id', '', 'cell-blank'],
    ['student_id', '=1+1', 'cell-invalid'],
    ['student_id', '2.10E+08', 'id-shortened'],
    ['student_id', '2e8', 'id-shortened'],
    ['student_id', '00 01', 'cell-invalid'],
    ['student_id', 'x'.repeat(65), 'cell-invalid'],
    ['school', '', 'cell-blank'],
    ['programme_code', ' ', 'cell-blank'],
    ['programme_type', 'Taught', 'cell-invalid'],
    ['programme_type', '', 'cell-blank'],
    ['starts_on', '', 'cell-blank'],
    ['starts_on', '22/09/2025', 'cell-invalid'],
    ['starts_on', '2025-02-29', 'cell-invalid'],
    ['starts_on', '2025-09-22T09:00', 'cell-invalid'],
    ['ends_on', '45922', 'cell-invalid'],
    ['status', 'active', 'cell-invalid'],
    ['status_from', 'x', 'cell-invalid'],
    ['category', 'home', 'cell-invalid'],
    ['sponsored', 'Y', 'cell-invalid'],
    ['remote_permitted', 'maybe', 'cell-invalid'],
    ['funding', 'bank', 'cell-invalid'],
    ['mode', 'FT', 'cell-invalid'],
    ['target_award_rqf', '9', 'cell-invalid'],
    ['target_award_rqf', 'six', 'cell-invalid'],
    ['email', 'nobody', 'cell-invalid'],
    ['email', '=a@example.ac.uk', 'cell-invalid'],
    ['email', 'a@example.ac.uk; b@example.ac.uk', 'cell-invalid'],
    ['advisor_email', 'a@b', 'cell-invalid'],
  ])('%s "%s"', async (column, cell, code) => {
    expect(await faultsOfCell(column, cell)).toEqual([`${code} students.csv 1 ${column}`]);
  });

  test('an address is never shown, nor what may be a name', async () => {
    const rows = students({ ...REQUIRED, email: 'secret@nowhere', mode: 'Okonkwo' });
    await withFolder({ 'students.csv': rows }, async (folder) => {
      const { message } = await refusalOf(folder, null);
      expect(message).toContain('The cell must be full-time, part-time, or blank.');
      expect(message).not.toMatch(/secret|Okonkwo/);
    });
  });

  test('spans end after they start', async () => {
    const row = { ...REQUIRED, ends_on: '2025-09-21', visa_from: '2026-01-02', visa_to: '2026-01-01' };
    expect(await faultsOf({ 'students.csv': students(row) })).toEqual([
      'ends-before-start students.csv 1 ends_on',
      'ends-before-start students.csv 1 visa_to',
    ]);
    expect(await findingsOf({ 'students.csv': students({ ...REQUIRED, ends_on: '2025-09-22' }) })).toEqual([]);
  });
});

describe('one row a student', () => {
  test('rows that are equal count once', async () => {
    const files = {
      'students-1.csv': students(REQUIRED, REQUIRED),
      'students-2.csv': students({ ...REQUIRED, mode: '' }),
    };
    expect(await findingsOf(files)).toEqual(['student-repeated ×2']);
  });

  test('rows that differ are refused, naming both and what differs', async () => {
    const files = {
      'students-1.csv': students(REQUIRED),
      'students-2.csv': students(
        { ...REQUIRED, student_id: '0002' },
        { ...REQUIRED, programme_code: 'L1', mode: 'part-time' },
      ),
    };
    await withFolder(files, async (folder) => {
      const { faults } = await refusalOf(folder, null);
      expect(faults).toMatchObject([
        {
          code: 'student-conflicting',
          place: { file: 'students-2.csv', record: 2 },
          message: 'Student 0001 is in students-1.csv, record 1, too, with another "programme_code", "mode".',
        },
      ]);
    });
  });

  test('rows of two schools that disagree on the student are refused; what each school says of its part may differ', async () => {
    const own = { faculty: 'HSS', programme_title: 'Law', advisor_name: 'Dr B', advisor_email: 'b@example.ac.uk' };
    const files = {
      'students.csv': students(REQUIRED, {
        ...REQUIRED,
        ...own,
        school: 'LAW',
        programme_code: 'L1',
        status: 'withdrawn',
      }),
    };
    await withFolder(files, async (folder) => {
      const { faults } = await refusalOf(folder, null);
      expect(faults.map(({ message }) => message)).toEqual([
        'Student 0001 is in students.csv, record 1, too, with another "status".',
      ]);
    });
  });

  test('a third school is refused', async () => {
    const rows = ['ECS', 'LAW', 'MED'].map((school) => ({ ...REQUIRED, school }));
    await withFolder({ 'students.csv': students(...rows) }, async (folder) => {
      const { faults } = await refusalOf(folder, null);
      expect(faults.map(({ message, place }) => [place?.record, message])).toEqual([
        [3, 'Student 0001 is in students.csv, record 1, too, with another "school".'],
      ]);
    });
  });

  test('a table without students is refused', async () => {
    expect(await faultsOf({ 'students.csv': students({ ...REQUIRED }).split('\n')[0] ?? '' })).toEqual([
      'table-without-rows',
    ]);
  });
});

describe('a joint programme (6.2f)', () => {
  const joint = (school: string, decidedBy: string, more: Readonly<Record<string, string>> = {}) => {
    return { ...REQUIRED, school, programme_code: `${school}1`, joint_decided_by: decidedBy, ...more };
  };

  const readOne = (...rows: readonly Readonly<Record<string, string>>[]) =>
    withFolder({ 'students.csv': students(...rows) }, (folder) =>
      reading(folder, null, ({ students: [student, ...others], findings }) => {
        expect(others).toEqual([]);
        const { school, programmeCode, joint: part, source } = student ?? {};
        return { school, programmeCode, joint: part, record: source?.record, findings: findings.map(line) };
      }),
    );

  test('the school that both rows name decides, in whatever order they stand', async () => {
    const decided = {
      school: 'LAW',
      programmeCode: 'LAW1',
      joint: { otherSchool: 'ECS', isSettled: true },
      findings: [],
    };
    expect(await readOne(joint('ECS', 'LAW'), joint('LAW', 'LAW'))).toEqual({ ...decided, record: 2 });
    expect(await readOne(joint('LAW', 'LAW'), joint('ECS', 'LAW'))).toEqual({ ...decided, record: 1 });
  });

  test.each([
    ['neither names one', '', ''],
    ['they name different ones', 'ECS', 'LAW'],
    ['one of them is silent', 'ECS', ''],
    ['they name a third', 'MED', 'MED'],
  ])('%s: nobody decides, and the student stands under the first school', async (_, one, other) => {
    const undecided = {
      school: 'ECS',
      programmeCode: 'ECS1',
      joint: { otherSchool: 'LAW', isSettled: false },
      findings: ['joint-undecided students.csv 1 joint_decided_by'],
    };
    expect(await readOne(joint('ECS', one), joint('LAW', other))).toEqual({ ...undecided, record: 1 });
    expect(await readOne(joint('LAW', other), joint('ECS', one))).toEqual({ ...undecided, record: 2 });
  });

  test('equal rows count once, and both rows of the student are used', async () => {
    const rows = [joint('ECS', 'ECS'), joint('LAW', 'ECS'), joint('ECS', 'ECS')];
    await withFolder({ 'students.csv': students(...rows) }, (folder) =>
      reading(folder, null, ({ files: [file], students: read }) => {
        expect(read.map(({ school }) => school)).toEqual(['ECS']);
        expect(file?.rows).toEqual({ used: 2, repeated: 1, ofUnknownStudents: 0, setAside: 0 });
      }),
    );
  });

  test('of one row its school decides; who is named besides is said', async () => {
    const alone = { programmeCode: 'ECS1', school: 'ECS', record: 1 };
    expect(await readOne(joint('ECS', '', { joint_school: 'LAW' }))).toEqual({
      ...alone,
      joint: { otherSchool: 'LAW', isSettled: true },
      findings: [],
    });
    expect(await readOne(joint('ECS', 'ECS', { joint_school: 'ECS' }))).toEqual({
      ...alone,
      joint: null,
      findings: [],
    });
    expect(await readOne(joint('ECS', 'LAW', { joint_school: 'LAW' }))).toMatchObject({
      school: 'ECS',
      findings: ['joint-decided-elsewhere students.csv 1 joint_decided_by'],
    });
  });
});

describe('module enrolments', () => {
  const enrolments = (...rows: readonly string[]): Record<string, string> => ({
    'students.csv': STUDENTS,
    'module_enrolments.csv': ['student_id,module_code,module_school,from,to', ...rows, ''].join('\n'),
  });

  test('are sorted, counted once, and of known students', async () => {
    const files = enrolments(
      '0002,M1,,,',
      '0001,M2,ECS,2025-10-01,2025-10-31',
      '0002,M1,,,',
      '9999,M1,,,',
      '0001,M1,,,',
    );
    expect(await findingsOf(files)).toEqual(['enrolment-repeated', 'enrolment-of-unknown-student']);
    await withFolder(files, (folder) =>
      reading(folder, null, (exports) => {
        expect(
          exports.enrolments?.map(({ studentId, moduleCode, source }) => [studentId, moduleCode, source.record]),
        ).toEqual([
          ['0001', 'M1', 5],
          ['0001', 'M2', 2],
          ['0002', 'M1', 1],
        ]);
      }),
    );
  });

  test.each([
    ['0001,,,,', 'cell-blank module_enrolments.csv 1 module_code'],
    ['0001,M1,,2025-10-02,2025-10-01', 'ends-before-start module_enrolments.csv 1 to'],
    ['0001,M1,,October,', 'cell-invalid module_enrolments.csv 1 from'],
  ])('%s is refused', async (row, fault) => {
    expect(await faultsOf(enrolments(row))).toEqual([fault]);
  });
});
