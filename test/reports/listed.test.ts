// Things listed by name and day: alike ones in one breath, as many as fit, then how many more.
import { describe, expect, it } from 'vitest';
import type { Missed } from '../../src/engagement/outcome.js';
import { dayListText, periodText } from '../../src/reports/day-text.js';
import { eventText } from '../../src/reports/event-text.js';
import { firstThatFits, LONGEST_CELL } from '../../src/reports/fitted.js';
import { listOf, lists } from '../../src/reports/listed.js';
import { missedListings } from '../../src/reports/missed-text.js';
import { day, days, dueOf, missedEvent } from './builder.js';

function listed(missed: readonly Missed[], named = missed.length): string {
  return listOf(missedListings(missed), named, '. ');
}

describe('a list of days', () => {
  it.each([
    [['2026-10-08'], '8 October 2026'],
    [['2026-10-01', '2026-10-08'], '1 and 8 October 2026'],
    [['2026-10-01', '2026-10-08', '2026-10-15'], '1, 8 and 15 October 2026'],
    [['2026-10-29', '2026-11-05'], '29 October and 5 November 2026'],
    [['2026-10-22', '2026-10-29', '2026-11-05'], '22 October, 29 October and 5 November 2026'],
    [['2026-12-18', '2027-01-08'], '18 December 2026 and 8 January 2027'],
    [['2026-10-08', '2027-10-08'], '8 October 2026 and 8 October 2027'],
  ])('%j', (days, text) => {
    expect(dayListText(days.map(day))).toBe(text);
  });

  it.each([
    ['2026-10-08', '2026-10-08', 'on 8 October 2026'],
    ['2026-10-05', '2026-10-08', 'from 5 to 8 October 2026'],
    ['2026-09-28', '2026-10-08', 'from 28 September to 8 October 2026'],
    ['2026-12-14', '2027-01-08', 'from 14 December 2026 to 8 January 2027'],
    ['2026-10-08', '2027-10-08', 'from 8 October 2026 to 8 October 2027'],
  ])('or a run of them: %s to %s', (from, to, text) => {
    expect(periodText(days(from, to))).toBe(text);
  });
});

describe('an event', () => {
  it.each([
    ['event', 'lab', 'MOD101', 'lab (MOD101)'],
    ['event', 'lab', '', 'lab'],
    ['event', '', 'MOD101', 'session (MOD101)'],
    ['event', '', '', 'session'],
    ['meeting', 'advisor', '', 'advisor meeting'],
    ['meeting', 'Advisor meeting', '', 'Advisor meeting'],
    ['meeting', 'student-support', '', 'student-support meeting'],
    ['meeting', '', '', 'meeting'],
  ] as const)('%s %j of %j: %s', (kind, type, module, text) => {
    expect(eventText({ kind, type, module })).toBe(text);
  });
});

describe('what was missed', () => {
  it('is named by type, module and day', () => {
    expect(listed([missedEvent('2026-10-08')])).toBe('Not attended: lab (ENG101) on 8 October 2026');
    expect(listed([missedEvent('2026-10-08'), missedEvent('2026-10-09', { name: 'seminar', module: 'ENG102' })])).toBe(
      'Not attended: lab (ENG101) on 8 October 2026, seminar (ENG102) on 9 October 2026',
    );
    expect(listed([{ kind: 'meeting', name: 'advisor', module: '', on: day('2026-10-08'), count: 1 }])).toBe(
      'Not attended: advisor meeting on 8 October 2026',
    );
  });

  it('is named once where there are several alike', () => {
    expect(listed([missedEvent('2026-10-08', { count: 2 })])).toBe(
      'Not attended: lab (ENG101) twice on 8 October 2026',
    );
    expect(
      listed([
        missedEvent('2026-10-01'),
        missedEvent('2026-10-06', { name: 'seminar' }),
        missedEvent('2026-10-08', { count: 3 }),
        missedEvent('2026-10-15'),
      ]),
    ).toBe(
      'Not attended: lab (ENG101) on 1 and 15 October 2026 and 3 times on 8 October 2026; seminar (ENG101) on 6 October 2026',
    );
  });

  it('tells what was late from what was not received', () => {
    expect(
      listed([dueOf('A1', '2026-10-08'), dueOf('A2', '2026-10-09', 'late-submission'), dueOf('A3', '2026-10-10')]),
    ).toBe('Not received: A1 (due 8 October 2026), A3 (due 10 October 2026). Received late: A2 (due 9 October 2026)');
  });

  it('says how many more there are, in events', () => {
    const missed = [missedEvent('2026-10-01'), missedEvent('2026-10-08', { count: 2 }), missedEvent('2026-10-15')];
    expect(listed(missed, 2)).toBe(
      'Not attended: lab (ENG101) on 1 October 2026 and twice on 8 October 2026 and 1 more',
    );
    expect(listed(missed, 1)).toBe('Not attended: lab (ENG101) on 1 October 2026 and 3 more');
  });

  it('grows ever shorter, and names one thing at least', () => {
    const all = [...lists(missedListings([dueOf('A1', '2026-10-08'), dueOf('A2', '2026-10-09')], 'Missing: '), '. ')];
    expect(all).toEqual([
      'Missing: A1 (due 8 October 2026), A2 (due 9 October 2026)',
      'Missing: A1 (due 8 October 2026) and 1 more',
    ]);
    expect([...lists([], '. ')]).toEqual([]);
  });

  it('counts what is not named under its own heading', () => {
    const missed = [
      missedEvent('2026-10-01'),
      missedEvent('2026-10-08', { count: 2 }),
      missedEvent('2026-10-15', { kind: 'remote-event' }),
      dueOf('A1', '2026-10-08'),
      dueOf('A2', '2026-10-09'),
    ];
    expect([...lists(missedListings(missed), '. ')]).toEqual([
      'Not attended: lab (ENG101) on 1 October 2026 and twice on 8 October 2026. ' +
        'Joined online, for which no approval is recorded: lab (ENG101) on 15 October 2026. ' +
        'Not received: A1 (due 8 October 2026), A2 (due 9 October 2026)',
      'Not attended: lab (ENG101) on 1 October 2026 and twice on 8 October 2026. ' +
        'Joined online, for which no approval is recorded: lab (ENG101) on 15 October 2026. ' +
        'Not received: A1 (due 8 October 2026) and 1 more',
      'Not attended: lab (ENG101) on 1 October 2026 and 2 more. ' +
        'Joined online, for which no approval is recorded: lab (ENG101) on 15 October 2026. ' +
        'Not received: A1 (due 8 October 2026) and 1 more',
      'Not attended: lab (ENG101) on 1 October 2026 and 2 more. ' +
        'Joined online, for which no approval is recorded: lab (ENG101) on 15 October 2026. Not received: 2 assessments',
      'Not attended: lab (ENG101) on 1 October 2026 and 2 more. ' +
        'Joined online, for which no approval is recorded: 1 event. Not received: 2 assessments',
      'Not attended: lab (ENG101) on 1 October 2026 and 2 more. ' +
        'Joined online, for which no approval is recorded: lab (ENG101) on 15 October 2026, among others',
      'Not attended: lab (ENG101) on 1 October 2026 and 2 more, among others',
    ]);
  });
});

describe('a cell', () => {
  it('takes the first text that fits, else cuts the last one, and is empty without any', () => {
    const long = 'a'.repeat(LONGEST_CELL + 1);
    expect(firstThatFits([long, 'b', 'c'])).toBe('b');
    expect(firstThatFits([long, 'b '.repeat(200)])).toBe(`${'b '.repeat(124)}b…`);
    expect(firstThatFits([])).toBe('');
  });
});
