// The contacts table (6.1c): every row checked, every fault named, and nothing personal in a message.
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { faultsOf, findingsOf, reading, refusalOf, STUDENTS, withFolder, type Files } from './workspace.js';

const HEADER = 'student_id,contacted_on,checkpoint,stage,channel,responded_on,outcome';

function contacts(...rows: readonly string[]): Files {
  return { 'students.csv': STUDENTS, 'contacts.csv': [HEADER, ...rows, ''].join('\n') };
}

async function read(files: Files): Promise<readonly string[]> {
  return withFolder(files, (folder) =>
    reading(folder, null, (exports) =>
      exports.contacts.map(({ studentId, contactedOn, checkpoint, stage, channel, respondedOn, outcome, source }) =>
        [
          `${source.file} ${source.record}`,
          studentId,
          formatDay(contactedOn),
          checkpoint,
          stage,
          channel,
          respondedOn === null ? 'no reply' : formatDay(respondedOn),
          outcome,
        ].join('|'),
      ),
    ),
  );
}

test('without the table nobody was contacted', async () => {
  expect(await read({ 'students.csv': STUDENTS })).toEqual([]);
});

test('rows become contacts, by student, then day, then where they stand', async () => {
  const files = {
    ...contacts(
      '0002,2025-10-20,autumn_week_3,1,letter,,',
      '0001,2025-11-10,autumn_week_6,2,"letter, e-mail",2025-11-12,met the advisor',
      '0001,2025-10-20,autumn_week_3,1,letter,2025-10-20,',
      '0001,2025-10-20,autumn_week_3,1,call,,',
    ),
    'contacts-early.csv': 'contacted_on,student_id\n2025-10-01,0001\n',
  };
  expect(await read(files)).toEqual([
    'contacts-early.csv 1|0001|2025-10-01||||no reply|',
    'contacts.csv 3|0001|2025-10-20|autumn_week_3|1|letter|2025-10-20|',
    'contacts.csv 4|0001|2025-10-20|autumn_week_3|1|call|no reply|',
    'contacts.csv 2|0001|2025-11-10|autumn_week_6|2|letter, e-mail|2025-11-12|met the advisor',
    'contacts.csv 1|0002|2025-10-20|autumn_week_3|1|letter|no reply|',
  ]);
});

describe('is refused by file, record and column', () => {
  test.each([
    [',2025-10-20,,,,,', 'cell-blank contacts.csv 1 student_id'],
    ['Ada Obi,2025-10-20,,,,,', 'cell-invalid contacts.csv 1 student_id'],
    ['0001,,autumn_week_3,1,letter,,', 'contact-without-date contacts.csv 1 contacted_on'],
    ['0001,20/10/2025,,,,,', 'cell-invalid contacts.csv 1 contacted_on'],
    ['0001,2025-10-20,,,,yes,', 'cell-invalid contacts.csv 1 responded_on'],
    ['0001,2025-10-20,,,,2025-10-19,', 'ends-before-start contacts.csv 1 responded_on'],
  ])('%s', async (row, expected) => {
    expect(await faultsOf(contacts(row))).toEqual([expected]);
  });

  test('a prefilled file that nobody has completed says what to do', async () => {
    await withFolder(contacts('0001,,autumn_week_3,1,letter,,'), async (folder) => {
      const { faults } = await refusalOf(folder, null);
      expect(faults.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
        'A contact without the day of the contact. Enter in "contacted_on" the day on which the letter was sent, or delete the row where none was: the prefilled file contacts-to-record.csv has to be completed first. In a spreadsheet this is row 2.',
      ]);
    });
  });
});

test('a reply on the day of the contact, and none at all, are allowed', async () => {
  expect(await findingsOf(contacts('0001,2025-10-20,,,,2025-10-20,', '0002,2025-10-20,,,,,'))).toEqual([]);
});

test('a row that says the same twice counts once; those with unknown students are left out', async () => {
  const files = contacts(
    '0001,2025-10-20,autumn_week_3,1,letter,,',
    '0001,2025-10-20,autumn_week_3,1,letter,,',
    '9999,2025-10-20,autumn_week_3,1,letter,,',
  );
  expect(await findingsOf(files)).toEqual(['contact-repeated', 'contact-of-unknown-student']);
  expect(await read(files)).toHaveLength(1);
});

test('what came of a contact stays out of messages', async () => {
  const files = contacts(
    '0001,told her GP,,,,,secret outcome',
    '0001,2025-10-20,,,,in hospital,secret outcome',
    '0001,,,,,,secret outcome',
  );
  await withFolder(files, async (folder) => {
    const { message } = await refusalOf(folder, null);
    expect(message).not.toMatch(/GP|hospital|secret/);
  });
});
