// What strangers write into exports, plans and command lines reaches the terminal as harmless text, and names nobody.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, planYaml, runIn, STUDENTS, tidy, VLE, type Said } from './command.js';

/** A colour, the title of the window, a C1 control, a line break, a mark of direction, a separator. */
const HOSTILE = '\u001b[31m\u001b]0;owned\u0007\u009b2J\nerror: all is lost\r\u202e\u2066\u200f\u061c\u2028';
/** The same for what cannot hold a line break. */
const IN_LINE = HOSTILE.replace(/[\n\r]/g, '');

// Not made of the program's own list: that would prove nothing.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const DANGEROUS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

function expectShownHarmless(said: Said): void {
  expectHarmless(said);
  expect(said.out + said.err).toContain('\u{FFFD}');
}

/** Where nothing of it is quoted, nothing shows that it was there. */
function expectHarmless({ out, err }: Said): void {
  expect(out).not.toMatch(DANGEROUS);
  expect(err).not.toMatch(DANGEROUS);
  expect(err).not.toMatch(/^error: all is lost/m);
}

describe('command lines', () => {
  test.each<[string, readonly string[]]>([
    ['an unknown command', [HOSTILE]],
    ['an unknown option', ['check', `--${HOSTILE}`]],
    ['an unknown option with the likeness of a suggestion', ['check', `--x\n(Did you mean ${HOSTILE}?)`]],
    ['a choice that there is not', ['run', '--at', 'x', '--reader', HOSTILE]],
    ['a plan', ['check', HOSTILE]],
    ['a file', ['check', `${HOSTILE}.yaml`]],
  ])('%s', async (_, argv) => {
    const said = await command(argv);
    expect(said.code).toBe(2);
    expectShownHarmless(said);
  });

  test.each<[string, number, readonly string[]]>([
    ['--at', 2, ['--at', HOSTILE]],
    ['--exports', 3, ['--at', 'week_3', '--exports', `/${HOSTILE}`]],
    ['--out', 0, ['--at', 'week_3']],
  ])('%s', async (option, code, more) => {
    const folder = tidy();
    const out = option === '--out' ? ['--out', join(folder, HOSTILE)] : [];
    const said = await runIn(folder, ...more, ...out);
    expect(said.code).toBe(code);
    expectShownHarmless(said);
  });

  test('the student of explain', async () => {
    const folder = tidy();
    const places = [join(folder, 'plans/ENG.yaml'), '--at', 'week_3', '--exports', join(folder, 'exports')];
    const said = await command(['explain', HOSTILE, ...places, '--reader', 'csv-parse']);
    expect(said.code).toBe(3);
    expectShownHarmless(said);
  });
});

describe('exports', () => {
  test.each<[string, Readonly<Record<string, string>>, number]>([
    ['the name of a file', { [`exports/vle${HOSTILE.replaceAll('/', '')}.csv`]: '\n' }, 3],
    ['the name of a column', { 'exports/vle.csv': `student_id,occurred_at,"${HOSTILE}","${HOSTILE}"\n` }, 3],
    ['a date', { 'exports/vle.csv': VLE.replace('2026-10-10T10:00', `"2026${IN_LINE}"`) }, 3],
    ['an id', { 'exports/vle.csv': VLE.replace('0002', `"7${IN_LINE}"`) }, 3],
    ['a school', { 'exports/students.csv': STUDENTS.replace('ENG', `"ENG${IN_LINE}"`) }, 0],
  ])('%s', async (_, files, code) => {
    const said = await runIn(tidy(files), '--at', 'week_3');
    expect(said.code).toBe(code);
    expectHarmless(said);
  });

  test('names of students and of files, explained', async () => {
    const folder = tidy({ 'exports/students.csv': STUDENTS.replace('Ada', `"Ada${IN_LINE}"`) });
    renameSync(join(folder, 'exports/vle.csv'), join(folder, `exports/vle${HOSTILE}.csv`));
    const argv = ['explain', '0001', join(folder, 'plans/ENG.yaml'), '--at', 'week_3', '--reader', 'csv-parse'];
    const places = ['--exports', join(folder, 'exports')];
    const said = await command([...argv, ...places]);
    expect(said.code).toBe(0);
    expectShownHarmless(said);
    expect(said.out).toContain('0001  Ada');
    const json = await command([...argv, ...places, '--json']);
    expect(json.out).not.toMatch(DANGEROUS);
    const { student, records } = JSON.parse(json.out) as { student: object; records: readonly object[] };
    expect(student).toMatchObject({ first_name: expect.stringContaining('\u202e') as string });
    expect(records[0]).toMatchObject({ file: `vle${HOSTILE}.csv` });
  });
});

describe('plans', () => {
  const title = '"Engineering\\u202e\\u2028\\u200f"';

  test('a title, checked and run', async () => {
    const folder = tidy({ 'plans/ENG.yaml': planYaml({ title }) });
    expectShownHarmless(await command(['check', join(folder, 'plans/ENG.yaml')]));
    expectShownHarmless(await runIn(folder, '--at', 'week_3'));
    const json = await command(['check', join(folder, 'plans/ENG.yaml'), '--json']);
    expect(json.out).not.toMatch(DANGEROUS);
    expect(JSON.parse(json.out)).toMatchObject({ plans: [{ title: 'Engineering\u202e\u2028\u200f' }] });
  });

  test('programmes of a group', async () => {
    const groups = '{ few: { when: { programmes: ["P\\e[31m\\u202e"] }, rule: qmplus } }';
    const folder = tidy({ 'plans/ENG.yaml': planYaml({ groups }) });
    expectShownHarmless(await command(['check', join(folder, 'plans/ENG.yaml')]));
  });

  test('keys, values, and the lines around them', async () => {
    const yaml = planYaml({ policy: `"${IN_LINE}"`, reply_within_days: `"\\e]0;x\\a\\u202e\\u2028"` });
    const folder = tidy({ 'plans/ENG.yaml': `${yaml}"\\e[2J\\u2066": 1\n# ${IN_LINE}\n` });
    const said = await command(['check', join(folder, 'plans/ENG.yaml')]);
    expect(said.code).toBe(2);
    expectShownHarmless(said);
    expect(said.err).toContain('> ');
  });

  test('the name of the file, beside its frame', async () => {
    const folder = tidy();
    mkdirSync(join(folder, 'other'));
    const file = join(folder, `other/eng${HOSTILE}.yaml`);
    writeFileSync(file, planYaml({ reply_within_days: 'seven' }));
    const said = await command(['check', file]);
    expectShownHarmless(said);
    expect(said.err).toContain('reply_within_days: seven');
  });
});

describe('nothing personal beyond ids', () => {
  const header = STUDENTS.split('\n')[0] ?? '';
  const cells = ['0003', 'Chidi', 'Okonkwo', 'chidi@example.ac.uk', 'ENG', 'P1', 'taught', '2026-09-28', 'enrolled'];

  test.each(cells.map((_, at) => [at] as const))('a row that has shifted by %i cells', async (at) => {
    const shifted = [...cells.slice(at), ...cells.slice(0, at)].join(',');
    const folder = tidy({ 'exports/students.csv': `${header}\n${shifted}\n`, 'exports/vle.csv': VLE });
    const { err } = await runIn(folder, '--at', 'week_3');
    expect(err).not.toMatch(/Chidi|Okonkwo|@/);
    if (at > 0) expect(err).toContain('students.csv, record 1');
  });

  test('a cell that holds half a file is not repeated', async () => {
    const life = `2026 ${'she was seen by Dr Obi on 3 May; '.repeat(50)}`;
    const { err } = await runIn(
      tidy({ 'exports/vle.csv': VLE.replace('2026-10-10T10:00', `"${life}"`) }),
      '--at',
      'week_3',
    );
    expect(err).toContain('vle.csv, record 2');
    expect(err).not.toContain('Obi');
    expect(err.length).toBeLessThan(500);
  });
});
