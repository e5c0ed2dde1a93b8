// What the rules for sponsored students rest on, as JSON and on the terminal.
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { describeExplanation } from '../../src/cli/explanation.js';
import type { Plan } from '../../src/plan/plan.js';
import {
  calendar,
  circumstance,
  d,
  everyDay,
  ledger,
  openEvent,
  plan,
  student,
  type ActSpec,
  listed,
} from '../support/build.js';
import { explanation, type ExplainedCase } from './explained.js';

const PLAN: Plan = plan({
  feeds: listed('attendance', 'vle'),
  calendar: calendar({ teachingStartsOn: d('2026-09-14') }),
  checkpoints: [{ id: 'november', on: d('2026-11-08') }],
});
const LAB = { feed: 'attendance', type: 'lab', module: 'M1', minutes: 60, daytimeMinutes: 60 } as const;
const OTHERS = {
  othersOn: { vle: everyDay('2026-09-14', '2026-11-08'), attendance: everyDay('2026-09-14', '2026-11-08') },
};

const ACTS: readonly ActSpec[] = [
  { ...LAB, on: '2026-09-22', acts: 2, minutes: 120 },
  { ...LAB, on: '2026-09-23', standing: 'missed' },
  { ...LAB, on: '2026-10-06', acts: 15, minutes: 900, daytimeMinutes: 900 },
  { ...LAB, on: '2026-10-13', acts: 2, minutes: 130, standing: 'missed' },
  { ...LAB, on: '2026-10-14', acts: 3, minutes: 200, standing: 'authorised' },
];

function explained(over: Parameters<typeof student>[0], it: ExplainedCase = {}) {
  const open = { '0001': [openEvent({ on: '2026-10-07', minutes: 60 })] };
  return explanation({
    plan: PLAN,
    on: '2026-11-08',
    student: student({ isSponsored: true, startsOn: d('2026-09-14'), ...over }),
    ledger: ledger(ACTS, [], { ...OTHERS, open }),
    ...it,
  });
}

function section(it: ReturnType<typeof explanation>): string {
  const text = describeExplanation(it, new Chalk({ level: 0 }));
  return /Sponsored student \(9\)\n([\s\S]*?)\n\n/.exec(text)?.[1] ?? '';
}

test('months show minutes and sessions, and what authorised absence makes of them', () => {
  expect(section(explained({ targetAwardRqf: 3 }))).toMatchInlineSnapshot(`
    "  below degree level (9.1)
      last seen in person Tuesday 6 October 2026
      day 0 is 2026-10-06 (the last evidence): 33 days since, 33 of them monitored
      32 to 33 monitored days without evidence, depending on what is missing
      60 monitored days without evidence are reached on Saturday 5 December 2026, unless what is missing holds some
      2026-09: 120 of 180 minutes, 2 of 3 sessions, below 85%, below 70% (in part, 2 teaching weeks)
      2026-10: 900 of 1090 to 960 of 1090 minutes, 15 of 18 to 16 of 18 sessions, perhaps below 85% (decided otherwise, had authorised absence been treated in the other way)
        with authorised absence the other way: 900 of 1290 to 960 of 1290 minutes, 15 of 21 to 16 of 21 sessions, below 85%, perhaps below 70%
      2026-11: nothing expected (provisional)
      a month below 85% since the checkpoint before: the non-engagement process (9.1)
      week of 2026-09-14: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-09-21: 120 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-09-28: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-10-12: 120 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-10-19: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-10-26: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-11-02: 0 minutes timetabled, of 900 (about the timetable, 9.1)"
  `);
});

test('the clock shows what authorised absence did not pause, and by when to report', () => {
  const absence = circumstance({ from: '2026-10-20', to: '2026-10-23' });
  expect(section(explained({}, { circumstances: [absence] }))).toMatchInlineSnapshot(`
    "  at degree level or above (9.2)
      last seen in person Tuesday 6 October 2026
      day 0 is 2026-10-06 (the last evidence): 33 days since, 33 of them monitored
      32 to 33 monitored days without evidence, depending on what is missing
      60 monitored days without evidence are reached on Saturday 5 December 2026, unless what is missing holds some
      4 days of authorised absence counted too: they do not pause this clock
      to be reported by Friday 18 December 2026, once they are reached"
  `);
  expect(section(explained({ visaFrom: d('2026-12-01'), targetAwardRqf: 7 }))).toMatchInlineSnapshot(`
    "  at degree level or above (9.2)
      last seen in person Tuesday 6 October 2026
      no sponsor clock runs, because the visa is still to come"
  `);
  expect(section(explained({ visaTo: d('2026-11-20'), targetAwardRqf: 4 }))).toMatchInlineSnapshot(`
    "  RQF 4, 5 or none (9.1 or 9.2): the ground is withheld, because the plan does not say which rule is theirs
      last seen in person Tuesday 6 October 2026
      day 0 is 2026-10-06 (the last evidence): 33 days since, 33 of them monitored
      32 to 33 monitored days without evidence, depending on what is missing
      the course or the visa ends before 60 monitored days
      2026-09: 120 of 180 minutes, 2 of 3 sessions, below 85%, below 70% (in part, 2 teaching weeks)
      2026-10: 900 of 1090 to 960 of 1090 minutes, 15 of 18 to 16 of 18 sessions, perhaps below 85% (decided otherwise, had authorised absence been treated in the other way)
        with authorised absence the other way: 900 of 1290 to 960 of 1290 minutes, 15 of 21 to 16 of 21 sessions, below 85%, perhaps below 70%
      2026-11: nothing expected (provisional)
      week of 2026-09-14: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-09-21: 120 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-09-28: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-10-12: 120 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-10-19: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-10-26: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-11-02: 0 minutes timetabled, of 900 (about the timetable, 9.1)"
  `);
});

test('what keeps the rule from being applied is said', () => {
  const unlisted = { plan: { ...PLAN, feeds: listed('vle') } };
  expect(section(explained({ targetAwardRqf: 3 }, unlisted))).toContain(
    'below degree level (9.1): the ground is withheld, because the plan does not list attendance',
  );
});

test('of months with nothing expected or nothing known', () => {
  const silent = { othersOn: { ...OTHERS.othersOn, attendance: everyDay('2026-09-14', '2026-09-30') } };
  expect(section(explained({ targetAwardRqf: 3 }, { ledger: ledger([], [], silent) }))).toMatchInlineSnapshot(`
    "  below degree level (9.1)
      no attendance in person is recorded so far
      day 0 is 2026-09-13 (the day before the student’s start): 56 days since, 56 of them monitored
      0 to 56 monitored days without evidence, depending on what is missing
      60 monitored days without evidence are reached on Thursday 12 November 2026, unless what is missing holds some
      2026-09: nothing expected (in part, 2 teaching weeks)
      2026-10: minutes not known, sessions not known, perhaps below 85%, perhaps below 70%
      2026-11: minutes not known, sessions not known, perhaps below 85%, perhaps below 70% (provisional)
      whether a month since the checkpoint before was below 85% depends on what is missing (9.1)
      week of 2026-09-14: 0 minutes timetabled, of 900 (about the timetable, 9.1)
      week of 2026-09-21: 0 minutes timetabled, of 900 (about the timetable, 9.1)"
  `);
  const allAway = { ledger: ledger([{ ...LAB, on: '2026-10-06', standing: 'authorised' }], [], OTHERS) };
  expect(section(explained({ targetAwardRqf: 3 }, allAway))).toContain(
    'with authorised absence the other way: 0 of 60 minutes, 0 of 1 sessions, below 85%, below 70%',
  );
  const stays = { ...PLAN, sponsored: { ...PLAN.sponsored, authorisedAbsence: 'stays' } } as const;
  expect(section(explained({ targetAwardRqf: 3 }, { ...allAway, plan: stays }))).toContain(
    'with authorised absence the other way: nothing expected',
  );
});

test('nothing is said of a student who is not sponsored', () => {
  expect(section(explained({ isSponsored: false }))).toBe('');
  expect(explained({ isSponsored: false }).sponsorship).toBeNull();
});

test('as JSON, with every operand', () => {
  const { sponsorship } = explained({ targetAwardRqf: 3 });
  expect(sponsorship).toMatchObject({
    rule: '9.1',
    process: 'certain',
    grounds: [],
    grounds_withheld: [],
    withheld_because: null,
    last_in_person_on: '2026-10-06',
    clock: { day_0: '2026-10-06', monitored_days: 33, authorised_days: 0, report_by: '2026-12-18' },
    weeks: expect.arrayContaining([{ monday: '2026-10-05', minutes: 960 }]) as unknown,
  });
  expect(sponsorship?.months[1]).toEqual({
    month: '2026-10',
    provisional: false,
    since_last_checkpoint: true,
    in_part: false,
    teaching_weeks: 4,
    attendance: {
      minutes: { worst: { attended: 900, expected: 1090 }, best: { attended: 960, expected: 1090 } },
      sessions: { worst: { attended: 15, expected: 18 }, best: { attended: 16, expected: 18 } },
      below_85: 'open',
      below_70: 'not-below',
    },
    otherwise: {
      minutes: { worst: { attended: 900, expected: 1290 }, best: { attended: 960, expected: 1290 } },
      sessions: { worst: { attended: 15, expected: 21 }, best: { attended: 16, expected: 21 } },
      below_85: 'below',
      below_70: 'open',
    },
    decided_by_authorised: true,
  });
});
