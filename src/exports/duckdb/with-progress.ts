// A table folded while the terminal is told how far it is.
import type { EventSources } from '../events/fold.js';
import type { EventTable } from '../../engagement/tables.js';
import type { Database } from './database.js';
import type { FoldedTable, FoldTable } from './rows-table.js';

/** How often the terminal may look at a query that runs for seconds. */
const LOOK_EVERY_MILLISECONDS = 200;

export async function withProgress(
  database: Database,
  { files, progress }: EventSources,
  table: EventTable,
  foldTable: FoldTable,
): Promise<FoldedTable> {
  const tableFiles = files.get(table) ?? [];
  const all = tableFiles.reduce((sum, { report }) => sum + report.records, 0);
  const stage = `reading ${table}`;
  let before = 0;
  let current = 0;
  let furthest = 0;
  const tell = (done: number): void => {
    furthest = Math.max(furthest, done);
    progress(stage, furthest, all);
  };
  const look = setInterval(() => {
    try {
      tell(before + Math.floor(current * database.progress()));
    } catch {
      // Stopped: the query is being interrupted, and its own error says so.
      clearInterval(look);
    }
  }, LOOK_EVERY_MILLISECONDS);
  try {
    const folded = await foldTable(database, tableFiles, ({ report }) => {
      before += current;
      current = report.records;
      tell(before);
    });
    tell(all);
    return folded;
  } finally {
    clearInterval(look);
  }
}
