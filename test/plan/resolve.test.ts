// A whole plan of a school (6.2d, 8.1, 8.2), resolved.
import { expect, test } from 'vitest';
import { formatDay } from '../../src/calendar/day.js';
import { readPlan } from '../../src/plan/read-plan.js';
import { planText, planYaml, said, told, soundPlan } from './plans.js';

const UNIVERSITY = `
university: Example University
terms:
  spring: { from: 2027-01-11, to: 2027-04-01 }
  autumn: { from: 2026-09-21, to: 2026-12-18 }
vacations:
  spring: { from: 2027-04-02, to: 2027-04-25 }
  winter: { from: 2026-12-19, to: 2027-01-10 }
reading_weeks: { autumn: { from: 2026-11-09, to: 2026-11-15 } }
exam_weeks: { summer: { from: 2027-05-04, to: 2027-05-28 } }
closures: { Good Friday: 2027-03-26 }
feeds: { vle: { confirmed_by: Registry, confirmed_on: 2026-09-01 } }
support: { name: Student Enquiries, email: enquiries@example.ac.uk }
wellbeing_url: https://example.ac.uk/wellbeing
advice_url: https://example.ac.uk/advice
appeals_url: https://example.ac.uk/appeals
`;

test('a plan that says little has the defaults of the policy reading', () => {
  const plan = soundPlan({
    title: null,
    policy: null,
    support: null,
    feeds: null,
    indicators: '{ vle: { feed: vle, measure: count, minimum: 1 } }',
    rule: null,
  });
  expect(plan).toMatchObject({
    name: 'ENG',
    title: 'ENG',
    policyVersion: '2.0',
    students: { schools: ['ENG'] },
    contacts: { supportName: '', supportEmail: '', wellbeingUrl: '', adviceUrl: '', appealsUrl: '' },
    replyWithin: { count: 7, unit: 'days' },
    graceDays: 7,
    toleranceDays: 3,
    calendar: { vacations: [] },
    feeds: [{ feed: 'vle', confirmedBy: null, confirmedOn: null }],
    rule: { kind: 'all', of: [{ kind: 'indicator', indicatorId: 'vle' }] },
    patterns: [{ counts: 'non-engagement', count: 2, of: 2 }],
    moduleAlerts: null,
    files: [{ file: 'eng.yaml', sha256: 'abc' }],
  });
});

test('what a plan says itself wins over the defaults', () => {
  const plan = soundPlan({
    students: '{ school: [ENG, "01"], programmes: H100, rqf: [6, 7], mode: part-time }',
    reply_within_days: '10',
    grace_days: '1',
    tolerance_days: '14',
    wellbeing_url: 'https://example.ac.uk/help',
  });
  expect(plan).toMatchObject({
    title: 'School of Engineering',
    students: { schools: ['ENG', '01'], programmes: ['H100'], rqf: [6, 7], modes: ['part-time'] },
    leads: [{ name: 'Dr Ama Boateng', email: 'a.boateng@example.ac.uk' }],
    contacts: { supportName: 'Engineering Student Support', wellbeingUrl: 'https://example.ac.uk/help' },
    replyWithin: { count: 10, unit: 'days' },
    graceDays: 1,
    toleranceDays: 14,
  });
});

test('a plan that asks for no more than a school leaves the other parts of the selector open', () => {
  expect(Object.keys(soundPlan({}).students)).toEqual(['schools']);
});

test("the university's year and contacts fill what the plan leaves out", () => {
  const plan = soundPlan(
    { teaching_starts: null, support: null, feeds: '[vle, submissions]', university: 'university.yaml' },
    UNIVERSITY,
  );
  expect(formatDay(plan.calendar.teachingStartsOn)).toBe('2026-09-21');
  expect(plan.calendar.vacations.map(({ from, to }) => [formatDay(from), formatDay(to)])).toEqual([
    ['2026-12-19', '2027-01-10'],
    ['2027-04-02', '2027-04-25'],
  ]);
  expect(plan.contacts).toEqual({
    supportName: 'Student Enquiries',
    supportEmail: 'enquiries@example.ac.uk',
    wellbeingUrl: 'https://example.ac.uk/wellbeing',
    adviceUrl: 'https://example.ac.uk/advice',
    appealsUrl: 'https://example.ac.uk/appeals',
  });
  expect(plan.feeds.map(({ feed, confirmedBy }) => [feed, confirmedBy])).toEqual([
    ['submissions', null],
    ['vle', 'Registry'],
  ]);
  expect(plan.files.map(({ file }) => file)).toEqual(['eng.yaml', 'university.yaml']);
});

test("the plan's own start of teaching, contacts and confirmations win", () => {
  const plan = soundPlan(
    { feeds: '\n  vle: { confirmed_by: School Office, confirmed_on: 2026-09-02 }\n  submissions:' },
    UNIVERSITY,
  );
  expect(formatDay(plan.calendar.teachingStartsOn)).toBe('2026-09-28');
  expect(plan.contacts.supportName).toBe('Engineering Student Support');
  expect(plan.feeds.map(({ feed, confirmedBy }) => [feed, confirmedBy])).toEqual([
    ['submissions', null],
    ['vle', 'School Office'],
  ]);
});

test("a university's own start of teaching wins over its terms", () => {
  const plan = soundPlan({ teaching_starts: null }, `${UNIVERSITY}teaching_starts: 2026-09-23\n`);
  expect(formatDay(plan.calendar.teachingStartsOn)).toBe('2026-09-23');
});

test('a university file may leave everything to the plan', () => {
  expect(soundPlan({}, 'university: Example University\n').calendar.vacations).toEqual([]);
  expect(told({ teaching_starts: null }, 'university: Example University\n')).toEqual([
    'plan-without-teaching-start: plan',
  ]);
});

test('vacations that begin together are in order of their end', () => {
  const vacations = 'vacations: { b: { from: 2026-12-19, to: 2027-01-10 }, a: { from: 2026-12-19, to: 2027-01-03 } }\n';
  const { calendar } = soundPlan({}, vacations);
  expect(calendar.vacations.map(({ to }) => formatDay(to))).toEqual(['2027-01-03', '2027-01-10']);
});

test('faults of the plan and of its university are told together', () => {
  const faults = said({ policy: '2.0' }, 'vacations: { winter: { from: 2026-12-19 } }\n');
  expect(faults.map(({ code, place }) => [code, place?.file])).toEqual([
    ['yaml-quotes-needed', 'plans/eng.yaml'],
    ['yaml-key-missing', 'plans/university.yaml'],
  ]);
});

test('faults of a university that is readable but senseless refuse the plan, in the order of their places', () => {
  const university = [
    'vacations: { b: { from: 2026-12-19, to: 2026-12-18 } }',
    'terms: { a: { from: 2027-01-02, to: 2027-01-01 } }',
    'disruptions: { strike: { from: 2026-11-20, to: 2026-11-19 } }',
  ].join('\n');
  expect(told({}, university)).toEqual([
    'plan-period-reversed: 2026-12-18',
    'plan-period-reversed: 2027-01-01',
    'plan-period-reversed: 2026-11-19',
  ]);
});

test('a sound plan in several files is known by their names alone, wherever they lie', () => {
  const result = readPlan(
    planText(planYaml(), 'C:\\checkpoint\\plans\\eng.yaml'),
    planText('university: X', '/srv/plans/u.yaml'),
  );
  expect('plan' in result && result.plan.files.map(({ file }) => file)).toEqual(['eng.yaml', 'u.yaml']);
});

test('findings of a sound plan come in the order of their places', () => {
  expect(told({ policy: '"1.0"', rule: 'vle', feeds: '[vle, submissions]' })).toEqual([
    'plan-other-policy: "1.0"',
    'plan-feed-unconfirmed: vle',
    'plan-feed-unconfirmed: submissions',
    'plan-indicator-unused: coursework',
  ]);
});

test('warnings are held back while there are errors', () => {
  expect(told({ policy: '"1.0"', rule: 'vel' })).toEqual(['plan-rule-unknown-indicator: vel']);
});
