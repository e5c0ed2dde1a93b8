// The rules for exceptions change nothing for ordinary students: the program on generated schools, whose plans have a section
// for students who are away (9.4), choices for sponsored students (9) and module alerts (6.3), or none of these.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dayNumber } from './days.js';
import { readExports, type Exports } from './exports.js';
import { drawQuestion, type Question } from './generated-plan.js';
import { drawSchools } from './generated-school.js';
import { writePlan } from './plan-files.js';
import type { WrittenPlan } from './plan-language.js';
import { seededRandom, type Random } from './random.js';
import type { StudentRecord } from './records.js';
import { runProgram, type Reports } from './reports.js';
import { writeSchools } from './school-files.js';
import type { Row } from './tables.js';

const RUNS = process.env['CI'] === undefined ? 5 : 40;
const SEED = Number(process.env['SEED'] ?? 20250901);
const DATES = ['2025-10-26', '2025-12-14', '2026-03-29', '2028-02-29'] as const;
const SCHOOLS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const;

test(
  `ordinary students are judged as if there were no exceptions: ${RUNS} times 6 schools`,
  { timeout: 600_000 },
  async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'checkpoint-exceptions-'));
    let [compared, others] = [0, 0];
    try {
      for (let run = 1; run <= RUNS; run += 1) {
        const { exports, withThem, without } = await judgeTwice(
          seededRandom(SEED * 10_037 + run),
          path.join(root, `${run}`),
        );
        const ordinary = new Set(exports.students.filter((one) => isOrdinary(exports, one)).map(({ id }) => id));
        for (const school of SCHOOLS) {
          const [all, none] = [withThem, without].map((reports) => rowsOf(reports.get(school)));
          const isOne = (row: Row): boolean => ordinary.has(row['student_id'] ?? '');
          expect(all?.filter(isOne), `SEED=${SEED} run ${run} ${school}`).toEqual(none?.filter(isOne));
          compared += all?.filter(isOne).length ?? 0;
          if (JSON.stringify(all) !== JSON.stringify(none)) others += 1;
        }
      }
    } finally {
      rmSync(root, { recursive: true });
    }
    process.stdout.write(
      `${compared} rows of ordinary students are equal; in ${others} schools others are judged otherwise\n`,
    );
    expect(compared).toBeGreaterThan(RUNS * SCHOOLS.length);
    expect(others).toBeGreaterThan(RUNS);
  },
);

interface JudgedTwice {
  readonly exports: Exports;
  readonly withThem: ReadonlyMap<string, Reports>;
  readonly without: ReadonlyMap<string, Reports>;
}

async function judgeTwice(random: Random, folder: string): Promise<JudgedTwice> {
  const date = random.pick(DATES);
  const draw = (school: string): Question => drawQuestion(random, school, dayNumber(date), false);
  const questions: [Question, ...Question[]] = [draw(SCHOOLS[0]), ...SCHOOLS.slice(1).map(draw)];
  const exports = path.join(folder, 'exports');
  writeSchools(exports, drawSchools(random, questions));
  const judge = (name: string, change: (plan: WrittenPlan) => WrittenPlan): Promise<Map<string, Reports>> => {
    const plans = questions.map(({ school, plan, university }) => {
      return [school, writePlan(path.join(folder, name, school), change(plan), university)] as const;
    });
    const out = path.join(folder, `${name}-out`);
    const options = ['--reader', 'csv-parse'];
    return runProgram({ plans: new Map(plans), at: date, isAdHoc: false, exports, out, options });
  };
  return {
    exports: readExports(exports),
    withThem: await judge('with', withExceptions),
    without: await judge('without', withoutExceptions),
  };
}

/** In one school, on campus, taught, not sponsored, and nothing ever happened. */
function isOrdinary({ circumstances }: Exports, { id, category, programmeType, ...student }: StudentRecord): boolean {
  const isUnusual = student.isSponsored || student.isJoint || circumstances.has(id);
  return !isUnusual && category === 'campus' && programmeType === 'taught';
}

/** Of every report about outcomes: what it says of each student, but for their group, and where they stand in a list. */
function rowsOf(reports: Reports | undefined): Row[] {
  if (reports === undefined) throw new Error('the program wrote no reports');
  const { outcomes, lowEngagement, nonEngagement, panelReferral, withheld, contactsToRecord, awaitingReply } = reports;
  return [outcomes, lowEngagement, nonEngagement, panelReferral, withheld, contactsToRecord, awaitingReply]
    .flat()
    .map((row) => ({ ...row, group: '', row_number: '', row_count: '' }));
}

function withoutExceptions(plan: WrittenPlan): WrittenPlan {
  const groups = Object.entries(plan.groups ?? {}).filter(([, { when }]) => when.circumstance === undefined);
  const plain: { -readonly [Key in keyof WrittenPlan]: WrittenPlan[Key] } = { ...plan };
  delete plain.sponsored;
  delete plain.module_alerts;
  delete plain.groups;
  return groups.length === 0 ? plain : { ...plain, groups: Object.fromEntries(groups) };
}

/** All of them, and the section for students who are away comes first. */
function withExceptions(plan: WrittenPlan): WrittenPlan {
  const [id = ''] = Object.keys(plan.indicators);
  const feed = (['attendance', 'vle', 'lecture_capture'] as const).find((one) => [plan.feeds].flat().includes(one));
  return {
    ...plan,
    groups: { away: { when: { circumstance: ['placement', 'study-abroad'] }, rule: id }, ...plan.groups },
    sponsored: { rqf_4_5: 'below-degree', authorised_absence: 'stays', report_within_working_days: 5 },
    ...(feed === undefined ? {} : { module_alerts: { feed, measure: 'active_days', minimum: 3 } }),
  };
}
