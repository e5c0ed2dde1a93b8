// Files of ready mappings that are no plain tables, as they come damaged: refused or told alike by both readers.
import { describe, expect, test } from 'vitest';
import { faultsOf, line, READERS, reading, withFolder, type Files } from '../workspace.js';
import { sourcesOf } from './sources.js';

const PEOPLE = {
  'students.csv': [
    'student_id,email,school,programme_code,programme_type,starts_on,status',
    '0001,ada@school.ac.uk,ECS,P1,taught,2025-09-22,enrolled',
    '0002,zoe@school.ac.uk,ECS,P1,taught,2025-09-22,enrolled',
    '',
  ].join('\n'),
  'identities.csv': 'student_id,system,identity\n0001,teams_name,Ada Lee\n0002,teams_name,Zoë May\n',
};

/** What both readers say of these files, beside the people. */
async function read(yaml: string, files: Files) {
  return withFolder({ ...PEOPLE, ...files }, async (folder) => {
    const [one, other] = await Promise.all(
      READERS.map((reader) =>
        reading(
          folder,
          reader,
          async (exports) => ({
            acts: (await exports.acts()).map(({ studentId, acts }) => `${studentId} ×${acts}`),
            findings: exports.findings.map(line),
            made: exports.files.flatMap(({ file, records, madeFrom }) =>
              madeFrom === null ? [] : [{ file, records, ...madeFrom }],
            ),
          }),
          sourcesOf(yaml),
        ),
      ),
    );
    expect(other).toEqual(one);
    return one;
  });
}

const refused = (yaml: string, files: Files): Promise<readonly string[]> =>
  faultsOf({ ...PEOPLE, ...files }, sourcesOf(yaml));

describe('a register of Moodle', () => {
  const SOURCE = 'sources: { a: { files: "att*.txt", mapping: moodle-attendance } }';
  const sessions = ['6 Oct 2026 9.00AM All students', '7 Oct 2026 9.00AM All students'];
  const register = (names: readonly string[], ...rows: readonly (readonly string[])[]): string =>
    ['Course\tECS401U Prog', 'Group\tAll', '', ['First name', 'ID number', ...names].join('\t')]
      .concat(rows.map((cells) => cells.join('\t')))
      .join('\n');

  test('that is cut off in a row is refused', async () => {
    const text = register(sessions, ['Ada', '0001', 'P (2/2)', 'A (0/2)'], ['Zoë', '0002', 'P (2/']);
    expect(await refused(SOURCE, { 'att.txt': text })).toEqual(['fields-uneven att.txt 5']);
  });

  test('that may be cut off in its last cell is told; each row is two sessions', async () => {
    const text = register(sessions, ['Ada', '0001', 'P (2/2)', 'A (0/2)'], ['Zoë', '0002', 'P (2/2)', 'P (2/']);
    const found = await read(SOURCE, { 'att.txt': text });
    expect(found?.findings).toContain('last-record-open att.txt 5');
    expect(found?.made).toEqual([{ file: 'att.txt', records: 4, rows: 2, otherRows: 4 }]);
    const ended = await read(SOURCE, { 'att.txt': `${text}2)\n` });
    expect(ended?.findings).toEqual([]);
  });

  test('that names two sessions alike is refused', async () => {
    const [session = ''] = sessions;
    const text = register([session, session], ['Ada', '0001', 'P (2/2)', 'A (0/2)']);
    expect(await refused(SOURCE, { 'att.txt': `${text}\n` })).toEqual([`wide-columns-alike att.txt 0 ${session}`]);
  });
});

test.each(['\n', '\t\t\n'])('a report of Teams with people below a blank row (%j) is refused', async (gap) => {
  const head = 'Meeting title\tECS401U\nStart time\t13/10/26, 10:00:00\nEnd time\t13/10/26, 11:00:00\n\n';
  const people = `2. Participants\nName\tEmail\tRole\nAda\tada@school.ac.uk\tPresenter\n${gap}Zoë\tzoe@school.ac.uk\tPresenter\n`;
  const rest = '\n3. In-Meeting activities\nName\tJoin\n';
  const source = 'sources: { t: { files: "meet*.csv", mapping: teams-attendance } }';
  expect(await refused(source, { 'meet.csv': head + people + rest })).toEqual(['table-goes-on meet.csv 8']);
});

describe('a list of Teams from which the start is taken', () => {
  const source = (shape: string): string =>
    `sources: { l: { files: "list*.csv", mapping: teams-attendance-list, columns: { starts_at: came }${shape} } }`;
  const list = [
    'Full Name\tUser Action\tTimestamp',
    'Zoë May\tLeft\t10/13/2026, 10:02:00 AM',
    'Ada Lee\tJoined\t10/13/2026, 9:58:40 AM',
    '',
  ].join('\n');
  const pairs =
    'person: Full Name, action: User Action, joins: Joined, leaves: Left, at: Timestamp, from: came, to: went';

  test('has those too who were there before it began', async () => {
    const found = await read(source(''), { 'list.csv': list });
    expect(found).toEqual({
      acts: ['0001 ×1', '0002 ×1'],
      findings: [],
      made: [{ file: 'list.csv', records: 2, rows: 2, otherRows: 1 }],
    });
  });

  test('or is refused where the mapping does not say what counts for them', async () => {
    const shape = `, shape: { pairs: { ${pairs}, format: "M/d/yyyy, h:mm:ss a" } }`;
    expect(await refused(source(shape), { 'list.csv': list })).toEqual(['stay-without-joining list.csv 1']);
  });
});
