// The run record names what was run on what, and the hash of each report.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildReports } from '../../src/reports/build.js';
import type { ReportInput } from '../../src/reports/input.js';
import { assessedOf, inputOf, outcomeOf, planOf, studentOf } from './builder.js';
import { schoolAtWeek8 } from './school.js';

interface RunRecord {
  readonly plan: unknown;
  readonly university: unknown;
  readonly checkpoint: unknown;
  readonly set_aside: unknown;
  readonly counts: { readonly classifications: Record<string, number>; readonly not_assessed: Record<string, number> };
  readonly reports: Record<string, string>;
}

function recordOf(input: ReportInput): RunRecord {
  return JSON.parse(buildReports(input).reports.at(-1)?.content ?? '') as RunRecord;
}

describe('run.json', () => {
  it('holds the SHA-256 of every other report', () => {
    const reports = buildReports(schoolAtWeek8()).reports;
    const hashes = reports.slice(0, -1).map(({ file, content }) => {
      return [file, createHash('sha256').update(Buffer.from(content, 'utf8')).digest('hex')];
    });
    expect(recordOf(schoolAtWeek8()).reports).toEqual(Object.fromEntries(hashes));
  });

  it('names the university’s file where the plan has one', () => {
    const files = [
      { file: 'plans/eng.yaml', sha256: 'a' },
      { file: 'plans/university.yaml', sha256: 'b' },
    ];
    const record = recordOf(inputOf([], { plan: planOf({ files }) }));
    expect(record.plan).toEqual({ name: 'ENG', file: 'plans/eng.yaml', sha256: 'a' });
    expect(record.university).toEqual({ file: 'plans/university.yaml', sha256: 'b' });
  });

  it('says nothing of the files of a plan that was not read from one', () => {
    expect(recordOf(inputOf([], { plan: planOf({ files: [] }) })).plan).toEqual({
      name: 'ENG',
      file: null,
      sha256: null,
    });
  });

  it('names the feeds set aside, and their files by name alone', () => {
    const feedsSetAside = [
      { feed: 'vle', files: ['vle-1.csv', 'vle.csv.gz'] },
      { feed: 'meetings', files: [] },
    ] as const;
    expect(recordOf(inputOf([], { feedsSetAside })).set_aside).toEqual(feedsSetAside);
    expect(recordOf(inputOf([])).set_aside).toEqual([]);
  });

  it('calls a date ad-hoc that no plan declares', () => {
    const checkpoint = { ...inputOf([]).checkpoint, id: 'ad-hoc', isAdHoc: true };
    expect(recordOf(inputOf([], { checkpoint })).checkpoint).toEqual({
      id: 'ad-hoc',
      date: '2013-11-03',
      ad_hoc: true,
    });
  });

  it('counts every student exactly once', () => {
    const assessed = [outcomeOf(), outcomeOf({ classification: 'not-assessed', notAssessedReason: 'grace' })].map(
      (outcome, index) => assessedOf(studentOf(`${index}`), [outcome]),
    );
    const { counts } = recordOf(inputOf(assessed));
    expect(Object.values(counts.classifications).reduce((sum, count) => sum + count)).toBe(2);
    expect(counts.not_assessed['grace']).toBe(1);
  });
});
