// The small words that plans and university files share.
import { z } from 'zod';
import { FEEDS, type Feed } from '../engagement/feed.js';
import { date, mapping, named, oneOf, oneOrMore, text, wholeNumber } from '../yaml/expect.js';

/** Letters wrap and cut: what is merged into one stays on one line, short. */
export function words(expects: string) {
  return text(`${expects}, on one line of at most 200 characters`, /^[^\p{Cc}]{0,199}[^\p{Cc}\s]$/u);
}

/** As an export writes it, so compared to the letter. */
export function code(expects: string) {
  return text(expects, /^\S(?:.{0,98}\S)?$/u);
}

/** A name that the language itself does not use. Indicators and checkpoints name columns of mail merges. */
export function id(expects: string, longest: number) {
  return text(
    `${expects}: a small letter, then small letters, digits and underscores, at most ${longest} characters, and not "all" or "any"`,
    new RegExp(`^(?!(?:all|any)$)[a-z][a-z0-9_]{0,${longest - 1}}$`),
  );
}

const email = text(
  'an e-mail address such as name@example.ac.uk',
  /^[A-Za-z0-9][^\s@,;:<>"()]{0,99}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/,
);

const url = text('a web address that begins with https://', /^https?:\/\/[^\s"<>]{1,500}$/);

export const person = mapping('a mapping with name and email', {
  name: words('a name'),
  email,
});

export const contacts = {
  support: person
    .optional()
    .describe("The student support contact that letters name (11.1). A plan's own wins over the university's."),
  wellbeing_url: url.optional().describe('Where students find wellbeing services (11.1).'),
  advice_url: url.optional().describe('Where students find independent advice (11.1).'),
  appeals_url: url.optional().describe('Where students find how to appeal (12.2).'),
};

export const confirmation = mapping('who confirmed the feed accurate, and when: confirmed_by and confirmed_on', {
  confirmed_by: words('the person or office that confirmed the feed accurate (8.4)'),
  confirmed_on: date().describe('The day of the confirmation.'),
});

export const feedName = oneOf(FEEDS);

/** A mapping with at most one entry a feed. */
export function byFeed<Thing extends z.ZodType>(expects: string, thing: Thing) {
  const shape = Object.fromEntries(FEEDS.map((feed) => [feed, thing.optional()]));
  return mapping(expects, shape as Record<Feed, z.ZodOptional<Thing>>);
}

export const days = mapping('a mapping with from and to, both ends included', {
  from: date().describe('The first day.'),
  to: date().describe('The last day, itself included.'),
});

/** A single day, or several in a row. */
export const runOfDays = z.union([date().transform((day) => ({ from: day, to: day })), days], {
  error: 'a date, or a mapping with from and to',
});

export const disruptions = named('days on which teaching was disrupted (8.5b)', words('a name'), runOfDays);

export const rqfLevels = oneOrMore('RQF levels', wholeNumber(3, 8));
export const modes = oneOrMore('modes', oneOf(['full-time', 'part-time']));
export const programmeCode = code('a programme code as the students export writes it');
export const programmes = oneOrMore('programme codes', programmeCode);

export const PERIOD_KINDS = ['reading_weeks', 'exam_weeks', 'closures'] as const;

export const types = oneOrMore('the types as the export writes them, such as [lab, seminar]', code('a type'));
