// Faults of the surroundings, and cells that only the end of a file shows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { EXIT } from '../../src/diagnostics/refusal.js';
import { createPrivateFolder } from '../../src/exports/private-folder.js';
import { ledgerOf, reading, refusalOf, STUDENTS, withFolder } from './workspace.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a temporary folder that cannot be used is 74, and named', async () => {
  const root = mkdtempSync(join(tmpdir(), 'trouble-'));
  const missing = join(root, 'missing');
  vi.stubEnv('TMPDIR', missing);
  await expect(createPrivateFolder()).rejects.toMatchObject({
    exitCode: EXIT.ioFailed,
    faults: [{ code: 'working-space-failed', message: expect.stringContaining(`"${missing}"`) as string }],
  });
  rmSync(root, { recursive: true });
});

test.each([
  'occurred_at,component\n0001,2026-09-28,quiz\n0001,2026-09-29,quiz ',
  'component,occurred_at\n0001,quiz,2026-09-28 ',
])('the last cell of a file without a last line end is trimmed by both readers alike: %j', async (vle) => {
  await withFolder({ 'students.csv': STUDENTS, 'vle.csv': `student_id,${vle}` }, async (folder) => {
    const ledgers = [];
    for (const reader of ['duckdb', 'csv-parse'] as const) ledgers.push(await reading(folder, reader, ledgerOf));
    expect(ledgers[0]).toEqual(ledgers[1]);
    expect(JSON.stringify(ledgers[0])).toContain('"quiz"');
  });
});

test.each([
  ['ada@example.ac.uk', 'The cell must be'],
  ['Ada Obi', 'The cell must be'],
  ['=0001', '"=0001" must be'],
])('an id column that holds %s: what may be a person is not repeated', async (cell, message) => {
  const students = STUDENTS.replace('0001', cell);
  expect(students).toContain(cell);
  const text = await withFolder({ 'students.csv': students }, async (folder) => {
    return (await refusalOf(folder, 'csv-parse')).faults.map((fault) => fault.message).join('\n');
  });
  expect(text).toContain(message);
  if (message.startsWith('The cell')) expect(text).not.toContain(cell);
});
