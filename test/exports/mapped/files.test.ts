// Which files of a source are read: of copies one, of dated exports the newest, of other things none.
import { expect, test } from 'vitest';
import { faultsOf, findingsOf, STUDENTS } from '../workspace.js';
import { readMapped } from './read-mapped.js';
import { sourcesOf } from './sources.js';

const inbox = (name: string, due: string, id: string): string => `
  ${name}:
    files: "Turnitin ${id}*.csv"
    table: submissions
    columns:
      student_id: Id
      submitted_at: { column: Uploaded, format: yyyy-MM-dd HH:mm:ss }
      due_at: { constant: ${due} }
      assessment_id: { constant: ${id} }
`;

test('two assignments of which nobody has handed anything in are two, though their files are equal', async () => {
  const yaml = `sources:${inbox('first', '2025-11-05', 'R1')}${inbox('second', '2025-11-12', 'R2')}`;
  const nothing = 'Id,Uploaded\n0001,\n';
  const { all, findings } = await readMapped(yaml, {
    'Turnitin R1.csv': nothing,
    'Turnitin R1 (1).csv': nothing,
    'Turnitin R2.csv': nothing,
  });
  expect(all.dues.map(({ assessmentId }) => assessmentId)).toEqual(['R1', 'R2']);
  // A second download for the same source is still a copy.
  expect(findings).toEqual(['file-identical Turnitin R1.csv']);
});

test('equal files of a mapping that reads their names are as many as there are', async () => {
  const { records } = await readMapped(
    `
sources:
  logs:
    files: "log-*.csv"
    table: vle
    columns:
      student_id: Who
      occurred_at: When
      module_code: { file_name: true, pattern: "log-([A-Z0-9]+)" }
`,
    { 'log-M1.csv': 'Who,When\n0001,2025-11-05\n', 'log-M2.csv': 'Who,When\n0001,2025-11-05\n' },
  );
  expect(records.map((it) => it.replace(/^.*: /, ''))).toEqual(['2025-11-05 M1 ×1 done', '2025-11-05 M2 ×1 done']);
});

const NEWEST = 'sources: { registers: { files: "register-*", table: vle, use: newest } }';
const register = 'student_id,occurred_at\n0001,2025-10-06\n';

test.each<[string, string, readonly string[]]>([
  ['a document', 'register-2026-10-12.docx', ['file-not-read register-2026-10-12.docx']],
  ['a folder', 'register-2026-10-12/notes.txt', []],
  ['another export', 'register-2026-10-12.tsv', ['file-superseded register-2026-10-05.csv']],
])('the newest is the newest that can be read: beside it lies %s', async (_, name, expected) => {
  const { records, findings } = await readMapped(NEWEST, {
    'register-2026-10-05.csv': register,
    [name]: register,
  });
  expect(records).toHaveLength(1);
  expect(findings).toEqual(expected);
});

test('a folder named like the newest export is refused, as anywhere', async () => {
  const files = { 'students.csv': STUDENTS, 'register-2026-10-05.csv': register, 'register-2026-10-12.csv/x': '' };
  expect(await faultsOf(files, sourcesOf(NEWEST))).toEqual(['file-not-regular register-2026-10-12.csv']);
});

test('half a register that is a workbook nobody claims is a warning', async () => {
  const files = { 'students.csv': STUDENTS, 'vle-1.csv': register, 'vle-2.xlsx': 'x', 'notes.txt': 'x' };
  expect(await findingsOf(files)).toEqual(['file-not-recognised notes.txt', 'file-not-read vle-2.xlsx']);
});
