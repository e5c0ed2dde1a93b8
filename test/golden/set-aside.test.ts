// The fictional School of Engineering told to go on without each of its feeds: nobody is listed because of it.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FEEDS, type Feed } from '../../src/engagement/feed.js';
import { checkpoint, rowsOf } from './program.js';

const EXPORTS = join('fixtures', 'harrowmere-engineering', 'exports');
const PLANS = ['ENG-UG', 'ENG-PG'] as const;
const LETTERS = ['low-engagement.csv', 'non-engagement.csv'];

type Row = Readonly<Record<string, string>>;
type Reports = Readonly<Record<string, readonly Row[]>>;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'set-aside-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What each plan's set says, by plan and file. */
async function reportsWithout(
  feeds: readonly Feed[],
  at: string,
): Promise<Readonly<Record<(typeof PLANS)[number], Reports>>> {
  const out = join(folder, [at, ...feeds].join('-'));
  const options = feeds.flatMap((feed) => ['--set-aside', feed]);
  const places = ['--exports', EXPORTS, '--out', out, '--reader', 'csv-parse'];
  const { exitCode, err } = await checkpoint('run', ...PLANS, '--at', at, ...places, ...options);
  if (exitCode !== 0) throw new Error(err);
  const read = async (plan: string): Promise<Reports> => {
    const files = ['outcomes.csv', 'panel-referral.csv', 'registers-to-chase.csv', 'withheld.csv', ...LETTERS];
    const rows = files.map(async (file) => [file, await rowsOf(join(out, plan, at, file))] as const);
    return Object.fromEntries(await Promise.all(rows));
  };
  return { 'ENG-UG': await read('ENG-UG'), 'ENG-PG': await read('ENG-PG') };
}

/** The plan's indicators that measure the feed. */
async function indicatorsOf(plan: string, feed: Feed): Promise<readonly string[]> {
  const { indicators } = parse(await readFile(join('plans', `${plan}.yaml`), 'utf8')) as {
    indicators: Readonly<Record<string, { readonly feed: string }>>;
  };
  return Object.keys(indicators).filter((id) => indicators[id]?.feed === feed);
}

const idsIn = (reports: Reports, ...files: readonly string[]): readonly string[] =>
  files.flatMap((file) => reports[file] ?? []).map((row) => row['student_id'] ?? '');

/** Those of the longer list alone that the shorter one has. */
const beyond = (longer: readonly string[], shorter: readonly string[]): readonly string[] =>
  shorter.filter((it) => !longer.includes(it));

const groundsIn = (reports: Reports): readonly string[] =>
  (reports['outcomes.csv'] ?? []).flatMap((row) =>
    (row['grounds'] ?? '')
      .split(';')
      .filter((ground) => ground !== '')
      .map((ground) => `${row['student_id']} ${ground}`),
  );

describe.each(['2026-11-08', '2027-02-07'])('at %s', (at) => {
  let known: Awaited<ReturnType<typeof reportsWithout>>;

  beforeAll(async () => {
    known = await reportsWithout([], at);
  });

  const expectNobodyMore = (plan: (typeof PLANS)[number], without: Reports): void => {
    expect(beyond(idsIn(known[plan], ...LETTERS), idsIn(without, ...LETTERS))).toEqual([]);
    expect(beyond(idsIn(known[plan], 'non-engagement.csv'), idsIn(without, 'non-engagement.csv'))).toEqual([]);
    expect(beyond(idsIn(known[plan], 'panel-referral.csv'), idsIn(without, 'panel-referral.csv'))).toEqual([]);
    expect(beyond(groundsIn(known[plan]), groundsIn(without))).toEqual([]);
  };

  test.each(FEEDS)('without %s nobody more has a letter or a ground, and nothing of it counts', async (feed) => {
    const without = await reportsWithout([feed], at);
    for (const plan of PLANS) {
      expectNobodyMore(plan, without[plan]);
      expect(without[plan]['non-engagement.csv']).toEqual([]);
      const outcomes = without[plan]['outcomes.csv'] ?? [];
      for (const id of await indicatorsOf(plan, feed)) {
        const results = new Set(outcomes.map((row) => row[`${id}_result`]));
        expect([...results].filter((result) => result === 'met' || result === 'not-met')).toEqual([]);
      }
    }
    if (feed === 'attendance') for (const plan of PLANS) expect(without[plan]['registers-to-chase.csv']).toEqual([]);
  });

  test('without any feed every student is withheld, or not assessed by state', async () => {
    const without = await reportsWithout(FEEDS, at);
    for (const plan of PLANS) {
      expectNobodyMore(plan, without[plan]);
      const kinds = new Set((without[plan]['outcomes.csv'] ?? []).map((row) => row['classification']));
      expect([...kinds].sort()).toEqual(['not-assessed', 'withheld']);
      const missing = (without[plan]['withheld.csv'] ?? []).map((row) => row['missing']);
      expect(missing.filter((text) => text?.includes('set aside for this run') !== true)).toEqual([]);
    }
  });
});
