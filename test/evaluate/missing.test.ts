// What is missing where a classification is withheld: that on which the rule turns, wherever it lies, and nothing else.
import { describe, expect, test } from 'vitest';
import type { OpenEvent } from '../../src/engagement/ledger.js';
import type { Missing } from '../../src/engagement/outcome.js';
import {
  activeDays,
  amount,
  attendanceRate,
  everyDay,
  KNOWN,
  ledger,
  openEvent,
  period,
  plan,
  recency,
  type ActSpec,
  listed,
} from '../support/build.js';
import { outcomeAt } from '../support/judge.js';

const of = (event: OpenEvent): Missing => ({
  feed: event.feed,
  why: event.why,
  days: { from: event.starts.day, to: event.starts.day },
  event,
});

describe('recency, which looks back before the window', () => {
  // The window begins on 19 October; 25 days back from 8 November begin on the 15th.
  const windows = {
    checkpoints: [
      { id: 'c1', on: period('2026-10-18', '2026-10-18').to },
      { id: 'c2', on: period('2026-11-08', '2026-11-08').to },
    ],
  };
  const recent = plan({
    feeds: listed('attendance'),
    indicators: [recency(25, { feed: 'attendance' })],
    ...windows,
  });
  const missed: ActSpec = { on: '2026-11-06', feed: 'attendance', type: 'lab', module: 'M1', standing: 'missed' };

  test('is open by an event before the window, and says which', () => {
    const lab = openEvent({ on: '2026-10-16' });
    const earlier = openEvent({ eventId: 'E0', on: '2026-10-02' });
    const seen = ledger([{ ...missed, on: '2026-10-05', standing: 'done' }, missed], [], {
      ...KNOWN,
      open: { '0001': [earlier, lab] },
    });
    const outcome = outcomeAt('2026-11-08', { plan: recent, ledger: seen });
    expect(outcome).toMatchObject({ classification: 'withheld', missing: [of(lab)] });
  });

  test('or by days that nobody knows', () => {
    const seen = ledger([missed], [], { othersOn: { attendance: everyDay('2026-10-20', '2026-11-08') } });
    const outcome = outcomeAt('2026-11-08', { plan: recent, ledger: seen });
    expect(outcome).toMatchObject({
      classification: 'withheld',
      missing: [{ feed: 'attendance', why: 'before-first-act', days: period('2026-09-28', '2026-10-19') }],
    });
  });
});

describe('what cannot change the classification', () => {
  const lecture = openEvent({ eventId: 'E2', type: 'lecture', on: '2026-10-08' });
  const lab = openEvent({ on: '2026-10-09' });
  const labs = attendanceRate('60%', { only: ['lab'] });
  const qmplus: readonly ActSpec[] = ['2026-10-01', '2026-10-02'].map((on) => ({ on }));
  const seen = (acts: readonly ActSpec[]) => ledger(acts, [], { ...KNOWN, open: { '0001': [lecture, lab] } });

  test('an event that no indicator asks for is not missing', () => {
    const both = plan({ feeds: listed('attendance', 'vle'), indicators: [labs, activeDays(1)] });
    const outcome = outcomeAt('2026-10-18', { plan: both, ledger: seen(qmplus) });
    expect(outcome).toMatchObject({ classification: 'withheld', missing: [of(lab)] });
    expect(outcome.openEvents).toEqual([lecture, lab]);
  });

  test('nor is one whose indicator another stands in for', () => {
    const either = plan({
      feeds: listed('attendance', 'vle'),
      indicators: [labs, activeDays(1)],
      rule: { kind: 'any', of: [labs, activeDays(1)].map(({ id }) => ({ kind: 'indicator', indicatorId: id })) },
    });
    expect(outcomeAt('2026-10-18', { plan: either, ledger: seen(qmplus) })).toMatchObject({
      classification: 'engaged',
      missing: [],
    });
  });

  test('minutes that no record gives are missing on the days that have them', () => {
    const watched = amount('minutes', 60, { id: 'recordings', feed: 'lecture_capture' });
    const acts = [
      { on: '2026-10-06', feed: 'lecture_capture', unmeasuredActs: 1 },
      { on: '2026-10-07', feed: 'lecture_capture', minutes: 20 },
    ] as const;
    const capture = plan({ feeds: listed('lecture_capture'), indicators: [watched] });
    expect(outcomeAt('2026-10-18', { plan: capture, ledger: ledger(acts, [], KNOWN) }).missing).toEqual([
      { feed: 'lecture_capture', why: 'minutes-not-given', days: period('2026-10-06', '2026-10-06'), event: null },
    ]);
  });
});

test('each module by itself: what is missing of those that are open', () => {
  const each = plan({
    feeds: listed('attendance'),
    indicators: [attendanceRate('50%', { scope: 'each_module' })],
  });
  const acts = ['M1', 'M2', 'M3'].map((module): ActSpec => ({
    on: '2026-10-01',
    feed: 'attendance',
    type: 'lab',
    module,
    standing: 'done',
  }));
  const open = ['M1', 'M2', 'M2'].map((module, index) =>
    openEvent({ eventId: `E${index}`, module, on: `2026-10-0${index + 5}` }),
  );
  const enrolments = ['M1', 'M2', 'M3'].map((moduleCode) => ({
    ...{ studentId: '0001', moduleCode, moduleSchool: '', from: null, to: null },
    source: { file: 'module_enrolments.csv', record: 1 },
  }));
  const seen = ledger(acts, [], { ...KNOWN, open: { '0001': open } });
  const outcome = outcomeAt('2026-10-18', { plan: each, ledger: seen, enrolments });
  // M1 is met by one of two; M2 has one of three to three of three.
  expect(outcome).toMatchObject({ classification: 'withheld', missing: open.slice(1).map(of) });
});
