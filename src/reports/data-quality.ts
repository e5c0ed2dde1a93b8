// Every finding about plans, exports and the reports themselves: what was tolerated, where, and how often.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Severity } from '../diagnostics/fault.js';
import { byCodeUnit } from '../engagement/order.js';
import { column, type Column } from './column.js';
import { tableOf, type ChangedCell, type Table } from './csv.js';

const FILE = 'data-quality.csv';
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const columns: readonly Column<Fault>[] = [
  column('code', ({ code }) => code),
  column('severity', ({ severity }) => severity),
  column('file', ({ place }) => place?.file ?? ''),
  // The header counts as no record.
  column('record', ({ place }) => (place?.record === 0 ? '' : (place?.record ?? '').toString())),
  column('column', ({ place }) => place?.column ?? ''),
  column('message', ({ message, hint }) => [message, hint].filter((sentence) => sentence !== '').join(' ')),
  column('count', ({ count }) => count.toString()),
];

/** The report and all that it lists, the worst first, then in order of code and place. */
export function dataQuality(found: readonly Fault[]): { table: Table; findings: readonly Fault[] } {
  const own = tableOf(FILE, columns, found).changedCells.filter(({ treatment }) => treatment === 'guarded');
  const findings = [...found, ...ownFindings(own)].sort(inOrder);
  return { table: tableOf(FILE, columns, findings), findings };
}

/** Cells of the other reports that could not be written as they were. */
export function cellFindings(changedCells: readonly ChangedCell[]): readonly Fault[] {
  return changedCells.map(({ file, record, column: name, treatment }) => {
    return fault(`cell-${treatment}`, {}, { file, record, column: name });
  });
}

/** The same of this report, by column: its order, and so the record, is not known before they are in it. */
function ownFindings(changedCells: readonly ChangedCell[]): readonly Fault[] {
  const names = new Set(changedCells.map((cell) => cell.column));
  return [...names].map((name) => {
    const count = changedCells.filter((cell) => cell.column === name).length;
    return fault('cell-guarded', {}, { file: FILE, column: name }, count);
  });
}

function inOrder(one: Fault, other: Fault): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    byCodeUnit(one.code, other.code) ||
    byCodeUnit(one.place?.file ?? '', other.place?.file ?? '') ||
    (one.place?.record ?? 0) - (other.place?.record ?? 0) ||
    byCodeUnit(one.place?.column ?? '', other.place?.column ?? '') ||
    byCodeUnit(one.message, other.message) ||
    one.count - other.count
  );
}
