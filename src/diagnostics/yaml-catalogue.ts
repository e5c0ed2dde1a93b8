// What can be wrong with any YAML file, before it is asked what it means.
import { counted, entry } from './fault.js';

/** The parser's codes in the words of somebody who has never heard of a token. */
const SYNTAX: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  MISSING_CHAR: [
    'A closing quote, bracket or comma is missing.',
    'Close what was opened before this place: each " or \' and each [ or { needs its partner.',
  ],
  BAD_INDENT: [
    'The indentation does not fit the lines around it, or a bracket is not closed.',
    'Indent the keys of one mapping alike, by spaces; close each [ and {.',
  ],
  TAB_AS_INDENT: ['A tab is used to indent.', 'Use spaces.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'A second colon makes another key where none can be.',
    'Put quotes round a text that contains a colon and a space; otherwise look at the indentation of this line and the next.',
  ],
  BAD_SCALAR_START: ['Text cannot begin with this character unless it is in quotes.', 'Put quotes round the text.'],
  TAG_RESOLVE_FAILED: [
    'A word that begins with "!" means something to YAML that is not supported here.',
    'Put quotes round the text, or take the "!" away.',
  ],
  NON_STRING_KEY: ['A key must be one short text.', 'Take brackets away from the left of the colon.'],
  BAD_DQ_ESCAPE: [
    'A backslash inside double quotes begins a special character, and this is none.',
    'Use single quotes, or write the backslash twice.',
  ],
};

const [UNKNOWN_SYNTAX, UNKNOWN_SYNTAX_HINT] = [
  'This is not well-formed YAML.',
  'Look at this line and the one before it: a colon, a dash, a quote or the indentation is out of place.',
];

/** With a capital letter first. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export const yamlCatalogue = {
  'yaml-syntax': entry<{ parserCode: string }>(
    'error',
    ({ parserCode }) => SYNTAX[parserCode]?.[0] ?? UNKNOWN_SYNTAX,
    ({ parserCode }) => SYNTAX[parserCode]?.[1] ?? UNKNOWN_SYNTAX_HINT,
  ),
  'yaml-empty': entry<object>(
    'error',
    () => 'The file is empty.',
    () => 'Start from an example of the README.',
  ),
  'yaml-several-documents': entry<object>(
    'error',
    () => 'The file holds a second document, begun by "---".',
    () => 'Put each into a file of its own.',
  ),
  'yaml-too-deep': entry<object>(
    'error',
    () => 'The brackets, lists or indentation go too deep.',
    () => 'Close brackets that were left open, and indent less.',
  ),
  'yaml-too-much': entry<object>(
    'error',
    () => 'The file holds far more than a plan does.',
    () => 'Is it really a plan?',
  ),
  'yaml-too-long': entry<{ entries: number; most: number }>(
    'error',
    ({ entries, most }) =>
      `${counted(entries, 'entry', 'entries')} stand here; a plan has at most ${most.toLocaleString('en-GB')} in one place.`,
    () => 'Is it really a plan? Take out what does not belong to it.',
  ),
  'yaml-alias': entry<object>(
    'error',
    () => 'A word that begins with "*" refers to another place in the file, which is not supported.',
    () => 'Write the value out, or put quotes round it if it is meant as text.',
  ),
  'yaml-duplicate-key': entry<object>(
    'error',
    () => 'The same key stands twice in one mapping.',
    () => 'Keep one of the two, or rename it.',
  ),
  'yaml-forbidden-key': entry<{ key: string }>(
    'error',
    ({ key }) => `"${key}" cannot be used as a name: it means something to the program itself.`,
    () => 'Choose another name.',
  ),
  'yaml-unknown-key': entry<{ key: string; allowed: readonly string[]; nearest: string | null }>(
    'error',
    ({ key }) => `There is no key ${key} here.`,
    ({ allowed, nearest }) =>
      nearest === null ? `The keys allowed here are: ${allowed.join(', ')}.` : `Did you mean "${nearest}"?`,
  ),
  'yaml-wrong-name': entry<{ found: string; expected: string }>(
    'error',
    ({ found }) => `${found} cannot be a name here.`,
    ({ expected }) => `Write ${expected}.`,
  ),
  'yaml-key-missing': entry<{ key: string; expected: string }>(
    'error',
    ({ key }) => `"${key}" is missing.`,
    ({ key, expected }) => `Add "${key}:" with ${expected}.`,
  ),
  'yaml-value-blank': entry<{ key: string; expected: string }>(
    'error',
    ({ key }) => `"${key}" has nothing in it.`,
    ({ expected }) => `Write ${expected}, or take the key away if it is not needed.`,
  ),
  'yaml-quotes-needed': entry<{ source: string }>(
    'error',
    ({ source }) => `${source} is read as a number or a truth value, but text belongs here.`,
    ({ source }) => `Put quotes round it: "${source}".`,
  ),
  'yaml-impossible-date': entry<{ date: string }>(
    'error',
    ({ date }) => `There is no day ${date}.`,
    () => 'Check the day, the month and the year, from 1900 to 2199.',
  ),
  'yaml-more-faults': entry<{ count: number }>(
    'error',
    ({ count }) => `${counted(count, 'more fault')} of this file ${count === 1 ? 'is' : 'are'} not shown.`,
    () => 'Correct those shown, then check the plan again.',
  ),
  'yaml-more-remarks': entry<{ count: number }>(
    'warning',
    ({ count }) => `${counted(count, 'more remark')} on this file ${count === 1 ? 'is' : 'are'} not shown.`,
    () => 'Attend to those shown, then check the plan again.',
  ),
  'yaml-wrong-value': entry<{ found: string; expected: string; nearest: string | null }>(
    'error',
    ({ found }) => `${sentence(found)} cannot stand here.`,
    ({ expected, nearest }) => `${nearest === null ? '' : `Did you mean "${nearest}"? `}Write ${expected}.`,
  ),
} as const;
