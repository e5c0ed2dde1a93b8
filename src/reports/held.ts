// Students who would be on a letter list but for a contact hold: their outcome is as anybody's, and nobody writes yet.
import { column, type Column } from './column.js';
import { commonColumns, dayCell } from './common-columns.js';
import { contactHoldOf, type ContactHold } from './contact-hold.js';
import { tableOf, type Table } from './csv.js';
import { isOfSchool } from './letter-list.js';
import type { Row } from './row.js';

interface HeldRow extends Row {
  readonly hold: ContactHold;
}

const columns: readonly Column<HeldRow>[] = [
  ...commonColumns,
  column('held_from', ({ hold }) => dayCell(hold.from)),
  column('held_to', ({ hold }) => dayCell(hold.to)),
  column('reference', ({ hold }) => hold.references.join(';')),
];

export function held(rows: readonly Row[]): Table {
  return tableOf('held.csv', columns, rows.flatMap(heldOf));
}

/** The row with its hold; none where a letter may go out, or none would. */
export function heldOf(row: Row): readonly HeldRow[] {
  const hold = isOfSchool(row) ? contactHoldOf(row) : null;
  return hold === null ? [] : [{ ...row, hold }];
}
