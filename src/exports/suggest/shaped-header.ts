// The header that a file has, if it has the shape that a mapping declares.
import { Refusal } from '../../diagnostics/refusal.js';
import { plainName } from '../../mapping/plain-name.js';
import { PLAIN_SHAPE, type Shape, type WideColumns } from '../../mapping/shape.js';
import { FaultList } from '../fault-list.js';
import { cutTable } from '../shape/cut-table.js';
import { wideStarts } from '../shape/lengthen.js';
import type { NumberedRow } from '../shape/shaped-table.js';

export interface ShapedHeader {
  /** As the file has it. */
  readonly header: readonly string[];
  /** The same, however they are spelt. */
  readonly names: ReadonlySet<string>;
  /** Of columns that the shape makes, however they are spelt. */
  readonly made: ReadonlySet<string>;
  /** Of the columns that become rows. */
  readonly wideNames: readonly string[];
  /** How much of the shape was found in the file: labels above the header, columns side by side. */
  readonly proofs: number;
}

/** Null where the file has not the shape. */
export function shapedHeader(rows: readonly NumberedRow[], declared: Shape | null): ShapedHeader | null {
  const shape = declared ?? PLAIN_SHAPE;
  const header = headerIn(rows, shape);
  if (header === null) return null;
  const { wide, pairs, details } = shape;
  const starts = wide === null ? [] : wideStarts(header, wide);
  if (wide !== null && !areOfShape(header, starts, wide)) return null;
  const made = [
    ...details.map(({ column }) => column),
    ...(wide === null ? [] : [wide.name, wide.cell, ...wide.followedBy]),
    ...(pairs === null ? [] : [pairs.from, pairs.to]),
  ];
  return {
    header,
    names: new Set(header.map(plainName).filter((name) => name !== '')),
    made: new Set(made.map(plainName)),
    wideNames: starts.map((start) => header[start] ?? ''),
    proofs: details.length + (wide === null ? 0 : 1),
  };
}

/** Without the columns of details. */
function headerIn(rows: readonly NumberedRow[], shape: Shape): readonly string[] | null {
  try {
    const faults = new FaultList();
    const { header } = cutTable(rows, shape, '', faults);
    const isDetailMissing = faults.faults().some(({ code }) => code === 'detail-missing');
    return isDetailMissing ? null : header.slice(0, header.length - shape.details.length);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What belongs to a column has no name of its own: nothing, or a date. Else any table would have the shape. */
function areOfShape(header: readonly string[], starts: readonly number[], { followedBy }: WideColumns): boolean {
  const isNoName = (name: string | undefined): boolean => name !== undefined && !/\p{L}/u.test(name);
  return (
    starts.length > 0 && starts.every((start) => followedBy.every((_, place) => isNoName(header[start + 1 + place])))
  );
}
