// What is suggested for a file that nobody claims: of each system's exports its own mapping, and what can be pasted.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fitOf } from '../../../src/exports/suggest/fit-mapping.js';
import { sampleOf } from '../../../src/exports/suggest/sample.js';
import { suggestionFor, type Suggestion } from '../../../src/exports/suggest/suggest.js';
import { sourceLines, suggestedSource } from '../../../src/exports/suggest/suggestion-yaml.js';
import { standingApart } from '../../../src/exports/suggest/stand-apart.js';
import type { Mapping } from '../../../src/mapping/mapping.js';
import { loadMappings } from '../../../src/workspace/sources.js';
import { faultsIn, READY_MAPPINGS } from '../mapped/sources.js';
import { withFolder } from '../workspace.js';

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/exports-of-systems');
const MAPPINGS: readonly Mapping[] = await loadMappings([READY_MAPPINGS]);
const EXPORTS = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'people')
  .flatMap(({ name: system }) => readdirSync(join(FIXTURES, system, 'exports')).map((file) => ({ system, file })));

async function suggested(folder: string, file: string): Promise<Suggestion | null> {
  return suggestionFor(await sampleOf(join(folder, file), file), MAPPINGS);
}

async function ofText(text: string, file = 'some export.csv'): Promise<Suggestion | null> {
  return withFolder({ [file]: text }, (folder) => suggested(folder, file));
}

/** What a source pasted as it is, or with its blanks filled, is told. */
function told(lines: readonly string[]): readonly string[] {
  const pasted = `sources:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
  return faultsIn(pasted).map(({ message }) => message);
}

describe.each(EXPORTS)('$system: $file', ({ system, file }) => {
  test('is suggested the mapping that its own source names', async () => {
    const yaml = parse(readFileSync(join(FIXTURES, system, 'sources.yaml'), 'utf8')) as {
      readonly sources: Readonly<Record<string, { readonly mapping: string }>>;
    };
    const own = new Set(Object.values(yaml.sources).map(({ mapping }) => mapping));
    const suggestion = await suggested(join(FIXTURES, system, 'exports'), file);
    expect(own).toContain(suggestion?.mapping);
  });

  test('can be pasted, once what is blank is filled in', async () => {
    const suggestion = await suggested(join(FIXTURES, system, 'exports'), file);
    if (suggestion === null) throw new Error('nothing is suggested');
    const { missing, left } = suggestion;
    const lines = sourceLines(suggestedSource(suggestion, file));
    expect(told(lines.map((line) => line.replace(/""$/, '2026-11-05T17:00')))).toEqual([]);
    const blanks = [...missing, ...left];
    expect(lines.filter((line) => line.startsWith('# Still to be filled in'))).toEqual(
      blanks.length === 0 ? [] : [`# Still to be filled in, or the source is refused: ${blanks.join(', ')}.`],
    );
    expect(told(lines).length > 0).toBe(blanks.length > 0);
  });
});

describe('what the mapping makes itself proves nothing', () => {
  const HEAD = ',"ID number","Email address"';
  test.each([
    ['times without names', `${HEAD},Quiz,,Essay,\n`, 'moodle-completion'],
    ['times named after the day expected', `${HEAD},Quiz,2026-10-09 17:00:00\n`, 'moodle-completion'],
    ['a column of another name behind an activity', `${HEAD},Quiz,Essay\n`, null],
    ['an activity without its time', `${HEAD},Quiz,,Essay\n`, null],
    ['no activity', `${HEAD}\n`, null],
  ])('%s', async (_, text, mapping) => {
    expect((await ofText(text))?.mapping ?? null).toBe(mapping);
  });
});

describe('columns that are missing', () => {
  const HEADER = ['Student ID', 'Event ID', 'Module', 'Date', 'Start Time', 'Mark'];
  test('up to a third are left to be filled in', () => {
    const register = MAPPINGS.filter(({ name }) => name === 'celcat-register');
    const lacking = (...names: readonly string[]) => {
      const cells = HEADER.filter((name) => !names.includes(name));
      return register.map((mapping) => fitOf([{ number: 1, cells }], mapping)?.missing);
    };
    expect(lacking()).toEqual([[]]);
    expect(lacking('Mark')).toEqual([['status']]);
    expect(lacking('Mark', 'Module')).toEqual([['module_code', 'status']]);
    expect(lacking('Mark', 'Module', 'Event ID')).toEqual([undefined]);
  });

  test('speak louder than those that are there', async () => {
    expect((await ofText('Student ID,Event ID,Module,Date,Start Time\n'))?.mapping).toBe('celcat-register');
    // Of a register nothing is left here but who was expected at what.
    expect((await ofText('Student ID,Event ID,Date,Start Time\n'))?.table).toBe('allocations');
  });

  test('joined columns count among them', async () => {
    const suggestion = await ofText(`${HEADER.join(',')}\n`);
    expect([suggestion?.mapping, suggestion?.found, suggestion?.of]).toEqual(['celcat-register', 6, 8]);
  });

  test('a student is told by number before address, which a person is to look at', async () => {
    const worksheet = 'Status,Last modified (submission)';
    expect((await ofText(`E-mail,${worksheet},ID number\n`))?.columns['student_id']).toBe('ID number');
    const byAddress = await ofText(`E-mail,${worksheet}\n`);
    expect([byAddress?.columns['student_id'], byAddress?.guessed]).toEqual([
      { column: 'E-mail', through: 'email' },
      ['student_id'],
    ]);
    expect((await ofText(`Student ID,${worksheet}\n`))?.columns['student_id']).toBe('');
  });
});

test('what is said of one assignment alone is said of no other file', async () => {
  const filesOf = async (text: string, file: string): Promise<string | undefined> => {
    const suggestion = await ofText(text, file);
    return suggestion === null ? undefined : suggestedSource(suggestion, file).files;
  };
  const inbox = 'Email,Date Uploaded\n';
  expect(await filesOf(inbox, 'ECS401U report 1.csv')).toBe('ECS401U report 1.csv');
  expect(await filesOf(inbox, 'ECS401U report 1 (2) 2026-11-09.csv')).toBe('ECS401U report 1 ?2? *.csv');
  expect(await filesOf(inbox, 'report_20261109-1030.csv')).toBe('report_*.csv');
  expect(await filesOf('ID number,Quiz: A (Real)\n', 'ECS401U Grades-20261109_1030.csv')).toBe('ECS401U Grades-*.csv');
  expect(await filesOf(',ID number,Quiz,\n', 'progress 12.csv')).toBe('progress*.csv');
});

describe('sources that stand in one file', () => {
  const draft = (file: string, files: string, says: object = { mapping: 'moodle-log' }) => ({
    file,
    name: 'log',
    files,
    says,
    remarks: [],
  });
  const apart = (drafts: readonly ReturnType<typeof draft>[], ...others: readonly string[]) =>
    standingApart(drafts, [...drafts.map(({ file }) => file), ...others]).map(({ name, files }) => [name, files]);

  test('are one where one pattern and one way of reading take them in', () => {
    expect(apart([draft('log 1.csv', 'log*.csv'), draft('log 2.csv', 'log*.csv')])).toEqual([
      ['log', 'log*.csv'],
      ['log', 'log*.csv'],
    ]);
  });

  test('are told apart by the whole name where they are read otherwise', () => {
    const tab = { mapping: 'moodle-log', separator: 'tab' };
    expect(apart([draft('log 1.csv', 'log*.csv'), draft('log (2).csv', 'log*.csv', tab)])).toEqual([
      ['log', 'log 1.csv'],
      ['log-2', 'log ?2?.csv'],
    ]);
  });

  test('take no file that something else takes', () => {
    expect(apart([draft('log 1.csv', 'log*.csv')], 'log of visitors.csv')).toEqual([['log', 'log 1.csv']]);
    expect(apart([draft('log 1.csv', 'log*.csv')], 'blog.csv')).toEqual([['log', 'log*.csv']]);
  });
});
