// What a plan may say of sponsored students (9).
import type { z } from 'zod';
import { mapping, oneOf, wholeNumber } from '../yaml/expect.js';
import { programmes, types } from './schema-parts.js';

export const sponsored = mapping('a mapping with the choices for sponsored students (9)', {
  rqf_4_5: oneOf(['degree', 'below-degree'])
    .optional()
    .describe(
      'Which rule sponsored students at RQF 4 and 5, and those without an RQF, fall under: degree is 9.2, below-degree 9.1.',
    ),
  foundation_years: programmes
    .optional()
    .describe('The programmes that are integrated foundation years of a degree: 9.2 is their rule.'),
  classroom: types
    .optional()
    .describe('The event types that are classroom-based study (9.1): all types unless said otherwise.'),
  authorised_absence: oneOf(['leaves', 'stays'])
    .optional()
    .describe('Whether authorised absence leaves the monthly attendance of 9.1: it leaves unless said otherwise.'),
  remote_approved: programmes
    .optional()
    .describe('The programmes whose remote delivery UKVI has approved, or need not approve (8.5).'),
  report_within_working_days: wholeNumber(1, 100)
    .optional()
    .describe('How many working days the sponsor has to report, once 60 days are reached: 10 unless said otherwise.'),
});

export type WrittenSponsored = z.output<typeof sponsored>;
