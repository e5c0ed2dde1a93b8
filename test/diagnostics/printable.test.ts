// What a message may show of what people and exports write.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable, printableIn, shortened } from '../../src/diagnostics/printable.js';

describe('printable', () => {
  test.each(['', 'Ada Obi', "O'Neill", '王小明', 'x\u200dy', '👩‍🎓', 'a\tb', 'שלום', 'é\u0301'])('keeps %j', (text) => {
    expect(printable(text)).toBe(text);
  });

  test.each([
    ['a colour', '\u001b[31mred', '\u{FFFD}[31mred'],
    ['the title of the window', '\u001b]0;owned\u0007', '\u{FFFD}]0;owned\u{FFFD}'],
    ['a C1 control', '\u009b2J', '\u{FFFD}2J'],
    ['NUL and DEL', '\u0000\u007f', '\u{FFFD}\u{FFFD}'],
    ['line breaks of every kind', 'a\nb\rc\u0085d\u2028e\u2029f', 'a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f'],
    ['marks that turn the direction', '\u202agpj.exe\u2066', '\u{FFFD}gpj.exe\u{FFFD}'],
  ])('shows that there was %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('replaces all marks of direction and nothing beside them', () => {
    const codes = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code));
    const turned = codes.filter((it) => !/\p{Cc}/u.test(it) && printable(it) !== it).map((it) => it.charCodeAt(0));
    const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
    expect(turned).toEqual([0x61c, 0x200e, 0x200f, ...range(0x2028, 0x202e), ...range(0x2066, 0x2069)]);
  });
});

test('printableIn goes through objects and lists and leaves everything else', () => {
  const value = { name: 'a\u001b', tags: ['b\u202e', 3, null], deeper: { on: true, day: undefined } };
  expect(printableIn(value)).toEqual({
    name: 'a\u{FFFD}',
    tags: ['b\u{FFFD}', 3, null],
    deeper: { on: true, day: undefined },
  });
});

describe('shortened', () => {
  test.each([
    ['abcd', 'abcd'],
    ['abcde', 'abc…'],
    ['ab👩d', 'ab…'],
  ])('%j to four characters', (text, short) => {
    expect(shortened(text, 4)).toBe(short);
  });

  test('is never longer than asked for, and holds no half of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, longest) => {
        const short = shortened(text, longest);
        expect(short.length).toBeLessThanOrEqual(longest);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
