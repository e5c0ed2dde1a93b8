// The database is shut in: of the world outside it sees the files of the run and its private folder, and nothing else.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as binding from '@duckdb/node-api';
import { openDatabase, type Database } from '../../src/exports/duckdb/database.js';

let root: string;
let database: Database;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'isolation-test-'));
  for (const folder of ['exports', 'private']) await mkdir(join(root, folder));
  for (const name of ['vle.csv', 'vle[1].csv', 'vle1.csv', 'other.csv']) {
    await writeFile(join(root, 'exports', name), 'a,b\n1,2\n');
  }
  await writeFile(join(root, 'secret.csv'), 'a,b\n1,2\n');
  const files = ['vle.csv', 'vle[1].csv'].map((name) => join(root, 'exports', name));
  database = await openDatabase(binding, join(root, 'private'), files);
});

afterAll(async () => {
  await database.close();
  expect((await readdir(root)).sort()).toEqual(['exports', 'private', 'secret.csv']);
  expect((await readdir(join(root, 'exports'))).sort()).toEqual(['other.csv', 'vle.csv', 'vle1.csv', 'vle[1].csv']);
  await rm(root, { recursive: true });
});

/** `$` stands for the folder that holds everything. */
const inRoot = (sql: string): string => sql.replaceAll('$', root);

test.each([
  `SELECT * FROM read_csv('$/exports/vle.csv')`,
  `SELECT * FROM read_csv('$/exports/vle[[]1].csv')`,
  `COPY (SELECT 1 AS a) TO '$/private/copy.csv'`,
  `SELECT * FROM read_csv('$/private/copy.csv')`,
])('works: %s', async (sql) => {
  await expect(database.run(inRoot(sql))).resolves.toBeDefined();
});

describe('is refused', () => {
  test.each([
    ['another file beside the exports', `SELECT * FROM read_csv('$/exports/other.csv')`],
    ['the file that a name would match as a pattern', `SELECT * FROM read_csv('$/exports/vle1.csv')`],
    ['a file by its name alone', `SELECT * FROM '$/secret.csv'`],
    ['a file of the system', `SELECT * FROM read_text('/etc/passwd')`],
    ['bytes of a file', `SELECT * FROM read_blob('$/secret.csv')`],
    ['JSON', `SELECT * FROM read_json('$/secret.csv')`],
    ['parquet', `SELECT * FROM read_parquet('$/secret.parquet')`],
    ['a way out of the private folder', `SELECT * FROM read_csv('$/private/../secret.csv')`],
    ['a pattern', `SELECT * FROM read_csv('$/exports/*.csv')`],
    ['a pattern for folders', `SELECT * FROM read_csv('$/**/*.csv')`],
    ['writing over an export', `COPY (SELECT 1) TO '$/exports/new.csv'`],
    ['writing elsewhere', `COPY (SELECT 1) TO '$/copy.csv'`],
    ['another database', `ATTACH '$/other.duckdb'`],
    ['another database to read', `ATTACH '$/other.duckdb' AS other (READ_ONLY)`],
    ['exporting the database', `EXPORT DATABASE '$/export'`],
    ['importing a database', `IMPORT DATABASE '$/export'`],
    ['installing an extension', `INSTALL httpfs`],
    ['an extension of the community', `INSTALL h3 FROM community`],
    ['an extension from a file', `LOAD '$/evil.duckdb_extension'`],
    ['loading an extension', `LOAD httpfs`],
    ['the network', `SELECT * FROM read_csv('https://example.com/x.csv')`],
    ['a bucket', `SELECT * FROM read_parquet('s3://bucket/x.parquet')`],
    ['opening the door again', `SET enable_external_access = true`],
    ['more files', `SET allowed_paths = ['$/secret.csv']`],
    ['more folders', `SET allowed_directories = ['$']`],
    ['unlocking the settings', `SET lock_configuration = false`],
    ['another folder for its overflow', `SET temp_directory = '$/exports'`],
    ['extensions by themselves', `SET autoinstall_known_extensions = true`],
    ['a setting by PRAGMA', `PRAGMA memory_limit = '4GB'`],
    ['back to the defaults', `RESET enable_external_access`],
    ['a secret', `CREATE SECRET (TYPE s3, KEY_ID 'a', SECRET 'b')`],
  ])('%s', async (_, sql) => {
    await expect(database.run(inRoot(sql))).rejects.toThrow(
      /Permission Error|Invalid Input Error|Invalid Configuration Error|configuration has been locked|disabled/,
    );
  });

  test('files found by a pattern: none are named', async () => {
    const listed = database.run(inRoot(`SELECT file FROM glob('$/exports/*')`));
    const names = await listed.then((result) => result.getRows()).catch(() => []);
    expect(JSON.stringify(names)).not.toContain('other.csv');
  });
});

test('nothing begins once it is closed, and closing twice is closing once', async () => {
  const other = await openDatabase(binding, join(root, 'private'), []);
  await Promise.all([other.close(), other.close()]);
  await expect(other.run('SELECT 1')).rejects.toThrow('closed');
  await expect(other.upload('names', ['a'])).rejects.toThrow('closed');
});
