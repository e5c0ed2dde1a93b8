// What exports say, read in the plainest way: no reader of the program has any part in it.

/** The records of a CSV text (RFC 4180), blank lines at its end left out; null where it is no such text. */
function plainRecords(text: string): readonly (readonly string[])[] | null {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const records: string[][] = [];
  let [position, cells] = [0, [] as string[]];
  for (;;) {
    let cell = '';
    if (source[position] === '"') {
      for (position += 1; source[position] !== '"' || source[position + 1] === '"'; position += 1) {
        if (position >= source.length) return null;
        if (source[position] === '"') position += 1;
        cell += source[position] ?? '';
      }
      position += 1;
      if (!/^(,|\r?\n|$)/.test(source.slice(position, position + 2))) return null;
    } else {
      cell = /^[^,\r\n]*/.exec(source.slice(position))?.[0] ?? '';
      if (cell.includes('"')) return null;
      position += cell.length;
    }
    cells.push(cell);
    if (source[position] === ',') {
      position += 1;
      continue;
    }
    records.push(cells);
    cells = [];
    const lineEnd = /^\r?\n/.exec(source.slice(position, position + 2))?.[0];
    if (lineEnd === undefined && position < source.length) return null;
    position += lineEnd?.length ?? 0;
    if (position >= source.length) break;
  }
  while (records.at(-1)?.join() === '' && records.at(-1)?.length === 1) records.pop();
  return records.every(({ length }) => length === records[0]?.length) ? records : null;
}

/** A cell as it counts. */
export function plainCell(cell: string): string {
  return cell.replace(/\p{Cc}+/gu, ' ').replace(/^[ \u00a0\ufeff]+|[ \u00a0\ufeff]+$/g, '');
}

/** The rows by column; null where the text is no table. */
function plainRows(text: string): readonly Readonly<Record<string, string>>[] | null {
  const records = plainRecords(text);
  if (records === null) return null;
  const [header = [], ...rows] = records;
  const names = header.map(plainCell);
  return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', plainCell(cell)])));
}

const STUDENT_COLUMNS = ['student_id', 'first_name', 'last_name', 'email', 'school', 'programme_code', 'starts_on'];

/** Each student's cells, by id; each once, and of two schools that say nothing of who decides the first (6.2f). */
export function plainStudents(text: string): readonly string[] | null {
  const rows = plainRows(text)?.map((row) => STUDENT_COLUMNS.map((column) => row[column] ?? '').join('|'));
  if (rows === undefined) return null;
  const sorted = [...new Set(rows)].sort();
  const idOf = (row: string): string => row.split('|')[0] ?? '';
  return sorted.filter((row, index) => sorted.findIndex((other) => idOf(other) === idOf(row)) === index);
}

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

function plainDay(time: string): string {
  return /T.*(Z|[+-]\d\d:?\d\d)$/.test(time) ? LONDON.format(new Date(time)) : time.slice(0, 10);
}

/** How often each student did what on which day: of events those that they attended. */
export function plainActs(texts: readonly string[], studentIds: readonly string[]): readonly string[] | null {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const rows = plainRows(text);
    if (rows === null) return null;
    for (const row of rows) {
      const { student_id: id = '', occurred_at: occurred, starts_at: starts = '', status = 'present' } = row;
      if (!studentIds.includes(id) || status !== 'present') continue;
      const key = `${id} ${plainDay(occurred ?? starts)} ${row['component'] ?? row['event_type'] ?? ''}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, count]) => `${key} ×${count}`).sort();
}
