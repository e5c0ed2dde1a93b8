import { expect, test } from 'vitest';
import { faultsOf, findingsOf, reading, refusalOf, STUDENTS, withFolder } from './workspace.js';

const vle = (header: string, row = '0001,2025-10-01'): Record<string, string> => ({
  'students.csv': STUDENTS,
  'vle.csv': `${header}\n${row}\n`,
});

test.each<[string, string, string, readonly string[]]>([
  [
    'a column that is named twice',
    'student_id,occurred_at,student_id',
    '1,2,3',
    ['column-named-twice vle.csv 0 student_id'],
  ],
  [
    'a column whose name differs in capitals and separators alone',
    'student_id,occurred_at,Student ID,STUDENTID,a,b ,B',
    '1,2,3,4,5,6,7',
    ['column-named-twice vle.csv 0 student_id', 'column-named-twice vle.csv 0 b'],
  ],
  ['a column without a name', 'student_id,occurred_at, ', '1,2,3', ['column-unnamed vle.csv 0']],
  ['a missing column', 'student_id,when', '1,2', ['column-missing vle.csv 0 occurred_at']],
  [
    'a title above the header',
    'VLE report 2025/26,',
    '1,2',
    ['column-unnamed vle.csv 0', 'column-missing vle.csv 0 student_id', 'column-missing vle.csv 0 occurred_at'],
  ],
  [
    'several at once',
    'Student ID,Occurred-At,Student ID',
    '1,2,3',
    [
      'column-named-twice vle.csv 0 Student ID',
      'column-missing vle.csv 0 student_id',
      'column-missing vle.csv 0 occurred_at',
    ],
  ],
])('%s is refused', async (_, header, row, faults) => {
  expect(await faultsOf(vle(header, row))).toEqual(faults);
});

test('a thousand columns are read, more are refused, and seventy thousand at once', async () => {
  const wide = (columns: number): Record<string, string> => {
    const names = Array.from({ length: columns - 2 }, (_, index) => `column ${index}`).join(',');
    return vle(`student_id,occurred_at,${names}`, `0001,2025-10-01${','.repeat(columns - 2)}`);
  };
  expect(await findingsOf(wide(1000))).toEqual(['columns-ignored vle.csv 0']);
  expect(await faultsOf(wide(1001))).toEqual(['columns-too-many vle.csv 0']);
  const started = performance.now();
  expect(await faultsOf(wide(70_000))).toEqual(['columns-too-many vle.csv 0']);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('the closest header is suggested', async () => {
  await withFolder(vle('StudentID,ocurred_at'), async (folder) => {
    expect((await refusalOf(folder, null)).faults.map(({ message }) => message)).toEqual([
      'The column "student_id" is missing. Is it the column "StudentID"?',
      'The column "occurred_at" is missing. Is it the column "ocurred_at"?',
    ]);
  });
});

test('names are trimmed, and may come in any order', async () => {
  await withFolder(vle(' occurred_at\u00a0,"component", student_id', '2025-10-01,quiz,0001'), (folder) =>
    reading(folder, 'duckdb', async (exports) => {
      expect(await exports.acts()).toMatchObject([{ studentId: '0001', type: 'quiz' }]);
    }),
  );
});

test('columns that are not needed are named and left alone; near misses are asked about', async () => {
  expect(await findingsOf(vle('student_id,occurred_at,ip,Count,name', '0001,2025-10-01,x,9,y'))).toEqual([
    'column-perhaps-misspelt vle.csv 0 Count',
    'columns-ignored vle.csv 0',
  ]);
});
