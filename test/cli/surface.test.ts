// The outer layer: help, wrong usage, colours, and streams that fail.
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { ranges } from '../../src/cli/record-list.js';
import { progressLine } from '../../src/cli/progress.js';
import { openTerminal } from '../../src/cli/terminal.js';
import { command, failing, planYaml, runIn, tidy } from './command.js';

test('--help and --version go to stdout with 0', async () => {
  const help = await command(['--help']);
  expect(help.code).toBe(0);
  expect(help.out).toContain('run [options] [plan...]');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await command(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each([
  [[], 'Usage: checkpoint'],
  [['run'], "Required option '--at <date|checkpoint>' not specified"],
  [['rum'], 'Did you mean run?'],
  [['run', '--at', 'x', '--reader', 'excel'], 'Allowed choices are duckdb, csv-parse.'],
])('wrong usage %j: exit 2, on stderr', async (argv, message) => {
  const { code, out, err } = await command(argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

describe('colour', () => {
  const escape = '\u001b[';
  const check = (isTerminal: boolean, env: NodeJS.ProcessEnv = {}): Promise<string> => {
    const plan = `${tidy()}/plans/ENG.yaml`;
    return command(['check', plan], { isTerminal, env }).then(({ out }) => out);
  };

  test('on a terminal only, and not where NO_COLOR or TERM=dumb asks for none', async () => {
    expect(await check(true)).toContain(escape);
    expect(await check(false)).not.toContain(escape);
    expect(await check(true, { NO_COLOR: '1' })).not.toContain(escape);
    expect(await check(true, { TERM: 'dumb' })).not.toContain(escape);
  });
});

describe('streams that fail', () => {
  const sink = (): PassThrough => new PassThrough().resume();

  test('a reader that has gone away is no error', async () => {
    const folder = tidy();
    expect(
      await main(['check', `${folder}/plans/ENG.yaml`], { stdout: failing('EPIPE'), stderr: sink(), env: {} }),
    ).toBe(0);
  });

  test('a full disk is 74, and says so', async () => {
    const folder = tidy();
    const stderr = sink();
    let err = '';
    stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    expect(await main(['check', `${folder}/plans/ENG.yaml`], { stdout: failing('ENOSPC'), stderr, env: {} })).toBe(74);
    expect(err).toContain('The output could not be written (ENOSPC).');
  });

  test('with stderr failing too only the code is left', async () => {
    const folder = tidy();
    const streams = { stdout: failing('ENOSPC'), stderr: failing('ENOSPC'), env: {} };
    expect(await main(['check', `${folder}/plans/ENG.yaml`], streams)).toBe(74);
  });
});

test('Ctrl-C is 130 and leaves no report', async () => {
  const folder = tidy();
  const running = runIn(folder, '--at', 'week_3');
  process.emit('SIGINT');
  const { code, out, err } = await running;
  expect({ code, out }).toEqual({ code: 130, out: '' });
  expect(err).toContain('Interrupted.');
});

describe('check', () => {
  test('lists checkpoints, windows and what is done', async () => {
    const folder = tidy();
    await runIn(folder, '--at', 'week_3');
    const plan = `${folder}/plans/ENG.yaml`;
    const { code, out, err } = await command(['check', plan, '--out', `${folder}/reports`]);
    expect(out.replaceAll(folder, '.')).toBe(`School of Engineering (ENG), ./plans/ENG.yaml: valid
  week_3  2026-10-18  window 2026-09-28 to 2026-10-18  done
          21 monitored days, 3 teaching weeks
          qmplus 2 days
  week_6  2026-11-08  window 2026-10-19 to 2026-11-08
          21 monitored days, 3 teaching weeks
          qmplus 2 days
  everyone: qmplus
  sponsored students (9): RQF 4, 5 or none withheld, as no rule is declared; classroom-based study of all types; authorised absence leaves the month; reported within 10 working days
`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const json = JSON.parse((await command(['check', plan, '--out', `${folder}/reports`, '--json'])).out) as object;
    expect(json).toMatchObject({
      exit_code: 0,
      plans: [{ plan: 'ENG', checkpoints: [{ id: 'week_3', done: true }, { done: false }] }],
    });
  });

  test('shows a fault at its place, with a frame and a remedy, and returns 2', async () => {
    const folder = tidy({ 'plans/ENG.yaml': planYaml().replace('reply', 'reply').replace('leads:', 'laeds:') });
    const { code, out, err } = await command(['check', `${folder}/plans/ENG.yaml`]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/ENG\.yaml:6:1/);
    expect(err).toContain('laeds');
    expect(err).toContain('leads');
  });

  test('warnings are 4 under --strict', async () => {
    const folder = tidy({ 'plans/ENG.yaml': planYaml({ feeds: '[vle]' }) });
    expect((await command(['check', `${folder}/plans/ENG.yaml`])).code).toBe(0);
    expect((await command(['check', `${folder}/plans/ENG.yaml`, '--strict'])).code).toBe(4);
  });
});

test.each([
  [[1], '1'],
  [[3, 1, 2], '1–3'],
  [[1, 3, 4, 9], '1, 3–4, 9'],
])('records %j are written %s', (numbers, text) => {
  expect(ranges(numbers)).toBe(text);
});

test('progress is one line that is wiped, for somebody who watches', () => {
  const shown: string[] = [];
  const terminal = {
    ...openTerminal({ stdout: sinkOf([]), stderr: sinkOf(shown), env: {} }, new AbortController().signal),
  };
  const watched = progressLine({ ...terminal, isWatched: true });
  watched.report('Checking exports', 1, 4);
  watched.report('Checking exports', 1, 4);
  watched.report('Checking exports', 0, 0);
  watched.clear();
  watched.clear();
  expect(shown.map((text) => text.replace('\r\u001b[2K', '|'))).toEqual([
    '|Checking exports … 25 %',
    '|Checking exports … 100 %',
    '|',
  ]);
  progressLine({ ...terminal, isWatched: false }).report('x', 1, 2);
  progressLine({ ...terminal, isWatched: true }, true).report('x', 1, 2);
  expect(shown).toHaveLength(3);
});

function sinkOf(texts: string[]): PassThrough {
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => texts.push(chunk.toString('utf8')));
  return stream;
}
