// `checkpoint run` from outside: what an administrator sees, and what cron gets.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, planYaml, runIn, STUDENTS, tidy, VLE } from './command.js';

/** Without the temporary folder's own name. */
const inFolder = (text: string, folder: string): string => text.replaceAll(folder, '.');

test('the summary names every kind, and the file that holds it', async () => {
  const folder = tidy();
  const { code, out, err } = await runIn(folder, '--at', 'week_3');
  expect(inFolder(out, folder)).toBe(`School of Engineering (ENG)
week_3, Sunday 18 October 2026: 2 students
Window Monday 28 September 2026 to Sunday 18 October 2026

  Engaged                  1
  Low engagement           1   low-engagement.csv
  Non-engagement           0
  Withheld                 0
  Not assessed             0

  Panel referral           0

  Reports written to ./reports/ENG/2026-10-18
`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('a repeat changes nothing and says so; another result keeps the earlier set beside', async () => {
  const folder = tidy();
  await runIn(folder, '--at', 'week_3');
  const before = statSync(join(folder, 'reports/ENG/2026-10-18/outcomes.csv'));
  expect((await runIn(folder, '--at', 'week_3')).out).toContain('already the same: nothing was changed');
  expect(statSync(join(folder, 'reports/ENG/2026-10-18/outcomes.csv'))).toMatchObject({
    mtimeMs: before.mtimeMs,
    ino: before.ino,
  });
  const more = tidy({ 'exports/vle-2.csv': 'student_id,occurred_at\n0002,2026-10-13\n' });
  const places = ['--exports', join(more, 'exports'), '--out', join(folder, 'reports')];
  const { out } = await command(['run', join(folder, 'plans/ENG.yaml'), '--at', 'week_3', ...places]);
  expect(out).toContain('the earlier ones, which differ, are kept beside it');
  expect(readdirSync(join(folder, 'reports/ENG')).sort()).toEqual(['2026-10-18', '2026-10-18.earlier-1']);
});

describe('--at', () => {
  test('takes the date of a checkpoint too', async () => {
    expect((await runIn(tidy(), '--at', '2026-10-18')).out).toContain('week_3, Sunday 18 October 2026');
  });

  test.each([
    ['2026-02-30', 'there is no such day'],
    ['2026-10-19', 'No plan has a checkpoint 2026-10-19.'],
    ['week_4', 'The checkpoints are: week_3 (2026-10-18), week_6 (2026-11-08).'],
  ])('%s: exit 2, and nothing is written', async (at, message) => {
    const folder = tidy();
    const { code, out, err } = await runIn(folder, '--at', at);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(existsSync(join(folder, 'reports'))).toBe(false);
  });

  test('another date needs --ad-hoc, and the output says that it is one', async () => {
    const folder = tidy();
    const { code, out } = await runIn(folder, '--at', '2026-10-20', '--ad-hoc');
    expect(code).toBe(0);
    expect(out).toContain('Ad-hoc date, Tuesday 20 October 2026');
    const outcomes = readFileSync(join(folder, 'reports/ENG/2026-10-20/outcomes.csv'), 'utf8');
    expect(outcomes).toContain('"ad-hoc","2026-10-20"');
  });

  test('a date before the start of teaching has no window', async () => {
    const { code, err } = await runIn(tidy(), '--at', '2026-09-27', '--ad-hoc');
    expect(code).toBe(2);
    expect(err).toContain('2026-09-27 lies before the start of teaching of ENG, 2026-09-28.');
  });

  test('a day that is not over is warned of', async () => {
    const late = tidy({
      'plans/ENG.yaml': planYaml({ checkpoints: '{ far: 2099-10-18 }', teaching_starts: '2099-09-28' }),
    });
    expect((await runIn(late, '--at', 'far')).err).toContain('2099-10-18 is not over yet');
  });
});

describe('several plans', () => {
  const law = planYaml({ plan: 'LAW', students: '{ school: LAW }', checkpoints: '{ week_3: 2026-10-18 }' });
  const plans = (folder: string): string[] => ['ENG', 'LAW'].map((name) => join(folder, `plans/${name}.yaml`));

  test('are run together; one without the checkpoint is skipped by name', async () => {
    const folder = tidy({ 'plans/LAW.yaml': law });
    const { code, out, err } = await runIn(folder, ...plans(folder), '--at', 'week_6');
    expect(code).toBe(0);
    expect(out).toContain('School of Engineering (ENG)');
    expect(out).not.toContain('(LAW)');
    expect(err).toContain('LAW is skipped: it has no checkpoint week_6.');
  });

  test('findings say whose they are', async () => {
    const folder = tidy({ 'plans/LAW.yaml': law });
    const { err } = await runIn(folder, ...plans(folder), '--at', 'week_3');
    expect(err).toContain('LAW: No student in the exports belongs to LAW');
  });

  test('an invalid one is refused, the others are published, and the worst code is returned', async () => {
    const folder = tidy({ 'plans/LAW.yaml': law.replace('leads:', 'laeds:') });
    const { code, err } = await runIn(folder, ...plans(folder), '--at', 'week_3');
    expect(code).toBe(2);
    expect(err).toContain('LAW.yaml');
    expect(readdirSync(join(folder, 'reports'))).toEqual(['ENG']);
  });

  test('that claim the same student are not published; the others are', async () => {
    const twin = planYaml({ plan: 'ENG-UG', students: '{ school: ENG, programmes: [P1] }' });
    const folder = tidy({ 'plans/LAW.yaml': law, 'plans/UG.yaml': twin });
    const all = [...plans(folder), join(folder, 'plans/UG.yaml')];
    const { code, err } = await runIn(folder, ...all, '--at', 'week_3');
    expect(code).toBe(2);
    expect(err).toContain('Student 0001 and 1 other student are claimed by ENG and ENG-UG.');
    expect(readdirSync(join(folder, 'reports'))).toEqual(['LAW']);
  });

  test('a student of no plan is counted as not covered', async () => {
    const folder = tidy({
      'exports/students.csv': `${STUDENTS}0003,Cy,Lo,cy@example.ac.uk,ART,P9,taught,2026-09-28,enrolled\n`,
    });
    const { err } = await runIn(folder, '--at', 'week_3');
    expect(err).toContain('1 student in the exports (0003) is covered by no plan of this run (schools: ART).');
    const quality = readFileSync(join(folder, 'reports/ENG/2026-10-18/data-quality.csv'), 'utf8');
    expect(quality).toContain('"students-not-covered","warning"');
  });
});

describe('exit codes and quietness', () => {
  const unconfirmed = { 'plans/ENG.yaml': planYaml({ feeds: '[vle]' }) };

  test('silent under --quiet when all is well', async () => {
    expect(await runIn(tidy(), '--at', 'week_3', '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  test('warnings are spoken even then, and 4 under --strict', async () => {
    const { code, out, err } = await runIn(tidy(unconfirmed), '--at', 'week_3', '--quiet', '--strict');
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain('8.4');
    expect((await runIn(tidy(unconfirmed), '--at', 'week_3')).code).toBe(0);
    expect((await runIn(tidy(), '--at', 'week_3', '--strict')).code).toBe(0);
  });

  test('a stale export is announced', async () => {
    const folder = tidy({ 'exports/vle.csv': VLE.split('\n').slice(0, 3).join('\n') });
    const { err } = await runIn(folder, '--at', 'week_3');
    expect(err).toContain('The last act in vle is of 2026-10-10.');
  });

  test('refused input is 3, and leaves no report behind', async () => {
    const folder = tidy({ 'exports/vle.csv': '<!DOCTYPE html><title>Log in</title>' });
    const { code, out, err } = await runIn(folder, '--at', 'week_3');
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('vle.csv');
    expect(existsSync(join(folder, 'reports'))).toBe(false);
  });

  test('reports that cannot be written are 74', async () => {
    const folder = tidy({ reports: 'a file in the way' });
    const { code, err } = await runIn(folder, '--at', 'week_3');
    expect(code).toBe(74);
    expect(err).toContain('something that is not a folder of reports is in the way');
  });

  test.each([['--due'], ['--previous=x']])('%s is refused by name, not ignored', async (option) => {
    const { code, err } = await runIn(tidy(), '--at', 'week_3', option);
    expect(code).toBe(2);
    expect(err).toContain(`${option.replace(/=.*/, '')} is not supported by this version.`);
  });
});

test('--dry-run judges and writes nothing', async () => {
  const folder = tidy();
  const { out } = await runIn(folder, '--at', 'week_3', '--dry-run');
  expect(out).toContain('Low engagement           1');
  expect(out).toContain('Dry run: nothing was written');
  expect(existsSync(join(folder, 'reports'))).toBe(false);
});

test('--json says the same for programs', async () => {
  const folder = tidy();
  const { out } = await runIn(folder, '--at', 'week_3', '--json');
  expect(JSON.parse(out)).toMatchObject({
    schema_version: 1,
    exit_code: 0,
    plans: [
      {
        plan: 'ENG',
        checkpoint: { id: 'week_3', date: '2026-10-18', ad_hoc: false },
        window: { from: '2026-09-28', to: '2026-10-18' },
        counts: { students: 2, classifications: { engaged: 1, 'low-engagement': 1 } },
        folder: join(folder, 'reports/ENG/2026-10-18'),
        publication: 'published',
      },
    ],
    messages: [],
  });
});

test('sponsored students of whom nobody has said which rule is theirs are named', async () => {
  const sponsored = STUDENTS.replace('status\n', 'status,sponsored\n').replaceAll('enrolled\n', 'enrolled,yes\n');
  const { err } = await runIn(tidy({ 'exports/students.csv': sponsored }), '--at', 'week_3');
  expect(err).toContain('2 sponsored students of this plan (0001, 0002) have RQF 4 or 5 or none');
});
