// A guarded file as a relation of its table's columns.
import type { GuardedFile } from '../guard/guarded-file.js';
import { absentCell, columnsOf, type EventTable } from '../tables.js';
import { tidyCellSql } from './cell-sql.js';
import { escapeGlob, quote } from './database.js';

/** The value to bind as `$path`. */
export function pathOf(file: GuardedFile): string {
  return escapeGlob(file.readFrom);
}

/** Selects the table's columns by name, each cell as it counts; `extra` columns stand before them. */
export function relationSql(table: EventTable, file: GuardedFile, extra = ''): string {
  const cells = columnsOf(table).map((column) => {
    const position = file.positions.get(column);
    if (position === undefined) return `${quote(absentCell(table, column))} AS ${column}`;
    // Blank cells come as null, and null is nothing else: no text is set apart to stand for it.
    const cell = `coalesce(c${position}, '')`;
    return `${file.report.isTidy ? cell : tidyCellSql(cell)} AS ${column}`;
  });
  return `SELECT ${extra}${cells.join(', ')} FROM ${readCsvSql(file)}`;
}

/** Failing mode, nothing guessed: the settings that never lose a row behind the guard. */
function readCsvSql({ report }: GuardedFile): string {
  const columns = report.header.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  return `read_csv($path, header = true, auto_detect = false, columns = {${columns}}, delim = ',', quote = '"',
    escape = '"', comment = '', strict_mode = true, null_padding = false, ignore_errors = false,
    parallel = ${report.hasLineBreaksInCells ? 'false' : 'true'}, nullstr = '',
    hive_partitioning = false, encoding = 'utf-8', compression = 'none')`;
}
