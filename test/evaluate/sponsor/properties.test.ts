// What must hold for every sponsored student, whatever the numbers.
import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, formatDay } from '../../../src/calendar/day.js';
import type { Outcome } from '../../../src/engagement/outcome.js';
import {
  calendar,
  circumstance,
  d,
  everyDay,
  ledger,
  plan,
  student,
  vacation,
  type ActSpec,
  listed,
} from '../../support/build.js';
import { historyAt, outcomeAt, type Case } from '../../support/judge.js';
import { property } from '../../support/property.js';

const FIRST = d('2026-09-01');
const DAYS = 121;
const LAST = formatDay(addDays(FIRST, DAYS));
const CHECKPOINTS = ['2026-10-31', '2026-11-15', '2026-12-06', LAST];

const dayText = fc.integer({ min: 0, max: DAYS }).map((offset) => formatDay(addDays(FIRST, offset)));
const session: fc.Arbitrary<ActSpec> = fc.record({
  on: dayText,
  feed: fc.constant('attendance' as const),
  module: fc.constant('M1'),
  standing: fc.constantFrom('done' as const, 'missed' as const, 'missed' as const, 'authorised' as const),
  minutes: fc.integer({ min: 1, max: 180 }),
});

interface School extends Case {
  readonly acts: readonly ActSpec[];
  /** Where the registers are known to. */
  readonly knownTo: string;
}

const school: fc.Arbitrary<School> = fc
  .record({
    acts: fc.array(session, { maxLength: 20 }),
    rqf: fc.constantFrom(3, 3, 6),
    visaFrom: fc.option(dayText, { nil: undefined }),
    hasVacation: fc.boolean(),
    authorisedAbsence: fc.constantFrom('leaves' as const, 'stays' as const),
    knownTo: fc.constantFrom(LAST, LAST, '2026-11-10'),
  })
  .map(({ acts, rqf, visaFrom, hasVacation, authorisedAbsence, knownTo }) => ({
    acts,
    knownTo,
    student: student({
      isSponsored: true,
      targetAwardRqf: rqf,
      startsOn: FIRST,
      visaFrom: visaFrom === undefined ? null : d(visaFrom),
    }),
    plan: plan({
      feeds: listed('attendance'),
      calendar: calendar({
        teachingStartsOn: FIRST,
        vacations: hasVacation ? [vacation('2026-11-01', '2026-11-30')] : [],
      }),
      checkpoints: CHECKPOINTS.map((on, index) => ({ id: `c${index}`, on: d(on) })),
      sponsored: { ...plan().sponsored, authorisedAbsence },
    }),
  }));
const knownSchool = school.map((it) => ({ ...it, knownTo: LAST }));

function caseOf(it: School): Case {
  return { ...it, ledger: ledger(it.acts, [], { othersOn: { attendance: everyDay('2026-09-01', it.knownTo) } }) };
}

function judged(it: School, on = LAST): Outcome {
  return outcomeAt(on, caseOf(it));
}

/** The grounds and the process of the sponsor rules. */
function consequences({ sponsorship }: Outcome): readonly string[] {
  return [...(sponsorship?.grounds ?? []), ...(sponsorship?.process === 'certain' ? ['process'] : [])];
}

property('the history at a checkpoint equals the run at that checkpoint', school, (it) => {
  expect(CHECKPOINTS.map((on) => judged(it, on))).toEqual(historyAt(LAST, caseOf(it)));
});

property('where all registers are known, nothing is withheld', knownSchool, (it) => {
  const { sponsorship } = judged(it);
  expect(sponsorship).toMatchObject({ groundsWithheld: [], missing: [], missingForProcess: [] });
  expect(sponsorship?.process).not.toBe('withheld');
});

property(
  'what is certain stays so, whatever becomes known later of days without a register',
  fc.tuple(school, fc.array(session, { maxLength: 5 })),
  ([it, more]) => {
    const later = more.filter(({ on }) => on > it.knownTo);
    const known = { ...it, acts: it.acts.filter(({ on }) => on <= it.knownTo) };
    const before = judged(known);
    const after = judged({ ...known, acts: [...known.acts, ...later], knownTo: LAST });
    expect(consequences(after)).toEqual(expect.arrayContaining([...consequences(before)]));
  },
);

property('attending what was missed never worsens an outcome', fc.tuple(knownSchool, fc.nat(19)), ([it, index]) => {
  const attended = it.acts.map((act, at) => (at === index ? { ...act, standing: 'done' as const } : act));
  expect(consequences(judged(it))).toEqual(
    expect.arrayContaining([...consequences(judged({ ...it, acts: attended }))]),
  );
});

property(
  'an authorised absence never worsens an outcome',
  fc.tuple(knownSchool, dayText, dayText),
  ([it, one, other]) => {
    const [from, to] = [one, other].sort() as [string, string];
    const away = { ...it, circumstances: [circumstance({ from, to })] };
    expect(consequences(judged(it))).toEqual(expect.arrayContaining([...consequences(judged(away))]));
  },
);
