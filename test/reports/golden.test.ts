// The reports of a small school, exactly as the people who send the letters open them.
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildReports } from '../../src/reports/build.js';
import { schoolAtWeek8 } from './school.js';

const REPORTS = [
  'low-engagement.csv',
  'non-engagement.csv',
  'panel-referral.csv',
  'outcomes.csv',
  'withheld.csv',
  'registers-to-chase.csv',
  'sponsored.csv',
  'sponsored-months.csv',
  'module-alerts.csv',
  'joint-alerts.csv',
  'associate-students.csv',
  'sabbatical-officers.csv',
  'held.csv',
  'contacts-to-record.csv',
  'awaiting-reply.csv',
  'data-quality.csv',
  'panel/0103.html',
  'panel/0106.html',
  'run.json',
];

function golden(file: string): URL {
  return new URL(`golden/${file}`, import.meta.url);
}

describe('the reports of a small school', () => {
  const reports = buildReports(schoolAtWeek8()).reports;

  it('are the reports of the contract, in its order', () => {
    expect(reports.map(({ file }) => file)).toEqual(REPORTS);
  });

  it.each(REPORTS)('%s is as it was read and agreed', (file) => {
    const content = reports.find((report) => report.file === file)?.content ?? '';
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden(file), content);
    expect(content).toBe(readFileSync(golden(file), 'utf8'));
  });

  it('say nowhere that anybody leaves the register: people decide that (5.1e)', async () => {
    const agreed = await readdir(new URL('../../fixtures', import.meta.url), { recursive: true, withFileTypes: true });
    const files = agreed.filter((it) => it.isFile() && it.parentPath.includes('expected'));
    const contents = await Promise.all(files.map((it) => readFile(join(it.parentPath, it.name), 'utf8')));
    expect(contents.length).toBeGreaterThan(100);
    for (const content of [...contents, ...reports.map((it) => it.content)]) expect(content).not.toMatch(/de-?regist/i);
  });

  it('are the same bytes whatever the order of the students and however often they are built', () => {
    const input = schoolAtWeek8();
    expect(buildReports({ ...input, assessed: [...input.assessed].reverse() }).reports).toEqual(reports);
  });
});
