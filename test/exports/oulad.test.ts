// Real behaviour of real, anonymised students: both readers must agree on all of it.
import { expect, test } from 'vitest';
import { everything, ledgerOf, reading, realData } from './workspace.js';

test.each([
  ['AAA-2013J', 383, 180_982],
  ['BBB-2013B', 1_767, 403_266],
])('%s: both readers say the same', { timeout: 300_000 }, async (presentation, students, rows) => {
  const folder = realData('oulad', presentation);
  if (folder === null) {
    process.stdout.write(`skipped: ../shared/data/oulad/${presentation} is not beside the checkout\n`);
    return;
  }
  const byDuckdb = await reading(folder, 'duckdb', everything);
  expect(await reading(folder, 'csv-parse', everything)).toEqual(byDuckdb);
  expect(byDuckdb.students).toHaveLength(students);
  expect(byDuckdb.feeds.map(([feed, { records }]) => [feed, records])).toContainEqual(['vle', rows]);
  expect(byDuckdb.findings).toEqual([]);
  const clicks = byDuckdb.acts.reduce((sum, { acts }) => sum + acts, 0);
  expect(byDuckdb.sheets.flatMap(({ acts }) => acts).reduce((sum, acts) => sum + acts, 0)).toBe(clicks);
  expect(await reading(folder, null, ledgerOf)).toMatchObject({ acts: byDuckdb.acts });
});
