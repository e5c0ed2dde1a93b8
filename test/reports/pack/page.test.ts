// The panel's page: one layout for everybody, markup that closes, and nothing but what was recorded.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReports } from '../../../src/reports/build.js';
import type { AssessedStudent, ReportInput } from '../../../src/reports/input.js';
import type { Feed } from '../../../src/engagement/feed.js';
import type { Outcome } from '../../../src/engagement/outcome.js';
import { NAUGHTY_NAMES } from '../../exports/naughty-names.js';
import { circumstance, listed } from '../../support/build.js';
import { property } from '../../support/property.js';
import {
  assessedOf,
  clockOf,
  day,
  earlierOf,
  inputOf,
  measuredOf,
  monthOf,
  notApplicable,
  outcomeOf,
  planOf,
  resultOf,
  rateOf,
  sponsorClockOf,
  sponsorshipOf,
  studentOf,
  VLE,
  vleResult,
} from '../builder.js';

const GROUNDS: Partial<Outcome> = { grounds: ['10.6-days'] };

function pageOf(assessed: AssessedStudent, some: Partial<ReportInput> = {}): string {
  const packs = buildReports(inputOf([assessed], some)).reports.filter(({ file }) => file.startsWith('panel/'));
  expect(packs).toHaveLength(1);
  return packs[0]?.content ?? '';
}

function referred(outcome: Partial<Outcome> = {}, some: Partial<AssessedStudent> = {}): AssessedStudent {
  return assessedOf(studentOf('1'), [outcomeOf({ ...GROUNDS, ...outcome })], some);
}

/** The cells of the table's row that begins with a heading. */
function rowOf(page: string, heading: string): readonly string[] {
  const start = page.indexOf(`<th scope="row">${heading}`);
  expect(start, heading).toBeGreaterThan(-1);
  const row = page.slice(start, page.indexOf('</tr>', start));
  return [...row.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell]) => cell ?? '');
}

const VOID = ['meta', '!doctype'];

/** Fails where a tag is not closed in its order; gives the names of all. */
function tagsOf(page: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [, slash, name = ''] of page.matchAll(/<(\/?)([a-z0-9!]+)[^>]*>/gi)) {
    if (VOID.includes(name.toLowerCase())) continue;
    seen.push(name);
    if (slash === '') open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  return seen;
}

const SECTIONS = [
  'Grounds for review',
  'Student',
  'Days without evidence',
  'Indicators at this checkpoint',
  'Checkpoints of the year so far',
  'Indicators at earlier checkpoints',
  'Contacts and responses',
  'Circumstances',
  'Sponsorship and funding',
  'Decision of the panel',
];

function sectionsOf(page: string): readonly string[] {
  return [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title]) => title ?? '');
}

describe('a pack', () => {
  const months = [monthOf('2013-10-01', '2013-10-31', 600)];
  const sponsorship = sponsorshipOf({ clause: '9.1', months, grounds: ['9.1'] });

  it('has one layout for everybody', () => {
    expect(sectionsOf(pageOf(referred()))).toEqual(SECTIONS);
    const full = referred(
      { sponsorship, grounds: ['9.1'] },
      {
        circumstances: [circumstance({ kind: 'extenuating', from: '2013-10-01' })],
        history: [earlierOf(), outcomeOf({ sponsorship, grounds: ['9.1'] })],
      },
    );
    expect(sectionsOf(pageOf(full))).toEqual(SECTIONS);
  });

  it('is one page without scripts and network, in British English, with one heading of the first level', () => {
    const page = pageOf(referred());
    expect(page.startsWith('<!DOCTYPE html>\n<html lang="en-GB">\n')).toBe(true);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import/i);
    expect(tagsOf(page).filter((name) => name === 'h1')).toHaveLength(2);
    expect(page).not.toMatch(/<th>/);
  });

  it('leaves to people what people decide', () => {
    const page = pageOf(referred());
    for (const field of ['Reviewer', 'Decision', 'Decided on', 'Reason']) {
      expect(page).toContain(`<tr><th scope="row">${field}</th><td></td></tr>`);
    }
  });

  it('is for every student on the panel’s list, which names it, and for nobody else', () => {
    const reports = buildReports(
      inputOf([
        referred(),
        assessedOf(studentOf('2'), [outcomeOf({ groundsWithheld: ['10.6-days'] })]),
        assessedOf(studentOf('CON'), [outcomeOf(GROUNDS)]),
      ]),
    ).reports;
    const files = reports.map(({ file }) => file).filter((file) => file.startsWith('panel/'));
    expect(files).toEqual(['panel/1.html', 'panel/CO~4E.html']);
    const list = reports.find(({ file }) => file === 'panel-referral.csv')?.content.split('\r\n') ?? [];
    expect(list[0]?.endsWith('"decision_reason","pack"')).toBe(true);
    expect(list.slice(1, 3).map((line) => line.split(',').at(-1))).toEqual(files.map((file) => `"${file}"`));
  });

  const naughty = fc.oneof(fc.constantFrom(...NAUGHTY_NAMES), fc.string({ unit: 'binary' }));
  property('is the same markup whatever names and records say', naughty, (text) => {
    const contacts = ['', text].map((outcome) => ({
      ...{ studentId: '1', contactedOn: day('2013-10-10'), checkpoint: outcome, stage: outcome, channel: outcome },
      ...{ respondedOn: null, outcome, source: { file: 'contacts.csv', record: 1 } },
    }));
    const circumstances = [circumstance({ kind: 'extenuating', from: '2013-10-01', reference: text })];
    const student = studentOf('1', { firstName: text, lastName: text, programmeTitle: text, advisorName: text });
    const plan = planOf({ title: text, indicators: [{ ...VLE, title: text }] });
    const indicators = [vleResult('not-met', measuredOf(1, 1, 4))];
    const history = [outcomeOf({ ...GROUNDS, indicators })];
    const page = pageOf({ student, history, contacts, circumstances }, { plan });
    const plain = pageOf(
      { ...referred({ indicators }), contacts, circumstances },
      { plan: planOf({ indicators: [VLE] }) },
    );
    expect(tagsOf(page)).toEqual(tagsOf(plain));
    expect(page).not.toMatch(/[\p{Bidi_Control}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
  });
});

describe('the grounds', () => {
  const sponsored = (some: Partial<Outcome>): string => pageOf(referred(some));

  it('are said in words with their clause', () => {
    const months = [
      monthOf('2013-08-01', '2013-08-31', 690),
      monthOf('2013-09-01', '2013-09-30', 700),
      monthOf('2013-11-01', '2013-11-30', 100, { isComplete: false }),
    ];
    const clock = clockOf({ longestMonitoredDays: 75, shortestMonitoredDays: 61 });
    const page = sponsored({
      grounds: ['9.1', '9.2', '10.6-days'],
      clock,
      sponsorship: sponsorshipOf({
        clock: sponsorClockOf({ longestMonitoredDays: 60, shortestMonitoredDays: 60, authorisedDays: 2 }),
        months,
      }),
    });
    expect(page).toContain('<p>Review is mandatory (9.1, 9.2). The panel decides.</p>');
    expect(page).toContain('in three months in a row. Months below 70%: August 2013 (69%).</li>');
    expect(page).toContain('9.2: no evidence of engagement on 60 monitored days, as the sponsor counts;');
    expect(page).toContain('10.6: no evidence of engagement on 61 to 75 monitored days;');
    expect(rowOf(page, 'Sponsor (9.2)')[2]).toBe('60, of them authorised absence: 2');
    expect(rowOf(page, 'Panel (10.6)')[3]).toBe('27 December 2013, unless what is missing holds evidence');
  });

  it('name the patterns of the plan', () => {
    const patterns = [
      { counts: 'non-engagement', count: 2, of: 2 },
      { counts: 'low-or-non-engagement', count: 1, of: 3 },
      { counts: 'low-or-non-engagement', count: 3, of: 'in-year' },
    ] as const;
    const page = pageOf(referred({ grounds: ['10.6-pattern'] }), { plan: planOf({ patterns }) });
    expect(page).toContain(
      'non-engagement at 2 checkpoints in a row, or low or non-engagement at 1 of the last 3 checkpoints, or low or non-engagement at 3 checkpoints in the year.',
    );
    expect(page).toContain('<p>Review is discretionary (10.6). The panel decides.</p>');
  });

  it('that are undecided are no grounds, and say why', () => {
    const page = sponsored({
      groundsWithheld: ['9.2'],
      sponsorship: sponsorshipOf({ clause: null, groundsWithheld: ['9.2'], withheldBecause: 'rule-undeclared' }),
    });
    expect(page).toContain('<p>Left undecided, and so no ground:</p>');
    expect(page).toContain('<li>Ground 9.2 is not decided: the plan does not say');
    expect(rowOf(page, 'week_8')[3]).toBe('10.6-days, 9.2 (not decided)');
  });
});

describe('the counts of days', () => {
  it('give no date below degree level, where the months decide (9.1)', () => {
    const page = pageOf(referred({ sponsorship: sponsorshipOf({ clause: '9.1' }) }));
    expect(rowOf(page, 'Sponsor (9.2)').slice(3)).toEqual(['no ground: 9.1 applies', 'not applicable']);
  });

  it('say that nobody was seen in person only where the plan lists attendance', () => {
    const unseen = referred({ sponsorship: sponsorshipOf({ lastInPersonOn: null }) });
    const seenBy = (feed: Feed) => {
      return rowOf(pageOf(unseen, { plan: planOf({ feeds: listed(feed) }) }), 'Last evidence in person');
    };
    expect(seenBy('attendance')).toEqual(['none so far']);
    expect(seenBy('vle')).toEqual(['not known: the plan does not list attendance']);
  });

  it('say where none ends or runs', () => {
    const endless = clockOf({ reachesLimitOn: null });
    expect(rowOf(pageOf(referred({ clock: endless })), 'Panel (10.6)')[3]).toBe(
      'not before the course or the visa ends',
    );
    expect(pageOf(referred({ clock: null, grounds: ['10.6-pattern'] }))).toContain('<p>No count runs.</p>');
  });

  it('pause as the plan says', () => {
    const clock = { vacation: 'counts', authorisedAbsence: 'pauses' } as const;
    expect(pageOf(referred(), { plan: planOf({ clock }) })).toContain(
      'The panel’s count goes on in vacations and pauses in authorised absence (10.6)',
    );
  });
});

describe('the indicators', () => {
  it('are shown of each module where each is asked, and say why they were not', () => {
    const plan = planOf({ indicators: [VLE, { ...VLE, id: 'later', title: 'later', at: ['week_12'] }] });
    const measured = [rateOf(1, 2, 50, { module: 'A1' }), rateOf(0, 2, 50, { module: 'B1' })] as const;
    const modules = [
      { module: 'A1', result: 'met', measured: { ...measured[0], worst: measuredOf(3, 3, 4).worst } },
      { module: 'B1', result: 'not-met', measured: measuredOf(2, 2, 4, { module: 'B1' }) },
    ] as const;
    const each = { ...resultOf('vle', 'not-met', modules[1].measured), modules };
    const page = pageOf(referred({ indicators: [each, notApplicable('later')] }), { plan });
    expect(page).toContain('<td>active on 2 days in B1</td>');
    expect(page.match(/\(7\.1c\)<\/th>/g)).toHaveLength(3);
    expect(rowOf(page, 'Later')).toEqual(['not asked at this checkpoint', 'none', 'not applicable']);
  });

  it('say so where nothing was measured', () => {
    const page = pageOf({ ...referred(), history: [earlierOf({ indicators: [] }), outcomeOf(GROUNDS)] });
    expect(page).toContain('<td>Nothing was measured.</td>');
    expect(pageOf(referred())).toContain('<p>There was no earlier checkpoint this year.</p>');
  });
});

it('says of sponsorship and funding what is recorded', () => {
  const student = studentOf('1', {
    isSponsored: true,
    visaFrom: day('2013-08-01'),
    targetAwardRqf: null,
    funding: 'self',
  });
  const page = pageOf({ ...referred({ sponsorship: sponsorshipOf({ clause: null }) }), student });
  expect(rowOf(page, 'Visa')).toEqual(['from 1 August 2013, no limit after']);
  expect(rowOf(page, 'Rule')).toEqual(['not decided']);
  expect(rowOf(page, 'RQF level')).toEqual(['not recorded']);
  expect(rowOf(page, 'Funding')).toEqual(['self-funded']);
});
