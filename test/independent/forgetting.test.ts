// What is no longer known never moves a student onto a list: the program on generated schools, and on the same schools
// without a feed, or told to set one aside.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dayNumber } from './days.js';
import { FEEDS, type Feed } from './exports.js';
import { drawQuestion, type Question } from './generated-plan.js';
import { drawSchools } from './generated-school.js';
import { writePlan } from './plan-files.js';
import { seededRandom } from './random.js';
import { runProgram, type Reports } from './reports.js';
import { writeSchools } from './school-files.js';
import type { Row } from './tables.js';

const RUNS = process.env['CI'] === undefined ? 3 : 25;
const SEED = Number(process.env['SEED'] ?? 20250901);
const DATES = ['2025-10-26', '2025-12-14', '2026-03-29', '2028-02-29'] as const;
const SCHOOLS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const;

/** Where a classification may go when less is known. An authorised absence decides where the rule is no longer met. */
const MAY_BECOME: Readonly<Record<string, readonly string[]>> = {
  engaged: ['withheld', 'not-assessed'],
  'low-engagement': ['withheld'],
  'non-engagement': ['withheld', 'low-engagement'],
  withheld: ['not-assessed'],
  'not-assessed': ['withheld'],
};

test(
  `a feed that is missing or set aside lists nobody: ${RUNS} times 6 schools without each feed`,
  { timeout: 1_800_000 },
  async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'checkpoint-forgetting-'));
    const wrong: string[] = [];
    let compared = 0;
    let moved = 0;
    try {
      for (let run = 1; run <= RUNS; run += 1) {
        const folder = path.join(root, run.toString());
        const random = seededRandom(SEED * 10_009 + run);
        const date = random.pick(DATES);
        const draw = (school: string): Question => drawQuestion(random, school, dayNumber(date), false);
        const questions: [Question, ...Question[]] = [draw(SCHOOLS[0]), ...SCHOOLS.slice(1).map(draw)];
        const whole = path.join(folder, 'whole');
        writeSchools(whole, drawSchools(random, questions));
        const plans = new Map(
          questions.map((it) => [it.school, writePlan(path.join(folder, it.school), it.plan, it.university)]),
        );
        const judge = (exports: string, name: string, options: readonly string[] = []): Promise<Map<string, Reports>> =>
          runProgram({
            plans,
            at: date,
            isAdHoc: false,
            exports,
            out: path.join(folder, `${name}-out`),
            options: ['--reader', 'csv-parse', ...options],
          });
        const before = await judge(whole, 'whole');
        const forgetsModules = (exports: string, school: string): boolean => {
          const indicators = questions.find((it) => it.school === school)?.plan.indicators ?? {};
          const isOfModules = Object.values(indicators).some(({ scope }) => scope === 'each_module');
          return isOfModules && !readdirSync(exports).some((file) => file.startsWith('module_enrolments'));
        };
        const compare = (
          school: string,
          after: ReadonlyMap<string, Reports>,
          how: Omit<Forgetting, 'forgetsModules'>,
        ): void => {
          const [known, forgotten] = [outcomesOf(before, school), outcomesOf(after, school)];
          for (const [id, row] of known) {
            const now = forgotten.get(id) ?? {};
            compared += 1;
            if (now['classification'] !== row['classification']) moved += 1;
            const faults = movedWrongly(row, now, { ...how, forgetsModules: forgetsModules(whole, school) });
            if (faults !== '') wrong.push(`SEED=${SEED} run ${run} ${school} ${id} ${how.name}: ${faults}`);
          }
        };
        for (const feed of FEEDS.filter((one) => filesOf(whole, one).length > 0)) {
          const name = `without-${feed}`;
          const without = path.join(folder, name);
          cpSync(whole, without, { recursive: true });
          for (const file of filesOf(without, feed)) rmSync(path.join(without, file));
          const after = await judge(without, name);
          for (const { school } of questions.filter(({ plan }) => [plan.feeds].flat().includes(feed))) {
            compare(school, after, { name, grounds: ['10.6-days'] });
          }
        }
        for (const feed of FEEDS) {
          const name = `set-aside-${feed}`;
          const after = await judge(whole, name, ['--set-aside', feed]);
          for (const { school } of questions) compare(school, after, { name, grounds: ['10.6-days', '10.6-pattern'] });
        }
        rmSync(folder, { recursive: true });
      }
    } finally {
      rmSync(root, { recursive: true });
    }
    expect(wrong.join('\n')).toBe('');
    process.stdout.write(`${compared} outcomes without a feed: ${moved} moved, none onto a list\n`);
    expect(moved).toBeGreaterThan(RUNS);
  },
);

function filesOf(folder: string, feed: Feed): string[] {
  return readdirSync(folder).filter((file) => file.startsWith(feed));
}

function outcomesOf(reports: ReadonlyMap<string, Reports>, school: string): Map<string, Row> {
  return new Map((reports.get(school)?.outcomes ?? []).map((row) => [row['student_id'] ?? '', row]));
}

interface Forgetting {
  readonly name: string;
  /**
   * Those that may not arise. Where a feed is simply missing, `10.6-pattern` is none of them: a checkpoint that becomes
   * withheld neither counts nor breaks a pattern, so that one may arise over it that the known engagement had broken
   * (reading.md, grounds). Where it was set aside, such a pattern is withheld.
   */
  readonly grounds: readonly string[];
  /**
   * Without enrolments only acts tell which modules a student has, whatever the feed: with a feed goes what was expected in
   * modules that it alone names, and a minimum in each module may be met. That takes somebody off a list, and puts nobody on it.
   */
  readonly forgetsModules: boolean;
}

function movedWrongly(known: Row, forgotten: Row, { grounds: watched, forgetsModules }: Forgetting): string {
  const [was, is] = [known['classification'] ?? '', forgotten['classification'] ?? ''];
  const isOffList = forgetsModules && (is === 'engaged' || is === 'not-assessed');
  const isAllowed = was === is || isOffList || (MAY_BECOME[was] ?? []).includes(is);
  const grounds = (row: Row): string[] => (row['grounds'] ?? '').split(';').filter((one) => watched.includes(one));
  const isNewGround = grounds(forgotten).some((ground) => !grounds(known).includes(ground));
  return [...(isAllowed ? [] : [`${was} became ${is}`]), ...(isNewGround ? ['a ground arose'] : [])].join(', ');
}
