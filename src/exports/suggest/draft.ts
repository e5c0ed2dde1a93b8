// A mapping drafted from a sample, for a person to finish: what the header and the first rows show, and what they cannot.
import { plainName } from '../../mapping/plain-name.js';
import { separatorWord } from '../../mapping/separator.js';
import { timeFormat, timeReader } from '../../mapping/time-format.js';
import type { NumberedRow } from '../shape/shaped-table.js';
import { REQUIRED_COLUMNS, type EventTable } from '../../engagement/tables.js';
import type { Sample } from './sample.js';
import { namedSource, type DraftedSource } from './suggestion-yaml.js';

/** What a file's name and header say of its kind, the surest first; use of the VLE is what is left. */
const KINDS: readonly (readonly [RegExp, EventTable])[] = [
  [/submi|assign|turnitin|coursework|due/, 'submissions'],
  [/attend|register|present|absent|mark/, 'attendance'],
  [/panopto|echo360|kaltura|watch|viewed|recording|minutesdelivered/, 'lecture_capture'],
  [/meeting|tutor|advisor|adviser|supervis/, 'meetings'],
];

const PERSON = /studentid|studentnumber|studentno|idnumber|username|userid|^id$|^student$|participantid/;
const ADDRESS = /e?mail/;

/** How systems write times; those that read every sampled cell are drafted, and where two do the program will ask. */
const FORMATS = [
  'canonical',
  'd/MM/yyyy HH:mm',
  'd/MM/yyyy HH:mm:ss',
  'd/MM/yyyy, HH:mm',
  'd/MM/yyyy',
  'd/MM/yy, HH:mm',
  'd/MM/yy, HH:mm:ss',
  'd/MM/yy HH:mm',
  'M/d/yyyy, h:mm:ss a',
  'M/d/yyyy h:mm:ss a',
  'M/d/yyyy h:mm a',
  'M/d/yyyy HH:mm',
  'M/d/yyyy',
  'M/d/yy, HH:mm',
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm:ss z',
  'd MMM yyyy, HH:mm',
  'd MMM yyyy HH:mm',
  'd MMMM yyyy, h:mm a',
  'EEEE, d MMMM yyyy, h:mm a',
] as const;

const MOST_ROWS = 200;

/** Null where the file has no row of several cells that could be a header, or none of them is known. */
export function draftOf(file: string, { encoding, tables }: Sample): DraftedSource | null {
  const [best] = tables
    .flatMap(({ rows: [header, ...rows], ...layout }) =>
      header === undefined ? [] : [{ ...layout, header: header.cells, rows }],
    )
    .sort((one, other) => other.header.length - one.header.length);
  if (best === undefined || best.header.length < 2) return null;
  const { separator, sheet, header, rows } = best;
  const table = tableOf(file, header);
  const columns = columnsFor(table, header, rows.slice(0, MOST_ROWS));
  if (Object.keys(columns).length === 0) return null;
  const used = new Set(Object.values(columns).map(({ column }) => column));
  const required: readonly string[] = REQUIRED_COLUMNS[table];
  const unknown = required.filter((column) => !(column in columns));
  const layout = {
    ...(encoding === null ? {} : { encoding }),
    ...(separator === null || separator === ',' ? {} : { separator: separatorWord(separator) }),
    ...(sheet === null ? {} : { sheet }),
  };
  return namedSource(file, { table, ...layout, columns }, [
    `The table is a guess. Nothing fits for: ${unknown.length === 0 ? 'none' : unknown.join(', ')}.`,
    `Other columns: ${header.filter((name) => name !== '' && !used.has(name)).join(', ')}.`,
    'Rows of staff, of the system and of totals must be set aside (set_aside).',
  ]);
}

function tableOf(file: string, header: readonly string[]): EventTable {
  const said = plainName([file, ...header].join(' '));
  return KINDS.find(([kind]) => kind.test(said))?.[1] ?? 'vle';
}

interface DraftedColumn {
  readonly column: string;
  readonly through?: string;
  readonly format?: readonly string[];
}

function columnsFor(
  table: EventTable,
  header: readonly string[],
  rows: readonly NumberedRow[],
): Readonly<Record<string, DraftedColumn>> {
  const named = (pattern: RegExp): string | undefined => header.find((name) => pattern.test(plainName(name)));
  const person = named(PERSON);
  const address = named(ADDRESS);
  const times = header.flatMap((name, index) => {
    const format = formatsOf(rows.map(({ cells }) => cells[index] ?? ''));
    return format.length === 0 ? [] : [{ column: name, format }];
  });
  const required: readonly string[] = REQUIRED_COLUMNS[table];
  const timeColumn = required.find((column) => column.endsWith('_at'));
  const [time] = times;
  return {
    ...(person !== undefined
      ? { student_id: { column: person } }
      : address !== undefined && { student_id: { column: address, through: 'email' } }),
    ...(timeColumn !== undefined && time !== undefined && { [timeColumn]: time }),
  };
}

/** Those that read every cell that is not blank. */
function formatsOf(cells: readonly string[]): readonly string[] {
  const written = cells.filter((cell) => cell !== '');
  if (written.length === 0) return [];
  return FORMATS.filter((text) => {
    const format = timeFormat(text, null);
    if (format === null) return false;
    const read = timeReader(format);
    return written.every((cell) => read(cell) !== null);
  });
}
