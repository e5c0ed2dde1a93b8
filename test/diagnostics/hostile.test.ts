// Whatever a file, a cell or a command line holds, a message about it is one harmless line and not a long one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fault, type Code, type Fault } from '../../src/diagnostics/catalogue.js';
import { catalogues } from './catalogues.js';

type Operands = Readonly<Record<string, unknown>>;
/** An operand of a closed set may know no remedy for a hostile word. */
type Stated = Omit<Fault, 'hint'> & { readonly hint?: string };
type State = (code: Code, operands: Operands, place: Fault['place']) => Stated;

const state = fault as unknown as State;

/** What a code asks its operands for by itself, found by letting it speak. */
function namesOf(code: Code): readonly string[] {
  const names = new Set<string>();
  const asked = new Proxy<Operands>({}, { get: (_, name) => (names.add(String(name)), ['x']) });
  for (const speak of [catalogues[code].message, catalogues[code].hint] as ((args: Operands) => string)[]) {
    try {
      speak(asked);
    } catch {
      // A text was wanted and not a list; the name is known all the same, and others are found with it.
    }
  }
  return [...names];
}

/** Of all codes: one that takes the rest of its operands in one does not say by name what it asks for. */
const KNOWN = [...new Set((Object.keys(catalogues) as Code[]).flatMap(namesOf))];

function operandsOf(shapes: Readonly<Record<string, 'text' | 'list'>>, text: string): Operands {
  const others = KNOWN.map((name) => [name, text]);
  const own = Object.entries(shapes).map(([name, shape]) => [name, shape === 'list' ? [text, text] : text]);
  return Object.fromEntries([...others, ...own]) as Operands;
}

/** Each operand as a text or as a list of texts, whichever lets the code speak. */
function shapesOf(code: Code): Readonly<Record<string, 'text' | 'list'>> {
  let names = namesOf(code);
  for (let attempt = 0; attempt < 2 ** 8; attempt += 1) {
    const shapes = Object.fromEntries(names.map((name, at) => [name, (attempt >> at) & 1 ? 'list' : 'text'] as const));
    const found = new Set(names);
    const watched = new Proxy<Operands>(operandsOf(shapes, 'x'), {
      get: (target, name) => (found.add(String(name)), target[String(name)] ?? 'x'),
    });
    try {
      (catalogues[code].message as (args: Operands) => string)(watched);
      (catalogues[code].hint as (args: Operands) => string)(watched);
      if (found.size === names.length) return shapes;
    } catch {
      // Another shape.
    }
    if (found.size > names.length) [names, attempt] = [[...found], -1];
  }
  throw new Error(`no operands make ${code} speak`);
}

const CODES = Object.keys(catalogues) as Code[];
const SHAPES = new Map(CODES.map((code) => [code, shapesOf(code)]));

function stated(code: Code, hostile: string): Stated {
  const operands = operandsOf(SHAPES.get(code) ?? {}, hostile);
  return state(code, operands, { file: hostile, column: hostile, record: 1 });
}

function spoken({ message, hint = '', place }: Stated): readonly string[] {
  return [message, hint, place?.file ?? '', place?.column ?? ''];
}

// Not made of the program's own list: that would prove nothing.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const DANGEROUS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const dangerous = fc.oneof(
  fc.constantFrom(
    '\u001b]0;owned\u0007',
    '\u001b[2J',
    '\r\n',
    '\u2028',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u061c',
    '\u009b',
  ),
  fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code)),
);
const hostile = fc
  .array(fc.oneof(dangerous, fc.string({ unit: 'binary' }), fc.constantFrom('web page', 'column ')), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('the operands of most codes were found', () => {
  const quoting = [...SHAPES.values()].filter((shapes) => Object.keys(shapes).length > 0);
  expect(quoting.length).toBeGreaterThan(CODES.length / 2);
  expect(SHAPES.get('at-no-plan')).toEqual({ at: 'text', known: 'list' });
});

describe.each(CODES)('%s', (code) => {
  test('never holds a character that a terminal obeys', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const said of spoken(stated(code, text))) expect(said).not.toMatch(DANGEROUS);
      }),
      { numRuns: 100, seed: 20250901 },
    );
  });
});

/** Paths and what the program itself says are never cut. */
const WHOLE = ['folder', 'exports', 'file', 'earlier', 'lock', 'allowed', 'expected', 'feature', 'problem'];

test.each(CODES.filter((code) => !Object.keys(SHAPES.get(code) ?? {}).some((name) => WHOLE.includes(name))))(
  '%s quotes no more than the beginning of a long text',
  (code) => {
    const { message, hint = '', place } = stated(code, 'x'.repeat(100_000));
    expect(message.length).toBeLessThan(800);
    expect(hint.length).toBeLessThan(800);
    expect(place?.column?.length).toBeLessThan(80);
  },
);
