// The cells of one row of an event table, read one by one; what is wrong with them is kept, each fault with its place.
import { parseMoment, type Moment } from '../../calendar/moment.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Source } from '../../engagement/student.js';
import {
  COUNT_ALLOWED,
  ID_ALLOWED,
  isFormulaId,
  isId,
  isShortenedId,
  MINUTES_ALLOWED,
  MOMENT_ALLOWED,
  parseCount,
  parseMinutes,
  shownCell,
  shownId,
} from '../cell.js';
import type { CellsOf, ColumnOf, EventTable } from '../../engagement/tables.js';
import { momentNumber, NO_MOMENT, spanFault } from './moment-number.js';

/** The values of a row, or the faults of its cells. */
export type ParsedRow<R> = { readonly row: R } | { readonly faults: readonly Fault[] };

/** A cell that is faulty gives a value that is never used: `parsed` then gives the faults alone. */
export class RowCells<T extends EventTable> {
  private readonly faults: Fault[] = [];

  constructor(
    private readonly cells: CellsOf<T>,
    private readonly source: Source,
  ) {}

  text(column: ColumnOf<T>): string {
    return this.cells[column];
  }

  filled(column: ColumnOf<T>): string {
    if (this.cells[column] === '') this.refuse(column, '');
    return this.cells[column];
  }

  id(column: ColumnOf<T>): string {
    const cell = this.cells[column];
    if (isId(cell)) return cell;
    const { record } = this.source;
    if (isShortenedId(cell)) {
      this.faults.push(fault('id-shortened', { record, cell: shownCell(cell) }, this.place(column)));
    } else if (isFormulaId(cell)) this.faults.push(fault('cell-is-formula', { record }, this.place(column)));
    else this.refuse(column, ID_ALLOWED, shownId(cell));
    return cell;
  }

  moment(column: ColumnOf<T>): Moment {
    return this.read(column, parseMoment, MOMENT_ALLOWED) ?? NO_TIME;
  }

  /** As `momentNumber`. */
  momentNumber(column: ColumnOf<T>): number {
    return momentNumber(this.moment(column));
  }

  optionalMoment(column: ColumnOf<T>): Moment | null {
    return this.cells[column] === '' ? null : this.moment(column);
  }

  optionalMomentNumber(column: ColumnOf<T>): number {
    return this.cells[column] === '' ? NO_MOMENT : this.momentNumber(column);
  }

  count(column: ColumnOf<T>): number {
    return this.read(column, parseCount, COUNT_ALLOWED) ?? 0;
  }

  minutes(column: ColumnOf<T>): number | null {
    return this.read(column, parseMinutes, MINUTES_ALLOWED) ?? null;
  }

  /** The cell's place in a list of words; 0 where it is none of them. */
  word(column: ColumnOf<T>, words: readonly string[]): number {
    return this.read(column, (cell) => placeIn(words, cell), listed(words)) ?? 0;
  }

  /** The end of something that began, in columns that have been read. */
  span(startColumn: ColumnOf<T>, starts: number, endColumn: ColumnOf<T>, ends: number): void {
    if (this.faults.length > 0) return;
    const operands = { record: this.source.record, start: startColumn, end: endColumn };
    const found = spanFault(starts, ends);
    if (found === 'before-start') this.faults.push(fault('ends-before-start', operands, this.place(endColumn)));
    if (found === 'too-long') this.faults.push(fault('ends-long-after-start', operands, this.place(endColumn)));
  }

  parsed<R>(row: R): ParsedRow<R> {
    return this.faults.length === 0 ? { row } : { faults: this.faults };
  }

  private read<V>(column: ColumnOf<T>, parse: (cell: string) => V | undefined, allowed: string): V | undefined {
    const value = parse(this.cells[column]);
    if (value === undefined) this.refuse(column, allowed);
    return value;
  }

  private refuse(column: ColumnOf<T>, allowed: string, shown: string | null = shownCell(this.cells[column])): void {
    const { record } = this.source;
    const isBlank = this.cells[column] === '';
    const one = isBlank ? fault('cell-blank', { record }, this.place(column)) : null;
    this.faults.push(one ?? fault('cell-invalid', { record, cell: shown, allowed }, this.place(column)));
  }

  private place(column: string) {
    return { ...this.source, column };
  }
}

const NO_TIME = { day: 0, minute: null } as Moment;

function placeIn(words: readonly string[], cell: string): number | undefined {
  const place = words.indexOf(cell);
  return place < 0 ? undefined : place;
}

/** As a message says it: `yes, no or blank`. */
function listed(words: readonly string[]): string {
  const named = [...words.filter((word) => word !== ''), ...(words.includes('') ? ['blank'] : [])];
  return `${named.slice(0, -1).join(', ')} or ${named.at(-1) ?? ''}`;
}
