// A guarded file as a relation of its table's columns.
import type { GuardedFile } from '../guarded-file.js';
import { needsSurvey } from '../mapped/survey.js';
import { absentCell, columnsOf, type EventTable } from '../../engagement/tables.js';
import { escapeGlob, quote } from './database.js';
import { mappedRelation, originSql, settledSql } from './mapped-sql.js';

/** The value to bind as `$path`. */
export function pathOf(file: GuardedFile): string {
  return escapeGlob(file.readFrom);
}

/** Selects the table's columns by name, each cell as it counts; with `record` before them where it is asked for. */
export function relationSql(table: EventTable, file: GuardedFile, { withRecord = false } = {}): string {
  const record = withRecord ? `CAST(${recordSql(file)} AS INTEGER) AS record, ` : '';
  const rows = `SELECT ${record}* FROM ${readCsvSql(file)}`;
  const first = withRecord ? 'record, ' : '';
  const { cells, joined } = file.reading;
  if (!needsSurvey(file.reading) && joined.size === 0) {
    const columns = columnsOf(table).map((column) => {
      const source = cells.get(column);
      return `${source === undefined ? quote(absentCell(table, column)) : originSql(source, file)} AS ${column}`;
    });
    return `SELECT ${first}${columns.join(', ')} FROM (${rows})`;
  }
  const mapped = mappedRelation(rows, file);
  const columns = columnsOf(table).map((column) => {
    const own = mapped.columns.find((it) => it.column === column);
    const read = own === undefined ? mapped.joined.get(column) : settledSql(own);
    return `${read ?? quote(absentCell(table, column))} AS ${column}`;
  });
  const isKept = mapped.columns.flatMap(({ student }) => (student === null ? [] : [` AND ${student} IS NOT NULL`]));
  return `SELECT ${first}${columns.join(', ')} FROM (${mapped.sql}) WHERE ${mapped.rule} = -1${isKept.join('')}`;
}

function recordSql({ recordAt }: GuardedFile): string {
  return recordAt === null ? 'row_number() OVER ()' : `c${recordAt}`;
}

/** Failing mode, nothing guessed: the settings that never lose a row behind the guard. */
export function readCsvSql({ report, separator }: GuardedFile): string {
  const columns = report.header.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ');
  return `read_csv($path, header = true, auto_detect = false, columns = {${columns}}, delim = ${quote(separator)}, quote = '"',
    escape = '"', comment = '', strict_mode = true, null_padding = false, ignore_errors = false,
    parallel = ${report.hasLineBreaksInCells ? 'false' : 'true'}, nullstr = '',
    hive_partitioning = false, encoding = 'utf-8', compression = 'none')`;
}
