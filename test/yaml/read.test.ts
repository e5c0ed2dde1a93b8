import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fault } from '../../src/diagnostics/catalogue.js';
import { date, listOf, mapping, named, oneOf, oneOrMore, text, wholeNumber, yesOrNo } from '../../src/yaml/expect.js';
import { readYaml } from '../../src/yaml/read.js';

const code = text('a code', /^\S+$/);

const schema = mapping('a mapping of things', {
  code: code.optional(),
  codes: oneOrMore('a code, or a list of codes', code).optional(),
  on: date().optional(),
  size: wholeNumber(1, 9).optional(),
  colour: oneOf(['red', 'green', 'blue']).optional(),
  only: oneOf(['this']).optional(),
  open: yesOrNo().optional(),
  people: listOf('a list of people', mapping('a person', { name: code })).optional(),
  places: named('places by name', text('a small name', /^[a-z]+$/), wholeNumber(1, 9)).optional(),
  either: z
    .union([wholeNumber(1, 9), mapping('a mapping with low', { low: wholeNumber(1, 9) })], { error: 'a number or low' })
    .optional(),
  word: z.union([oneOf(['one']), oneOf(['two'])], { error: '"one" or "two"' }).optional(),
});

function told(yaml: string): readonly string[] {
  const result = readYaml({ file: 'a.yaml', text: yaml }, schema);
  if (!('faults' in result)) return [];
  return result.faults.map((it) => `${it.place?.line ?? ''}:${it.place?.lineColumn ?? ''} ${it.message} ${it.hint}`);
}

test('YAML 1.2 reads dates, percentages, times and yes as text', () => {
  const result = readYaml(
    { file: 'a.yaml', text: 'a: 2026-10-18\nb: 60%\nc: 12:30\nd: yes\ne: 0123\nf: "0123"\n' },
    z.unknown(),
  );
  expect('value' in result && result.value.written).toEqual({
    a: '2026-10-18',
    b: '60%',
    c: '12:30',
    d: 'yes',
    e: 123,
    f: '0123',
  });
});

test('keys are text, whatever they look like', () => {
  const result = readYaml({ file: 'a.yaml', text: '0123: a\ntrue: b\nnull: c\n' }, z.unknown());
  expect('value' in result && result.value.written).toEqual({ '0123': 'a', true: 'b', null: 'c' });
});

test('what is right is read', () => {
  const result = readYaml(
    { file: 'a.yaml', text: 'codes: [A, "01"]\non: 1970-01-02\nplaces: { here: 1 }\neither: { low: 2 }\n' },
    schema,
  );
  expect('value' in result && result.value.written).toEqual({
    codes: ['A', '01'],
    on: 1,
    places: { here: 1 },
    either: { low: 2 },
  });
});

describe('each objection says where, what and what to do', () => {
  test.each([
    [
      'colr: red',
      [
        '1:1 There is no key "colr" here. The keys allowed here are: code, codes, on, size, colour, only, open, people, places, either, word.',
      ],
    ],
    ['colours: red', ['1:1 There is no key "colours" here. Did you mean "colour"?']],
    [
      'code: 0123',
      ['1:7 0123 is read as a number or a truth value, but text belongs here. Put quotes round it: "0123".'],
    ],
    [
      'codes: true',
      ['1:8 true is read as a number or a truth value, but text belongs here. Put quotes round it: "true".'],
    ],
    ['codes: { a: 1 }', ['1:8 A mapping cannot stand here. Write a code, or a list of codes.']],
    ['on: 2026-02-30', ['1:5 There is no day 2026-02-30. Check the day, the month and the year, from 1900 to 2199.']],
    ['on: 30.2.2026', ['1:5 "30.2.2026" cannot stand here. Write a date such as 2026-10-18.']],
    ['on: 2026', ['1:5 2026 cannot stand here. Write a date such as 2026-10-18.']],
    ['size: 0', ['1:7 0 cannot stand here. Write a whole number from 1 to 9.']],
    ['size: 10', ['1:7 10 cannot stand here. Write a whole number from 1 to 9.']],
    ['colour: rde', ['1:9 "rde" cannot stand here. Write "red", "green" or "blue".']],
    ['colour: gren', ['1:9 "gren" cannot stand here. Did you mean "green"? Write "red", "green" or "blue".']],
    ['only: that', ['1:7 "that" cannot stand here. Write "this".']],
    ['open: yes', ['1:7 "yes" cannot stand here. Write true or false, without quotes.']],
    [
      'people:\n  - nam: X',
      ['2:5 "name" is missing. Add "name:" with a code.', '2:5 There is no key "nam" here. Did you mean "name"?'],
    ],
    [
      'people:\n  - name: X\n  -',
      ['3:4 "people" has nothing in it. Write a person, or take the key away if it is not needed.'],
    ],
    ['people: [X]', ['1:10 "X" cannot stand here. Write a person.']],
    ['places: { Here: 1 }', ['1:11 "Here" cannot be a name here. Write a small name.']],
    ['places: {}', ['1:1 "places" has nothing in it. Write places by name, or take the key away if it is not needed.']],
    ['code: ""', ['1:1 "code" has nothing in it. Write a code, or take the key away if it is not needed.']],
    ['either: { low: 0 }', ['1:16 0 cannot stand here. Write a whole number from 1 to 9.']],
    ['either: low', ['1:9 "low" cannot stand here. Write a number or low.']],
    ['word: three', ['1:7 "three" cannot stand here. Write "one" or "two".']],
    ['[a]', ['1:1 A list cannot stand here. Write a mapping of things.']],
    ['~', ['1:1 The file is empty. Start from an example of the README.']],
    [
      `? code\n? size\n`,
      [
        '1:3 "code" has nothing in it. Write a code, or take the key away if it is not needed.',
        '2:3 "size" has nothing in it. Write a whole number from 1 to 9, or take the key away if it is not needed.',
      ],
    ],
  ])('%j', (yaml, expected) => {
    expect(told(yaml)).toEqual(expected);
  });
});

test('all objections of a file come together, in the order of their places', () => {
  expect(told('word: three\nsize: 0\nzzz: 1\non: x\n').map((it) => it.slice(0, 3))).toEqual([
    '1:7',
    '2:7',
    '3:1',
    '4:5',
  ]);
});

test('what is shown of a value is short and cannot drive a terminal', () => {
  expect(told(`colour: "\\e[31m${'x'.repeat(100)}"`)).toEqual([
    `1:9 "\u{FFFD}[31m${'x'.repeat(55)}…" cannot stand here. Write "red", "green" or "blue".`,
  ]);
});

test('a reader may have its own words for what is missing', () => {
  const required = mapping('a mapping', { leads: listOf('leads', code) });
  const whenMissing = { leads: (place: object) => fault('plan-without-leads', {}, { file: 'b.yaml', ...place }) };
  for (const yaml of ['other: 1', 'leads:', 'leads: []', 'leads: {}', 'leads: ""']) {
    const result = readYaml({ file: 'a.yaml', text: yaml }, required, whenMissing);
    expect('faults' in result && result.faults.map((it) => it.code)).toContain('plan-without-leads');
  }
});
