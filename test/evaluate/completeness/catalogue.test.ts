// What every finding of the gate says, word for word: an administrator acts on it.
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { describeFaults } from '../../../src/cli/messages.js';
import { fault, type Fault } from '../../../src/diagnostics/catalogue.js';
import type { completenessCatalogue } from '../../../src/diagnostics/completeness-catalogue.js';
import type { sponsorCatalogue } from '../../../src/diagnostics/sponsor-catalogue.js';

const plain = new Chalk({ level: 0 });

type CompletenessCode = keyof typeof completenessCatalogue | keyof typeof sponsorCatalogue;

const one = { students: 1, undecided: 1 };
const none = { undecided: 0, belowMinimum: 0 };

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${index + 1}`.padStart(4, '0'));
}

/** Examples of each code; the type demands every code. */
const examples: Readonly<Record<CompletenessCode, readonly Fault[]>> = {
  'feed-missing': [0, 1, 1200].map((undecided) => fault('feed-missing', { feed: 'vle', undecided })),
  'feed-set-aside-effect': [true, false].flatMap((isListed) =>
    [0, 3].map((undecided) => fault('feed-set-aside-effect', { feed: 'vle', isListed, undecided })),
  ),
  'feed-without-acts': [fault('feed-without-acts', { feed: 'vle', on: '2026-10-18', undecided: 3 }, null, 21)],
  'feed-of-others': [1, 1200].map((acts) =>
    fault('feed-of-others', { feed: 'vle', acts, on: '2026-10-18', undecided: 3 }),
  ),
  'feed-after-checkpoint': [
    fault('feed-after-checkpoint', { feed: 'vle', firstOn: '2026-10-19', on: '2026-10-18', undecided: 3 }),
  ],
  'feed-before-teaching': [
    fault('feed-before-teaching', { feed: 'vle', lastOn: '2026-05-01', teachingStartsOn: '2026-09-28', ...none }),
    fault('feed-before-teaching', {
      ...{ feed: 'vle', lastOn: '2026-05-01', teachingStartsOn: '2026-09-28' },
      ...{ undecided: 2, belowMinimum: 1 },
    }),
  ],
  'feed-begins-late': [
    ...[0, 1, 2].map((days) =>
      fault('feed-begins-late', { feed: 'vle', firstOn: '2026-10-01', days, undecided: 2 - days }),
    ),
  ],
  'feed-ends-early': [1, 2].map((days) => {
    const dates = { lastOn: '2026-10-12', knownTo: '2026-10-15' };
    return fault('feed-ends-early', { feed: 'vle', ...dates, days, undecided: days }, null, days);
  }),
  'feed-not-covered': [0, 1, 12].map((days) =>
    fault('feed-not-covered', { feed: 'vle', days, undecided: 3 - (days % 4) }, null, Math.max(days, 1)),
  ),
  'covers-beyond-acts': [null, '2026-11-08'].map((lastOn, belowMinimum) =>
    fault('covers-beyond-acts', { feed: 'vle', lastOn, coveredTo: '2026-12-11', belowMinimum }),
  ),
  'submissions-may-be-stale': [1, 2].map((dues) => {
    const args = { lastOn: '2026-10-01', dues, students: dues, belowMinimum: dues - 1 };
    return fault('submissions-may-be-stale', args, null, dues);
  }),
  'volume-fell': [
    fault('volume-fell', { feed: 'vle', from: '2026-10-26', acts: 1, weeks: 4, median: 1200.5, belowMinimum: 0 }),
    fault('volume-fell', { feed: 'vle', from: '2026-10-26', acts: 0, weeks: 4, median: 20, belowMinimum: 2 }),
  ],
  'registers-missing': [
    fault('registers-missing', { events: 1, ...one }),
    fault('registers-missing', { events: 2, students: 30, undecided: 0 }),
  ],
  'registers-silent': [
    fault('registers-silent', { events: 1, ...one }),
    fault('registers-silent', { events: 2, students: 30, undecided: 0 }),
  ],
  'registers-all-absent': [
    fault('registers-all-absent', { events: 1, ...one }),
    fault('registers-all-absent', { events: 2, students: 30, undecided: 0 }),
  ],
  'registers-all-absent-believed': [
    fault('registers-all-absent-believed', { events: 1, students: 1 }),
    fault('registers-all-absent-believed', { events: 2, students: 30 }),
  ],
  'registers-missing-of-nobody': [
    fault('registers-missing-of-nobody', { events: 1, belowMinimum: 1 }),
    fault('registers-missing-of-nobody', { events: 2, belowMinimum: 0 }),
  ],
  'registers-missing-unallocated': [1, 4].map((events) => {
    const first = { eventId: 'LAB-B2', module: 'M1', on: '2026-10-08' };
    return fault('registers-missing-unallocated', { events, ...first, belowMinimum: events - 1 });
  }),
  'timetable-of-another-term': [
    fault('timetable-of-another-term', {
      ...{ from: '2026-01-12', to: '2026-03-27' },
      ...{ teachingStartsOn: '2026-09-28', on: '2026-10-18' },
    }),
  ],
  'meetings-open': [
    fault('meetings-open', { meetings: 1, ...one }),
    fault('meetings-open', { meetings: 3, students: 2, undecided: 0 }),
  ],
  'indicator-type-absent': [
    ...[['seminar'], ['lab', 'lecture']].map((known) => {
      const type = { indicator: 'classes', feed: 'attendance', type: 'seminr', known };
      return fault('indicator-type-absent', {
        ...type,
        nearest: known.length === 1 ? 'seminar' : null,
        belowMinimum: 12,
      });
    }),
    fault('indicator-type-absent', {
      ...{ indicator: 'classes', feed: 'attendance', type: 'seminar', known: [], nearest: null, belowMinimum: 0 },
    }),
  ],
  'module-alerts-type-absent': [
    fault('module-alerts-type-absent', { feed: 'attendance', type: 'labs', known: ['lab'], nearest: 'lab' }),
    fault('module-alerts-type-absent', { feed: 'vle', type: 'quiz', known: [], nearest: null }),
  ],
  'register-type-absent': [
    fault('register-type-absent', { feed: 'attendance', type: 'labs', known: ['lab', 'seminar'], nearest: 'lab' }),
    fault('register-type-absent', { feed: 'attendance', type: 'workshop', known: ['lab'], nearest: null }),
    fault('register-type-absent', { feed: 'attendance', type: 'workshop', known: [], nearest: null }),
  ],
  'roster-barely-overlaps': [
    fault('roster-barely-overlaps', { students: 12, ids: ids(11), belowMinimum: 1 }),
    fault('roster-barely-overlaps', { students: 1200, ids: ids(1200), belowMinimum: 0 }),
  ],
  'students-missing-from-feed': [
    fault('students-missing-from-feed', { feed: 'attendance', ids: ids(1), belowMinimum: 1 }),
    fault('students-missing-from-feed', { feed: 'attendance', ids: ids(3), belowMinimum: 2 }),
  ],
  'students-without-feed': [
    fault('students-without-feed', { feed: 'lecture_capture', ids: ids(1), belowMinimum: 0 }),
    fault('students-without-feed', { feed: 'lecture_capture', ids: ids(3), belowMinimum: 2 }),
  ],
  'registers-of-other-modules': [
    fault('registers-of-other-modules', {
      ...{ marks: 1, ids: ['0001'], module: 'M1', enrolledAs: null, belowMinimum: 1, unassessed: 0 },
    }),
    fault('registers-of-other-modules', {
      ...{
        marks: 40,
        ids: Array.from({ length: 9 }, (_, n) => `000${n}`),
        module: 'M1',
        enrolledAs: 'm1',
        belowMinimum: 0,
        unassessed: 8,
      },
    }),
  ],
  'students-without-identity': [
    fault('students-without-identity', { feed: 'vle', systems: ['moodle'], ids: ids(1), undecided: 1 }),
    fault('students-without-identity', { feed: 'attendance', systems: ['email'], ids: ids(1), undecided: 0 }),
    fault('students-without-identity', { feed: 'attendance', systems: ['celcat', 'email'], ids: ids(3), undecided: 2 }),
  ],
  'students-without-modules': [
    fault('students-without-modules', { ids: ids(1), unassessed: 0 }),
    fault('students-without-modules', { ids: ids(1), unassessed: 1 }),
    fault('students-without-modules', { ids: ids(3), unassessed: 1 }),
    fault('students-without-modules', { ids: ids(3), unassessed: 3 }),
  ],
  'calendar-level-unknown': [
    fault('calendar-level-unknown', { ids: ids(1), programmes: ['P1'] }),
    fault('calendar-level-unknown', { ids: ids(40), programmes: Array.from({ length: 12 }, (_, n) => `P${n}`) }),
  ],
  'sponsor-rule-undeclared': [1, 2].map((count) => fault('sponsor-rule-undeclared', { ids: ids(count) })),
  'sponsor-attendance-unlisted': [1, 2].map((count) => fault('sponsor-attendance-unlisted', { ids: ids(count) })),
  'sponsored-without-rqf': [1, 2].map((count) => fault('sponsored-without-rqf', { ids: ids(count), clause: '9.2' })),
  'sponsored-hours-few': [1, 2].map((count) => {
    const least = { minutes: count === 1 ? 899 : 600, from: '2026-10-05' };
    return fault('sponsored-hours-few', { ids: ids(count), weeks: count, ...least });
  }),
  'sponsored-online-unpermitted': [1, 2].map((count) =>
    fault('sponsored-online-unpermitted', { ids: ids(count), events: count * count }),
  ),
  'sponsored-online-unapproved': [1, 2].map((count) =>
    fault('sponsored-online-unapproved', { ids: ids(count), events: count * count }),
  ),
  'online-unpermitted': [1, 2].map((count) => fault('online-unpermitted', { ids: ids(count), events: count * count })),
  'classroom-type-absent': [
    fault('classroom-type-absent', { type: 'seminr', known: ['seminar', 'lab'], nearest: 'seminar' }),
    fault('classroom-type-absent', { type: 'club', known: ['lab'], nearest: null }),
  ],
  'circumstance-of-unknown-assessment': [1, 2].map((count) => fault('circumstance-of-unknown-assessment', { count })),
  'extension-without-effect': [1, 2].map((count) => fault('extension-without-effect', { count })),
  'contact-holds-to-come': [1, 2].map((count) => fault('contact-holds-to-come', { ids: ids(count) })),
  'contacts-of-unknown-checkpoint': [1, 2].map((contacts) => fault('contacts-of-unknown-checkpoint', { contacts })),
  'later-than-checkpoint': [1, 2].map((count) => {
    return fault('later-than-checkpoint', { feed: 'vle', on: '2026-10-18', count });
  }),
};

test('every message reads as it did', async () => {
  const text = Object.entries(examples).map(([code, faults]) => `${code}\n${describeFaults(faults, plain)}`);
  await expect(text.join('\n')).toMatchFileSnapshot('messages.txt');
});

test.each(Object.values(examples).flat())('$code: a warning says what to do', ({ code, severity, message, hint }) => {
  expect(code in examples).toBe(true);
  expect(message).toMatch(/^[\p{L}\d].*[.]$/u);
  if (severity !== 'info') expect(hint).toMatch(/[.]$/);
});
