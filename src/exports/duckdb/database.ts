// DuckDB, loaded only when it is needed, and shut in: no network, no extensions, no files but those of the run.
import type * as Api from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBInstance, DuckDBMaterializedResult, DuckDBValue } from '@duckdb/node-api';

export type Binding = typeof Api;

const MEMORY_LIMIT = '512MB';
const OVERFLOW_LIMIT = '64GB';

/** A connection whose results are complete when they arrive: the streaming calls lose errors. */
export interface Database {
  run(sql: string, values?: Record<string, DuckDBValue>): Promise<DuckDBMaterializedResult>;
  /** A new table `name (text VARCHAR, number INTEGER)`; each text is numbered by its place. */
  upload(name: string, texts: readonly string[]): Promise<void>;
  /** How far the running query is, from 0 to 1. */
  progress(): number;
  /** Stops what is running, then closes. */
  close(): Promise<void>;
}

/**
 * Opens a database in memory that can read `files` and nothing else, and write to `privateFolder` alone. The order of
 * the settings matters: the last two shut the door.
 */
export async function openDatabase(
  { DuckDBInstance }: Pick<Binding, 'DuckDBInstance'>,
  privateFolder: string,
  files: readonly string[],
): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    temp_directory: privateFolder,
    memory_limit: MEMORY_LIMIT,
  });
  const connection = await instance.connect();
  try {
    const allowed = files.flatMap((file) => [file, escapeGlob(file)]);
    for (const setting of [
      `SET max_temp_directory_size = '${OVERFLOW_LIMIT}'`,
      `SET TimeZone = 'UTC'`,
      `SET enable_progress_bar = true`,
      `SET enable_progress_bar_print = false`,
      `SET progress_bar_time = 0`,
      `SET allowed_directories = [${quote(privateFolder)}]`,
      `SET allowed_paths = [${allowed.map(quote).join(', ')}]`,
      `SET enable_external_access = false`,
      `SET lock_configuration = true`,
    ]) {
      await connection.run(setting);
    }
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  }
  return databaseOf(instance, connection);
}

function databaseOf(instance: DuckDBInstance, connection: DuckDBConnection): Database {
  let running: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | null = null;
  /** Begins nothing once closing has begun: what runs while the connection goes hangs or takes the process with it. */
  const start = <T>(work: () => Promise<T>): Promise<T> => {
    if (closing !== null) return Promise.reject(new Error('The database is closed.'));
    const result = work();
    running = result.catch(() => undefined);
    return result;
  };
  const run: Database['run'] = (sql, values) => start(() => connection.run(sql, values));
  return {
    run,
    upload: async (name, texts) => {
      await run(`CREATE TEMP TABLE ${name} (text VARCHAR, number INTEGER)`);
      await start(async () => {
        const appender = await connection.createAppender(name);
        texts.forEach((text, index) => {
          appender.appendVarchar(text);
          appender.appendInteger(index);
          appender.endRow();
        });
        appender.closeSync();
      });
    },
    progress: () => Math.min(1, Math.max(0, connection.progress.percentage / 100)),
    close: () => {
      closing ??= (async () => {
        connection.interrupt();
        await running;
        connection.closeSync();
        instance.closeSync();
      })();
      return closing;
    },
  };
}

/** A text as SQL writes it. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path that reads that one file, whatever its name: `[`, `*` and `?` would match others. */
export function escapeGlob(path: string): string {
  return path.replaceAll(/[[*?]/g, (mark) => `[${mark}]`);
}
