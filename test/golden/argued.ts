// The outcomes that a fixture's README argues, read from its tables: the reader's sentence and the test are one.
import { readFile } from 'node:fs/promises';

export interface Argued {
  readonly studentId: string;
  /** By the heading of the column; a cell such as `low-engagement, 10.6-pattern, 10.6-days?`. */
  readonly outcomes: Readonly<Record<string, string>>;
}

const FIRST_COLUMNS = ['student', 'name'];
const LAST_COLUMN = 'because';

/** The rows of every table that begins with student and name and ends with because. */
export async function arguedIn(readme: string): Promise<readonly Argued[]> {
  const argued: Argued[] = [];
  let headings: readonly string[] | null = null;
  for (const line of (await readFile(readme, 'utf8')).split('\n')) {
    const cells = cellsOf(line);
    if (cells === null) headings = null;
    else if (headings === null) headings = cells;
    else if (isOfStudents(headings) && !/^-+$/.test(cells[0] ?? '')) argued.push(rowOf(headings, cells));
  }
  return argued;
}

function cellsOf(line: string): readonly string[] | null {
  if (!line.startsWith('|')) return null;
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function isOfStudents(headings: readonly string[]): boolean {
  return FIRST_COLUMNS.every((column, index) => headings[index] === column) && headings.at(-1) === LAST_COLUMN;
}

function rowOf(headings: readonly string[], cells: readonly string[]): Argued {
  const [studentId = ''] = cells;
  const columns = headings.slice(FIRST_COLUMNS.length, -1).map((heading, index) => {
    return [heading, cells[FIRST_COLUMNS.length + index] ?? ''];
  });
  return { studentId, outcomes: Object.fromEntries(columns) as Record<string, string> };
}

/** A row of outcomes.csv as a cell of the README says it. */
export function asArgued(row: Readonly<Record<string, string>>): string {
  const { classification = '', not_assessed_reason: reason = '' } = row;
  const listed = (column: string): readonly string[] => (row[column] ?? '').split(';').filter((it) => it !== '');
  const outcome = classification === 'not-assessed' ? reason : classification;
  return [outcome, ...listed('grounds'), ...listed('grounds_withheld').map((ground) => `${ground}?`)].join(', ');
}
