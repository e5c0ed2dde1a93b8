// Whether a mapping, once whole, says all that its table needs, and nothing that cannot be.
import { fault } from '../diagnostics/catalogue.js';
import { REQUIRED_COLUMNS, type Table } from '../engagement/tables.js';
import type { CellSource, ColumnNames, Mapping } from './mapping.js';
import type { Spot } from './resolve-column.js';

/** Who is who must be known before ids of other systems can be looked up. */
const LOOKED_UP_IN: readonly Table[] = ['students', 'identities'];

/** What is wrong with a column that is mentioned has been told. */
export function checkMapping(
  { table, columns, joined, setAside }: Mapping,
  mentioned: ReadonlySet<string>,
  { document, path, report }: Spot,
): void {
  const place = document.placeOfKey(path);
  const required: readonly string[] = REQUIRED_COLUMNS[table];
  // A required column that nobody mentions is told as that, and not again where it is joined.
  const isToldAsLeftOut = (column: string): boolean => required.includes(column) && !mentioned.has(column);
  for (const { name, condition } of setAside) {
    const { subject } = condition;
    if (subject.kind !== 'canonical') continue;
    const column = subject.canonical;
    if (!mentioned.has(column) && !isToldAsLeftOut(column)) {
      report(fault('mapping-column-left-out', { table, column }, place));
    }
    if (joined.has(column)) report(fault('mapping-condition-of-joined', { rule: name, column }, place));
  }
  for (const [column, { parts }] of joined) {
    for (const part of parts) {
      if (part.kind === 'column' || isToldAsLeftOut(part.canonical)) continue;
      if (!isReadByItself(columns.get(part.canonical)))
        report(fault('mapping-joined-wrongly', { column, of: part.canonical }, place));
    }
  }
  for (const column of required) {
    if (isToldAsLeftOut(column)) report(fault('mapping-column-left-out', { table, column }, place));
  }
  for (const [column, { steps }] of columns) {
    const isLookedUp = steps.some(({ kind }) => kind === 'through');
    if (isLookedUp && (column !== 'student_id' || LOOKED_UP_IN.includes(table))) {
      report(fault('mapping-looked-up-wrongly', { table, column }, place));
    }
  }
}

/** Read of the file alone, so that nothing is joined in a circle; whose id an id is cannot be told before all is read. */
function isReadByItself(source: CellSource<ColumnNames> | undefined): boolean {
  return source !== undefined && !source.steps.some(({ kind }) => kind === 'through');
}
