// Building blocks of schemas for YAML. Their error texts are not prose: each says what is expected at its place, as a
// noun phrase ("a date such as 2026-10-18"), and issues.ts hands it to the catalogue's sentences.
import { z } from 'zod';
import { parseDay } from '../calendar/day.js';

/** Begins the error text of what must be text: a number there was meant as text and wants quotes. */
export const TEXT = 'text:';
/** Separates the allowed keys in the error text of a mapping with an unknown key. */
export const KEY_SEPARATOR = ' ';
/** The parameter of an issue that says whether the date only looks like one. */
export const IMPOSSIBLE_DATE = 'isImpossibleDate';

/** A mapping with exactly these keys. */
export function mapping<Shape extends z.core.$ZodLooseShape>(expects: string, shape: Shape) {
  const keys = Object.keys(shape).join(KEY_SEPARATOR);
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? keys : expects) });
}

/** A mapping from names to things of one kind, at least one. */
export function named<Thing extends z.ZodType>(expects: string, name: z.ZodString, thing: Thing) {
  const things = z.record(name, thing, { error: expects });
  return things.refine((it) => Object.keys(it).length > 0, { error: expects });
}

/** Text of a certain pattern. */
export function text(expects: string, pattern: RegExp) {
  return z.string({ error: `${TEXT}${expects}` }).regex(pattern, { error: expects });
}

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: expectedOneOf(words) });
}

function expectedOneOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  const [last = ''] = quoted.slice(-1);
  return quoted.length === 1 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

export function yesOrNo() {
  return z.boolean({ error: 'true or false, without quotes' });
}

export function wholeNumber(from: number, to: number) {
  const error = `a whole number from ${from} to ${to}`;
  return z.int({ error }).min(from, { error }).max(to, { error });
}

export function listOf<Thing extends z.ZodType>(expects: string, thing: Thing) {
  return z.array(thing, { error: expects }).min(1, { error: expects });
}

/** One thing, or a list of them; read as a list. */
export function oneOrMore<Thing extends z.ZodType>(expects: string, thing: Thing) {
  const many = z.union([listOf(expects, thing), thing], { error: expects });
  return many.transform((it) => (Array.isArray(it) ? it : [it]) as readonly z.output<Thing>[]);
}

const DATE_PATTERN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

/** `2026-10-18` as a London day. */
export function date() {
  const expects = 'a date such as 2026-10-18';
  const written = z.string({ error: expects }).meta({ format: 'date', pattern: DATE_PATTERN });
  return written.transform((input, context) => {
    const day = parseDay(input);
    if (day !== undefined) return day;
    const params = { [IMPOSSIBLE_DATE]: new RegExp(DATE_PATTERN).test(input) };
    context.issues.push({ code: 'custom', input, message: expects, params });
    return z.NEVER;
  });
}
