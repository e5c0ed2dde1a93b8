// Columns that are joined of others once these are read, in TypeScript; mapped-sql.ts does the same in SQL.
import { formatDay } from '../../calendar/day.js';
import { parseMoment } from '../../calendar/moment.js';
import { TIME_COLUMNS, type Table } from '../../engagement/tables.js';
import type { JoinedColumn, JoinedPart } from '../../mapping/mapping.js';
import { tidyCell } from '../cell.js';
import { idOf, type FileRow } from './read-cell.js';
import type { Position } from './reading.js';

/** `cells` are the row's, by column, as they were read. */
export type ReadJoined = (row: FileRow, cells: Readonly<Record<string, string>>) => string;

export function joinedReader(table: Table, { parts, between, isId }: JoinedColumn<Position>): ReadJoined {
  const readers = parts.map((part) => partReader(table, part));
  return (row, cells) => {
    const text = readers
      .map((read) => read(row, cells))
      .filter((part) => part !== '')
      .join(between);
    return isId ? idOf(text) : text;
  };
}

function partReader(table: Table, part: JoinedPart<Position>): ReadJoined {
  if (part.kind === 'column') return (row) => tidyCell(row[part.column] ?? '');
  const { canonical } = part;
  const isTime = isTimeColumn(table, canonical);
  return (_, cells) => {
    const text = cells[canonical] ?? '';
    return isTime ? londonText(text) : text;
  };
}

export function isTimeColumn(table: Table, column: string): boolean {
  const times: Readonly<Partial<Record<Table, readonly string[]>>> = TIME_COLUMNS;
  return times[table]?.includes(column) === true;
}

/** A time to the minute as London's clocks show it, however it was written; what is none stays. */
export function londonText(text: string): string {
  const moment = parseMoment(text);
  if (moment === undefined) return text;
  const day = formatDay(moment.day);
  if (moment.minute === null) return day;
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${day}T${pad(Math.floor(moment.minute / 60))}:${pad(moment.minute % 60)}`;
}
