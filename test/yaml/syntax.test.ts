import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/yaml/document.js';

function told(text: string): readonly string[] {
  const parsed = parseYaml({ file: 'a.yaml', text });
  return 'faults' in parsed
    ? parsed.faults.map(({ code, place }) => `${code} ${place?.line ?? ''}:${place?.lineColumn ?? ''}`)
    : [];
}

function message(text: string): string | undefined {
  const parsed = parseYaml({ file: 'a.yaml', text });
  return 'faults' in parsed ? parsed.faults[0]?.message : undefined;
}

describe('one slip is told once, where it is', () => {
  test.each([
    ['a: "open\n', 'A closing quote, bracket or comma is missing.'],
    ['a: [1, 2\n', 'The indentation does not fit the lines around it, or a bracket is not closed.'],
    ['a:\n\tb: 1\n', 'A tab is used to indent.'],
    ['a: b: c\n', 'A second colon makes another key where none can be.'],
    ['a: @name\n', 'Text cannot begin with this character unless it is in quotes.'],
    ['a: !secret x\n', 'A word that begins with "!" means something to YAML that is not supported here.'],
    ['[a]: 1\n', 'A key must be one short text.'],
    ['a: "C:\\q"\n', 'A backslash inside double quotes begins a special character, and this is none.'],
    ['- a\nb: 1\n', 'This is not well-formed YAML.'],
  ])('%j', (text, expected) => {
    expect(told(text)).toHaveLength(1);
    expect(message(text)).toBe(expected);
  });
});

test('what an editor of another system adds does no harm', () => {
  expect(told('---\r\na: 1\r\nb:\r\n  - x\r\n...\r\n')).toEqual([]);
  expect(told('# yaml-language-server: $schema=./schema/plan.json\n%YAML 1.2\n---\na: 1\n')).toEqual([]);
  expect(told('%YAML 1.2\n---\na: 1\n')).toEqual([]);
});

test('repeated keys are all told, beside the first slip', () => {
  expect(told('a: 1\nb: 2\na: 3\nb: 4\n')).toEqual(['yaml-duplicate-key 3:1', 'yaml-duplicate-key 4:1']);
});

test.each(['', '\n', '# only a remark\n'])('%j is empty', (text) => {
  expect(told(text)).toEqual(['yaml-empty :']);
});

test('a second document is refused at its beginning', () => {
  expect(told('a: 1\n---\nb: 2\n')).toEqual(['yaml-several-documents 2:1']);
});

test('aliases are refused, whether or not they would unfold', () => {
  expect(told('a: &x 1\nb: *x\nc: [*x, *y]\n')).toEqual(['yaml-alias 2:4', 'yaml-alias 3:5', 'yaml-alias 3:9']);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is no name', (key) => {
  expect(told(`a:\n  ${key}: 1\n`)).toEqual(['yaml-forbidden-key 2:3']);
});

describe('nesting', () => {
  const brackets = (count: number): string => `a: ${'['.repeat(count)}${']'.repeat(count)}`;

  test('is refused before the parser sees it', () => {
    expect(told(brackets(40))).toEqual([]);
    expect(told(brackets(41))).toEqual(['yaml-too-deep 1:1']);
    expect(told(`a: 1\nb: ${'{a: '.repeat(100_000)}`)).toEqual(['yaml-too-deep 2:1']);
    expect(told('- '.repeat(100_000))).toEqual(['yaml-too-deep 1:1']);
    expect(told('a: '.repeat(20_000))).toEqual(['yaml-syntax 1:4']);
    expect(told(`a: 1\n${' '.repeat(100_000)}`)).toEqual([]);
    expect(told(`${'- '.repeat(100_000)}x`)).toEqual(['yaml-too-deep 1:1']);
  });

  test('is told from many brackets side by side, or closed twice', () => {
    expect(told(`a: [${'[1], '.repeat(500)}]`)).toEqual([]);
    expect(told(`# ${']'.repeat(100)}\n${brackets(40)}`)).toEqual([]);
  });
});
