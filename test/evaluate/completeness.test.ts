// A missing export must never pass for quiet students: what a checkpoint says of its own data.
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/engagement/ledger.js';
import type { ModuleEnrolment, Student } from '../../src/engagement/student.js';
import { completeness } from '../../src/evaluate/completeness.js';
import { stagesOf } from '../../src/evaluate/situation.js';
import type { Plan } from '../../src/plan/plan.js';
import { due, enrolment, everyDay, KNOWN, ledger, plan, student } from '../support/build.js';
import { d } from '../support/build.js';

interface Seen {
  readonly plan?: Plan;
  readonly student?: Student;
  readonly enrolments?: readonly ModuleEnrolment[] | null;
  readonly on?: string;
}

/** Code and message of each finding at 18 October. */
function findings(acts: Ledger, it: Seen = {}): readonly string[] {
  const stage = stagesOf(it.plan ?? plan(), acts, d(it.on ?? '2026-10-18')).at(-1);
  if (stage === undefined) throw new Error('the test asks for a date before the start of teaching');
  const enrolments = it.enrolments === undefined ? [enrolment()] : it.enrolments;
  const subjects = [{ student: it.student ?? student(), enrolments }];
  return completeness(stage, subjects).map(({ code, message, count }) => `${code} ×${count}: ${message}`);
}

test('nothing to say where everything is there', () => {
  expect(findings(ledger([], [], KNOWN))).toEqual([]);
});

describe('a listed feed', () => {
  test('without a file', () => {
    expect(findings(ledger([], [], { ...KNOWN, without: ['vle'] }))).toEqual([
      'feed-missing ×1: The plan lists vle, but no file in the exports holds it, so nothing is known of it.',
    ]);
  });

  test('without any act by the checkpoint date', () => {
    expect(findings(ledger([], [], { ...KNOWN, vleOthersOn: ['2026-10-19'] }))).toEqual([
      'feed-without-acts ×21: Nobody has done anything in vle up to 2026-10-18, so nothing is known of it.',
    ]);
  });

  test('that begins late, as long as the window shows it', () => {
    const late = ledger([], [], { ...KNOWN, vleOthersOn: everyDay('2026-09-30', '2026-12-06') });
    expect(findings(late)).toEqual([
      'feed-begins-late ×2: The first act in vle is of 2026-09-30: 2 days of the window before it are not known.',
    ]);
    expect(findings(late, { on: '2026-11-08' })).toEqual([]);
  });

  test.each([
    ['2026-10-15', []],
    [
      '2026-10-14',
      [
        "feed-ends-early ×1: The last act in vle is of 2026-10-14. With the plan's tolerance it is known to 2026-10-17: 1 later day of the window is not.",
      ],
    ],
    [
      '2026-10-10',
      [
        "feed-ends-early ×5: The last act in vle is of 2026-10-10. With the plan's tolerance it is known to 2026-10-13: 5 later days of the window are not.",
      ],
    ],
  ])('last heard of on %s', (lastOn, expected) => {
    expect(findings(ledger([], [], { ...KNOWN, vleOthersOn: everyDay('2026-09-28', lastOn) }))).toEqual(expected);
  });

  test('last heard of before the window: the whole window is not known', () => {
    const old = ledger([], [], { ...KNOWN, vleOthersOn: everyDay('2026-09-28', '2026-10-10') });
    expect(findings(old, { on: '2026-11-08' })).toEqual([
      "feed-ends-early ×21: The last act in vle is of 2026-10-10. With the plan's tolerance it is known to 2026-10-13: 21 later days of the window are not.",
    ]);
  });
});

describe('submissions, in which silence is normal', () => {
  const after = (dueOn: string): Ledger => ledger([], [due({ due: dueOn })], KNOWN);

  test.each([
    ['2026-09-28', 0],
    ['2026-09-29', 1],
    ['2026-10-15', 1],
    ['2026-10-16', 0],
  ])('the last of anybody on 28 September, one due on %s', (dueOn, count) => {
    const expected =
      count === 0 ? [] : [expect.stringMatching('^submissions-may-be-stale ×1: .* 2026-09-28, and 1 assessment ')];
    expect(findings(after(dueOn))).toEqual(expected);
  });

  test('that were handed in early, or were due when the student had not started, are not missing', () => {
    const early = ledger([], [due({ due: '2026-10-10', submitted: '2026-09-28' })], KNOWN);
    expect(findings(early)).toEqual([]);
    const late = ledger([], [due({ due: '2026-10-10', submitted: '2026-10-19' })], KNOWN);
    expect(findings(late)[0]).toMatch('submissions-may-be-stale ×1');
    expect(findings(after('2026-10-10'), { student: student({ startsOn: d('2026-10-11') }) })).toEqual([]);
  });

  test('are not asked about where the plan does not list them', () => {
    const onlyVle = plan({ feeds: [{ feed: 'vle', confirmedBy: null, confirmedOn: null }] });
    expect(findings(after('2026-10-10'), { plan: onlyVle })).toEqual([]);
  });

  test('were made within the tolerance of a short window', () => {
    const short = plan({ checkpoints: [{ id: 'c', on: d('2026-09-30') }] });
    expect(findings(after('2026-09-30'), { plan: short, on: '2026-09-30' })).toEqual([]);
  });
});

describe('students without a module', () => {
  test('are counted, where the table is there and they could be assessed', () => {
    const known = ledger([], [], KNOWN);
    expect(findings(known, { enrolments: [] })).toEqual([
      'students-without-modules ×1: 1 enrolled student of this plan has no module enrolment in the window.',
    ]);
    expect(findings(known, { enrolments: null })).toEqual([]);
    expect(findings(known, { enrolments: [], student: student({ status: 'withdrawn' }) })).toEqual([]);
  });
});

test('what lies after the checkpoint is left out and counted', () => {
  const later = ledger(
    [{ on: '2026-10-18' }, { on: '2026-10-19', acts: 2 }, { on: '2026-11-01' }],
    [due({ due: '2026-10-18', submitted: '2026-10-19' })],
    KNOWN,
  );
  expect(findings(later)).toEqual([
    'later-than-checkpoint ×3: vle: 3 acts after 2026-10-18 were left out.',
    'later-than-checkpoint ×1: submissions: 1 act after 2026-10-18 was left out.',
  ]);
});
