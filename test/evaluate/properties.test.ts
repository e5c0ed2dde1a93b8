// What must hold for every student, ledger and plan, whatever the numbers.
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { addDays, formatDay } from '../../src/calendar/day.js';
import type { Due, Ledger } from '../../src/engagement/ledger.js';
import type { Classification, Outcome } from '../../src/engagement/outcome.js';
import type { Dated } from '../../src/plan/dated.js';
import type { Indicator, Plan } from '../../src/plan/plan.js';
import {
  activeDays,
  calendar,
  vacation,
  d,
  due,
  everyDay,
  ledger,
  plan,
  recency,
  student,
  submissionRate,
  type ActSpec,
} from '../support/build.js';
import { historyAt, outcomeAt, type Case } from '../support/judge.js';
import { property } from '../support/property.js';

const FIRST = d('2026-09-14');
const CHECKPOINT = '2026-11-08';
const CHECKPOINTS = ['2026-10-18', CHECKPOINT, '2026-12-06'];

const dayText = (from: number, to: number): fc.Arbitrary<string> => {
  return fc.integer({ min: from, max: to }).map((offset) => formatDay(addDays(FIRST, offset)));
};
const anyDay = dayText(0, 100);
const act = fc.record({ on: anyDay, type: fc.constantFrom('', 'quiz'), acts: fc.integer({ min: 1, max: 3 }) });
const acts = fc.array(act, { maxLength: 25 });
const dues: fc.Arbitrary<readonly Due[]> = fc
  .array(
    fc.record({
      due: anyDay,
      submitted: fc.option(anyDay, { nil: undefined }),
      extendedTo: fc.option(anyDay, { nil: undefined }),
    }),
    {
      maxLength: 5,
    },
  )
  .map((rows) =>
    rows.map(({ due: dueOn, submitted, extendedTo }, index) =>
      due({
        assessmentId: `A${index}`,
        due: dueOn,
        ...(submitted === undefined ? {} : { submitted }),
        ...(extendedTo === undefined ? {} : { extendedTo }),
      }),
    ),
  );

const person = fc
  .record({
    startsOn: dayText(0, 50),
    status: fc.constantFrom('enrolled', 'enrolled', 'enrolled', 'withdrawn', 'interrupted', 'completed'),
    statusFrom: fc.option(anyDay, { nil: undefined }),
    endsOn: fc.option(dayText(60, 200), { nil: undefined }),
  })
  .map(({ startsOn, status, statusFrom, endsOn }) =>
    student({
      startsOn: d(startsOn),
      status: status as 'enrolled',
      statusFrom: statusFrom === undefined ? null : d(statusFrom),
      endsOn: endsOn === undefined ? null : d(endsOn),
    }),
  );

const indicators: fc.Arbitrary<readonly Indicator[]> = fc
  .record({
    days: fc.integer({ min: 1, max: 6 }),
    percent: fc.integer({ min: 1, max: 100 }),
    since: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ days, percent, since }) => [activeDays(days), submissionRate(`${percent}%`), recency(since)]);

const ruleKind = fc.constantFrom('all', 'any');

interface School extends Case {
  readonly plan: Plan;
  readonly acts: readonly ActSpec[];
  readonly dues: readonly Due[];
  readonly othersOn: readonly string[];
}

/** A case whose feeds are known on the days of others' acts. */
const school: fc.Arbitrary<School> = fc
  .record({
    acts,
    dues,
    person,
    indicators,
    ruleKind,
    othersOn: fc.uniqueArray(anyDay, { maxLength: 12 }),
    hasVacation: fc.boolean(),
  })
  .map((it) => ({
    plan: planOf(it.indicators, it.ruleKind as 'all', it.hasVacation),
    student: it.person,
    acts: it.acts,
    dues: it.dues,
    othersOn: it.othersOn,
  }));

/** The same where everybody else acts every day, so that nothing is unknown. */
const knownSchool = school.map((it) => ({ ...it, othersOn: everyDay('2026-09-14', '2026-12-31') }));

function planOf(chosen: readonly Indicator[], kind: 'all' | 'any', hasVacation: boolean): Plan {
  const vacations = hasVacation ? [vacation('2026-10-24', '2026-11-02')] : [];
  const of = chosen.map(({ id }) => ({ kind: 'indicator', indicatorId: id }) as const);
  return plan({ indicators: chosen, rule: { kind, of }, calendar: calendar({ vacations }) });
}

function ledgerOf({ acts: own, dues: theirs, othersOn }: School): Ledger {
  return ledger(own, theirs, { othersOn: { vle: othersOn, submissions: othersOn } });
}

function judged(it: School, on = CHECKPOINT): Outcome {
  return outcomeAt(on, { ...it, ledger: ledgerOf(it) });
}

const WORSE: readonly Classification[] = ['engaged', 'low-engagement', 'non-engagement'];
const isListed = ({ classification }: Outcome): boolean => WORSE.indexOf(classification) >= 1;

describe('for every school', () => {
  property('the history at a checkpoint equals the run at that checkpoint', school, (it) => {
    const whole = historyAt(CHECKPOINTS.at(-1) ?? '', { ...it, ledger: ledgerOf(it) });
    expect(CHECKPOINTS.map((on) => judged(it, on))).toEqual(whole);
  });

  property(
    'rows after the checkpoint change nothing',
    fc.tuple(school, fc.array(dayText(56, 120)), fc.array(dayText(56, 120))),
    ([it, days, moreDues]) => {
      const later = {
        ...it,
        acts: [...it.acts, ...days.map((on) => ({ on }))],
        dues: [...it.dues, ...moreDues.map((on, index) => due({ assessmentId: `Z${index}`, due: on, submitted: on }))],
        othersOn: [...it.othersOn, ...days],
      };
      expect(judged(later)).toEqual(judged(it));
    },
  );

  property('a student is in the process exactly where listed, and only the assessed are', school, (it) => {
    const outcome = judged(it);
    expect(outcome.process).toBe(isListed(outcome) ? 'non-engagement' : 'none');
    expect(outcome.notAssessedReason === null).toBe(outcome.classification !== 'not-assessed');
  });

  property('the shortest clock never exceeds the longest', school, (it) => {
    const { clock } = judged(it);
    if (clock === null) return;
    expect(clock.shortestMonitoredDays).toBeLessThanOrEqual(clock.longestMonitoredDays);
    expect(clock.longestMonitoredDays).toBeLessThanOrEqual(clock.calendarDays);
  });

  property('what later becomes known moves an outcome only to something inside the earlier bounds', school, (it) => {
    const before = judged(it);
    const after = judged({ ...it, othersOn: everyDay('2026-09-14', '2026-12-31') });
    if (before.classification === 'engaged') expect(after.classification).toBe('engaged');
    if (before.classification === 'non-engagement') expect(after.classification).toBe('non-engagement');
    for (const ground of before.grounds) if (ground === '10.6-days') expect(after.grounds).toContain(ground);
  });
});

describe('where everything is known', () => {
  property('nothing is withheld', knownSchool, (it) => {
    const outcome = judged(it);
    expect(outcome.classification).not.toBe('withheld');
    expect(outcome).toMatchObject({ groundsWithheld: [], missing: [] });
  });

  property('more evidence never worsens an outcome', fc.tuple(knownSchool, dayText(0, 55)), ([it, on]) => {
    const [before, after] = [judged(it), judged({ ...it, acts: [...it.acts, { on }] })];
    expect(WORSE.indexOf(after.classification)).toBeLessThanOrEqual(WORSE.indexOf(before.classification));
    expect(before.grounds).toEqual(expect.arrayContaining([...after.grounds]));
    expect(after.clock?.longestMonitoredDays ?? 0).toBeLessThanOrEqual(before.clock?.longestMonitoredDays ?? 0);
  });

  property(
    'a submission, however late, never worsens an outcome',
    fc.tuple(knownSchool, dayText(0, 55)),
    ([it, on]) => {
      const handedIn = it.dues.map((one) =>
        one.submitted === null ? { ...one, submitted: { day: d(on), minute: null } } : one,
      );
      const [before, after] = [judged(it), judged({ ...it, dues: handedIn })];
      expect(WORSE.indexOf(after.classification)).toBeLessThanOrEqual(WORSE.indexOf(before.classification));
    },
  );
});

function changed<T>(history: Dated<T>, change: (value: T) => T): Dated<T> {
  return history.map(({ from, value }) => ({ from, value: change(value) }));
}

property(
  'a raised minimum, and a lowered maximum, never shortens a list',
  fc.tuple(school, fc.integer({ min: 1, max: 5 })),
  ([it, by]) => {
    const stricter = it.plan.indicators.map((indicator): Indicator => {
      if (indicator.measure === 'recency') {
        return { ...indicator, maximum: changed(indicator.maximum, (maximum) => Math.max(0, maximum - by)) };
      }
      if (indicator.measure !== 'rate') {
        return { ...indicator, minimum: changed(indicator.minimum, (minimum) => minimum + by) };
      }
      const minimum = changed(indicator.minimum, (it) => ({ ...it, numerator: it.numerator + by }));
      return { ...indicator, minimum };
    });
    const [before, after] = [judged(it), judged({ ...it, plan: { ...it.plan, indicators: stricter } })];
    if (isListed(before)) expect(isListed(after)).toBe(true);
  },
);

property(
  'evidence of a student moves nobody else but by what it proves of the feed',
  fc.tuple(knownSchool, acts),
  ([it, others]) => {
    const crowd = others.map((one) => ({ ...one, studentId: 'other' }));
    expect(judged({ ...it, acts: [...it.acts, ...crowd] })).toEqual(judged(it));
  },
);
