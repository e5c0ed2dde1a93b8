// The circumstances table: every row checked, every fault named, and nothing personal in a message.
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { CIRCUMSTANCE_KINDS } from '../../src/engagement/circumstance.js';
import { faultsOf, findingsOf, reading, refusalOf, STUDENTS, withFolder, type Files } from './workspace.js';

const HEADER = 'student_id,kind,from,to,assessment_id,reference';

function circumstances(...rows: readonly string[]): Files {
  return { 'students.csv': STUDENTS, 'circumstances.csv': [HEADER, ...rows, ''].join('\n') };
}

async function read(files: Files): Promise<readonly string[]> {
  return withFolder(files, (folder) =>
    reading(folder, null, (exports) =>
      exports.circumstances.map(({ studentId, kind, from, to, assessmentId, reference, source }) =>
        [
          `${source.file} ${source.record}`,
          studentId,
          kind,
          formatDay(from),
          to === null ? 'open' : formatDay(to),
          assessmentId,
          reference,
        ].join('|'),
      ),
    ),
  );
}

test('without the table nobody has any', async () => {
  expect(await read({ 'students.csv': STUDENTS })).toEqual([]);
});

test('rows become circumstances, by student, then day, then where they stand', async () => {
  const files = {
    ...circumstances(
      '0002,contact-hold,2025-10-02,,,',
      '0001,extension,2025-10-06,2025-10-20,M1-essay,EC-7',
      '0001,authorised-absence,2025-10-01,2025-10-01,,',
      '0001,interruption,2025-10-06,,,',
    ),
    'circumstances-late.csv': 'from,kind,student_id\n2025-09-30,remote-approved,0001\n',
  };
  expect(await read(files)).toEqual([
    'circumstances-late.csv 1|0001|remote-approved|2025-09-30|open||',
    'circumstances.csv 3|0001|authorised-absence|2025-10-01|2025-10-01||',
    'circumstances.csv 2|0001|extension|2025-10-06|2025-10-20|M1-essay|EC-7',
    'circumstances.csv 4|0001|interruption|2025-10-06|open||',
    'circumstances.csv 1|0002|contact-hold|2025-10-02|open||',
  ]);
});

test.each(CIRCUMSTANCE_KINDS)('%s is a kind', async (kind) => {
  expect(await read(circumstances(`0001,${kind},2025-10-01,2025-10-02,,`))).toEqual([
    `circumstances.csv 1|0001|${kind}|2025-10-01|2025-10-02||`,
  ]);
});

describe('is refused by file, record and column', () => {
  test.each([
    [',authorised-absence,2025-10-01,,,', 'cell-blank circumstances.csv 1 student_id'],
    ['2e8,authorised-absence,2025-10-01,,,', 'id-shortened circumstances.csv 1 student_id'],
    ['Ada Obi,authorised-absence,2025-10-01,,,', 'cell-invalid circumstances.csv 1 student_id'],
    ['0001,,2025-10-01,,,', 'cell-blank circumstances.csv 1 kind'],
    ['0001,Interruption,2025-10-01,,,', 'cell-invalid circumstances.csv 1 kind'],
    ['0001,illness,2025-10-01,,,', 'cell-invalid circumstances.csv 1 kind'],
    ['0001,interruption,,2025-10-01,,', 'cell-blank circumstances.csv 1 from'],
    ['0001,interruption,01/10/2025,,,', 'cell-invalid circumstances.csv 1 from'],
    ['0001,interruption,2025-10-01T09:00,,,', 'cell-invalid circumstances.csv 1 from'],
    ['0001,interruption,2025-10-01,31/10/2025,,', 'cell-invalid circumstances.csv 1 to'],
    ['0001,interruption,2025-10-02,2025-10-01,,', 'ends-before-start circumstances.csv 1 to'],
    ['0001,extension,2025-10-02,2025-10-01,M1-essay,', 'ends-before-start circumstances.csv 1 to'],
    ['0001,extension,2025-10-02,,M1-essay,', 'extension-without-date circumstances.csv 1 to'],
    ['0001,extension,2025-10-02,,,', 'extension-without-date circumstances.csv 1 to'],
  ])('%s', async (row, expected) => {
    expect(await faultsOf(circumstances(row))).toEqual([expected]);
  });

  test('every faulty row at once, together with those of the other records', async () => {
    const files = {
      ...circumstances('0001,extension,2025-10-02,,,', '0002,leave,2025-10-02,,,'),
      'module_enrolments.csv': 'student_id,module_code\n0001,\n',
      'contacts.csv': 'student_id,contacted_on\n0001,\n',
    };
    expect(await faultsOf(files)).toEqual([
      'cell-blank module_enrolments.csv 1 module_code',
      'extension-without-date circumstances.csv 1 to',
      'cell-invalid circumstances.csv 2 kind',
      'contact-without-date contacts.csv 1 contacted_on',
    ]);
  });
});

test.each([
  ['an extension of one day', 'extension,2025-10-02,2025-10-02'],
  ['an absence of one day', 'authorised-absence,2025-10-02,2025-10-02'],
  ['an open absence', 'authorised-absence,2025-10-02,'],
])('%s is allowed', async (_, row) => {
  expect(await findingsOf(circumstances(`0001,${row},,`))).toEqual([]);
});

test('a row that says the same twice counts once, in two files too', async () => {
  const row = '0001,interruption,2025-10-01,,,EC-1';
  const files = { ...circumstances(row, row), 'circumstances-2.csv': `${HEADER}\n${row}\n${row}9\n` };
  expect(await findingsOf(files)).toEqual(['circumstance-repeated ×2']);
  expect(await read(files)).toEqual([
    'circumstances-2.csv 1|0001|interruption|2025-10-01|open||EC-1',
    'circumstances-2.csv 2|0001|interruption|2025-10-01|open||EC-19',
  ]);
});

test('those of unknown students have no effect, and the first of them is named', async () => {
  const files = circumstances(
    '0001,interruption,2025-10-01,,,',
    '9999,contact-hold,2025-10-01,,,',
    '9998,contact-hold,2025-10-01,,,',
    '9998,contact-hold,2025-10-01,,,',
  );
  expect(await findingsOf(files)).toEqual(['circumstance-of-unknown-student circumstances.csv 2 ×3']);
  expect(await read(files)).toHaveLength(1);
});

test('what is private stays out of messages', async () => {
  const files = circumstances(
    '0001,bereavement of her mother,2025-10-01,,,secret reference',
    '0001,interruption,after the funeral,,,secret reference',
    '0001,interruption,2025-10-01,surgery,,secret reference',
    '0001,extension,2025-10-01,,,secret reference',
    '0001,interruption,02/10/2025,,,secret reference',
  );
  await withFolder(files, async (folder) => {
    const { faults } = await refusalOf(folder, null);
    const said = faults.map(({ message, hint }) => `${message} ${hint}`).join('\n');
    expect(said).not.toMatch(/bereavement|funeral|surgery|secret/);
    expect(said).toContain('"02/10/2025"');
    expect(said).toContain('authorised-absence, interruption, placement');
  });
});
