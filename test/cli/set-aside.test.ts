// `--set-aside` from outside: the export of a feed is broken, and the run goes on without it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, planYaml, runIn, STUDENTS, tidy, VLE, type Said } from './command.js';

/** Cut off in the middle of a quoted cell. */
const BROKEN = `${VLE}"0001,2026-10-1`;
const AT = ['--at', 'week_3'];
const WITHOUT_VLE = ['--set-aside', 'vle'];
const SET = 'reports/ENG/2026-10-18';

const inFolder = (text: string, folder: string): string => text.replaceAll(folder, '.');
const reportIn = (folder: string, file: string): string => readFileSync(join(folder, SET, file), 'utf8');
const setIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, SET)).map((file) => reportIn(folder, file).replace(/"reader": "[^"]+"/, ''));

test('a broken export is refused, and named; without it nobody is listed, and all is said', async () => {
  const folder = tidy({ 'exports/vle.csv': BROKEN });
  expect((await runIn(folder, ...AT)).code).toBe(3);
  const { code, out, err } = await runIn(folder, ...AT, ...WITHOUT_VLE);
  expect(code).toBe(0);
  expect(inFolder(out, folder)).toMatchInlineSnapshot(`
    "School of Engineering (ENG)
    week_3, Sunday 18 October 2026: 2 students
    Window Monday 28 September 2026 to Sunday 18 October 2026
    Set aside, as unknown: vle

      Engaged                  0
      Low engagement           0
      Non-engagement           0
      Withheld                 2   withheld.csv  data is missing
      Not assessed             0

      Panel referral           0

      Reports written to ./reports/ENG/2026-10-18
    "
  `);
  expect(inFolder(err, folder)).toMatchInlineSnapshot(`
    "warning: vle was set aside, so nothing is known of it on any day: 1 file (vle.csv) was not opened.
      → When the export is right, run again without --set-aside vle.
    note: The plan lists vle, which was set aside, so nothing is known of it. It leaves 2 students of this plan undecided.
      → Run again when vle can be read. Students whom this leaves undecided are on withheld.csv.
    "
  `);
  expect(reportIn(folder, 'data-quality.csv').replaceAll(/[\r\ufeff]/g, '')).toMatchInlineSnapshot(`
    ""code","severity","file","record","column","message","count"
    "feed-set-aside","warning","","","","vle was set aside, so nothing is known of it on any day: 1 file (vle.csv) was not opened. When the export is right, run again without --set-aside vle.","1"
    "feed-set-aside-effect","info","","","","The plan lists vle, which was set aside, so nothing is known of it. It leaves 2 students of this plan undecided. Run again when vle can be read. Students whom this leaves undecided are on withheld.csv.","1"
    "
  `);
  const { set_aside: setAside } = JSON.parse(reportIn(folder, 'run.json')) as { set_aside: unknown };
  expect(setAside).toEqual([{ feed: 'vle', files: ['vle.csv'] }]);
  const [, first = ''] = reportIn(folder, 'withheld.csv').split('\r\n');
  expect(first).toContain(
    '"VLE: set aside for this run, with nothing known from 28 September to 18 October 2026 (21 days)"',
  );
});

test('the same options in any order, repeated, and the other reader write the same bytes', async () => {
  const exports = { 'exports/vle.csv': BROKEN, 'exports/meetings.csv': 'student_id,held_at\n' };
  const both = [...WITHOUT_VLE, '--set-aside', 'meetings'];
  const [one, other, third] = [tidy(exports), tidy(exports), tidy(exports)];
  await runIn(one, ...AT, ...both);
  await runIn(other, ...AT, '--set-aside', 'meetings', ...both, ...WITHOUT_VLE);
  const places = ['--exports', join(third, 'exports'), '--out', join(third, 'reports'), '--reader', 'duckdb'];
  await command(['run', join(third, 'plans/ENG.yaml'), ...AT, ...places, ...both]);
  expect(setIn(other)).toEqual(setIn(one));
  expect(setIn(third)).toEqual(setIn(one));
  expect((await runIn(one, ...AT, ...both)).out).toContain('already the same: nothing was changed');
});

test('reports with and without the feed lie beside each other', async () => {
  const folder = tidy();
  await runIn(folder, ...AT);
  const { out } = await runIn(folder, ...AT, ...WITHOUT_VLE);
  expect(out).toContain('the earlier ones, which differ, are kept beside it');
  expect(readdirSync(join(folder, 'reports/ENG')).sort()).toEqual(['2026-10-18', '2026-10-18.earlier-1']);
});

test('--json says what was set aside, and --strict that it is worth a warning', async () => {
  const { code, out } = await runIn(tidy(), ...AT, ...WITHOUT_VLE, '--json', '--strict', '--dry-run');
  expect(code).toBe(4);
  expect(JSON.parse(out)).toMatchObject({
    set_aside: [{ feed: 'vle', files: ['vle.csv'] }],
    plans: [{ counts: { classifications: { withheld: 2 } } }],
  });
});

describe('a feed that makes no difference', () => {
  test('because no file holds it and no plan lists it, is a note', async () => {
    const folder = tidy();
    const { code, out, err } = await runIn(folder, ...AT, '--set-aside', 'activities', '--strict');
    expect(code).toBe(0);
    expect(out).toContain('Set aside, as unknown: activities');
    expect(err).toBe('note: activities was to be set aside, but no file in the exports holds it.\n');
    const outcomes = reportIn(folder, 'outcomes.csv');
    await runIn(folder, ...AT);
    expect(reportIn(folder, 'outcomes.csv')).toBe(outcomes);
  });
});

describe('registers', () => {
  const files = {
    'plans/ENG.yaml': planYaml({
      feeds: '[attendance]',
      indicators: '{ labs: { title: labs, feed: attendance, measure: rate, minimum: 50% } }',
    }),
    'exports/module_enrolments.csv': 'student_id,module_code\n0001,M1\n0002,M1\n',
    'exports/timetable.csv': 'event_id,module_code,starts_at\nE1,M1,2026-10-05T10:00\nE2,M1,2026-10-12T10:00\n',
    'exports/attendance.csv': 'student_id,event_id,starts_at,status\n0001,E1,2026-10-05T10:00,present\n',
  };

  test('are not chased for a feed that was set aside', async () => {
    const folder = tidy(files);
    await runIn(folder, ...AT);
    expect(reportIn(folder, 'registers-to-chase.csv')).toContain('"M1","E2"');
    const { out, err } = await runIn(folder, ...AT, '--set-aside', 'attendance');
    expect(out).not.toContain('Registers to chase');
    expect(err).toContain('2 files (attendance.csv, timetable.csv) were not opened');
    expect(reportIn(folder, 'registers-to-chase.csv').split('\r\n').filter(Boolean)).toHaveLength(1);
    expect(reportIn(folder, 'withheld.csv')).toContain('"attendance: set aside for this run');
  });
});

describe('explain', () => {
  const explained = (folder: string, ...more: readonly string[]): Promise<Said> => {
    const places = ['--exports', join(folder, 'exports'), '--reader', 'csv-parse'];
    return command(['explain', '0001', join(folder, 'plans/ENG.yaml'), ...AT, ...places, ...more]);
  };

  test('goes on without the feed too, and says that it did', async () => {
    const folder = tidy({ 'exports/vle.csv': BROKEN });
    expect((await explained(folder)).code).toBe(3);
    const { code, out, err } = await explained(folder, ...WITHOUT_VLE);
    expect(code).toBe(0);
    expect(out).toContain('\nSet aside, as unknown: vle\n');
    expect(out).toContain('vle, 2026-09-28 to 2026-10-18: the feed was set aside for this run');
    expect(err).toContain('vle was set aside');
  });

  test('as JSON', async () => {
    const { out } = await explained(tidy(), ...WITHOUT_VLE, '--json');
    expect(JSON.parse(out)).toMatchObject({
      classification: 'withheld',
      set_aside: [{ feed: 'vle', files: ['vle.csv'] }],
      missing: [{ feed: 'vle', why: 'set-aside', from: '2026-09-28', to: '2026-10-18', event: null }],
    });
  });

  test('refuses what is no feed', async () => {
    const { code, err } = await explained(tidy(), '--set-aside', 'QMplus');
    expect(code).toBe(2);
    expect(err).toContain('--set-aside "QMplus": there is no feed of that name.');
  });
});

test.each([['Vle'], ['lecture-capture'], ['students'], ['']])('--set-aside %j is refused', async (name) => {
  const folder = tidy({ 'exports/students.csv': STUDENTS });
  const { code, out, err } = await runIn(folder, ...AT, '--set-aside', name);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`--set-aside "${name}": there is no feed of that name.`);
  expect(readdirSync(folder).sort()).toEqual(['exports', 'plans']);
});
