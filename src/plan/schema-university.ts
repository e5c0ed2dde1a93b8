// The university file: what all plans of a university share for a year.
import type { z } from 'zod';
import { date, listOf, mapping, named } from '../yaml/expect.js';
import { byFeed, code, confirmation, contacts, days, disruptions, runOfDays, words } from './schema-parts.js';

const vacation = mapping('a mapping with from and to, both ends included', {
  ...days.shape,
  levels: listOf('a list of levels', code('a level'))
    .optional()
    .describe('Only for these levels of study (9.5), such as [undergraduate]; without it, for all.'),
});

const name = words('a name');

export const universitySchema = mapping('a mapping with the calendar of the year', {
  university: words('the name of the university').optional().describe('The university as letters name it.'),
  teaching_starts: date()
    .optional()
    .describe('The first day of teaching; without it, the first day of the first term.'),
  terms: named('terms, such as autumn: { from: 2026-09-28, to: 2026-12-11 }', name, days)
    .optional()
    .describe('The terms of the year: only weeks within one are teaching weeks.'),
  vacations: named('vacations, such as winter: { from: 2026-12-12, to: 2027-01-10 }', name, vacation)
    .optional()
    .describe('Designated vacations (9.5), which are not monitored.'),
  reading_weeks: named('reading weeks, each with from and to', name, runOfDays)
    .optional()
    .describe('Monitored days, but no teaching weeks; an indicator may leave them out.'),
  exam_weeks: named('exam weeks, each with from and to', name, runOfDays)
    .optional()
    .describe('Monitored days, but no teaching weeks; an indicator may leave them out.'),
  closures: named('days on which the university is closed', name, runOfDays)
    .optional()
    .describe('Monitored days, but no working days; an indicator may leave them out.'),
  disruptions: disruptions
    .optional()
    .describe(
      'Days on which teaching was disrupted (8.5b): nobody is expected, and who attends remotely has attended.',
    ),
  feeds: byFeed('feeds, each with who confirmed it accurate and when (8.4)', confirmation)
    .optional()
    .describe('Who confirmed which kind of evidence accurate, and when (8.4).'),
  ...contacts,
});

export type WrittenUniversity = z.output<typeof universitySchema>;
