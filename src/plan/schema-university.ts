// The university file: what all plans of a university share for a year.
import { z } from 'zod';
import { date, listOf, mapping, named } from '../yaml/expect.js';
import { disruptions } from './schema-later.js';
import { byFeed, code, confirmation, contacts, days, words } from './schema-parts.js';

const runOfDays = z.union([date().transform((day) => ({ from: day, to: day })), days], {
  error: 'a date, or a mapping with from and to',
});

const vacation = mapping('a mapping with from and to, both ends included', {
  ...days.shape,
  levels: listOf('a list of levels', code('a level'))
    .optional()
    .describe('Only for these levels (9.5). Not yet supported.'),
});

const name = words('a name');

export const universitySchema = mapping('a mapping with the calendar of the year', {
  university: words('the name of the university').optional().describe('The university as letters name it.'),
  teaching_starts: date()
    .optional()
    .describe('The first day of teaching; without it, the first day of the first term.'),
  terms: named('terms, such as autumn: { from: 2026-09-28, to: 2026-12-11 }', name, days)
    .optional()
    .describe('The terms of the year.'),
  vacations: named('vacations, such as winter: { from: 2026-12-12, to: 2027-01-10 }', name, vacation)
    .optional()
    .describe('Designated vacations (9.5), which are not monitored.'),
  reading_weeks: named('reading weeks, each with from and to', name, runOfDays).optional().describe('Monitored days.'),
  exam_weeks: named('exam weeks, each with from and to', name, runOfDays).optional().describe('Monitored days.'),
  closures: named('days on which the university is closed', name, runOfDays).optional().describe('Monitored days.'),
  disruptions: disruptions.optional().describe('Days of disrupted teaching (8.5b). Not yet supported.'),
  feeds: byFeed('feeds, each with who confirmed it accurate and when (8.4)', confirmation)
    .optional()
    .describe('Who confirmed which kind of evidence accurate, and when (8.4).'),
  ...contacts,
});

export type WrittenUniversity = z.output<typeof universitySchema>;
