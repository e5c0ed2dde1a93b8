// Freshness and coverage of each listed feed, and what a gap does to outcomes.
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../src/engagement/ledger.js';
import { activeDays, d, due, everyDay, KNOWN, ledger, plan, listed } from '../../support/build.js';
import { codesFound, found, students, subject } from './found.js';

/** A ledger in which others used the VLE on these days. */
function vleOn(...days: readonly string[]): Ledger {
  return ledger([], [], { ...KNOWN, othersOn: { ...KNOWN.othersOn, vle: days } });
}

const onlyVle = plan({ feeds: listed('vle') });

test('nothing to say where everything is there', () => {
  expect(found(ledger([], [], KNOWN))).toEqual([]);
});

describe('a listed feed', () => {
  test('without a file', () => {
    expect(found(ledger([], [], { ...KNOWN, without: ['vle'] }))).toEqual([
      'feed-missing ×1: The plan lists vle, but no file in the exports holds it, so nothing is known of it. It leaves 1 student of this plan undecided.',
    ]);
  });

  test('that was set aside, whether files hold it or not', () => {
    for (const files of [['vle.csv'], []]) {
      const seen = ledger([], [], { ...KNOWN, without: ['vle'], feedsSetAside: [{ feed: 'vle', files }] });
      expect(found(seen)).toEqual([
        'feed-set-aside-effect ×1: The plan lists vle, which was set aside, so nothing is known of it. It leaves 1 student of this plan undecided.',
      ]);
    }
  });

  test('with a file in which nobody ever acted', () => {
    expect(found(vleOn())).toEqual([
      'feed-without-acts ×21: Nobody has done anything in vle up to 2026-10-18, so nothing is known of it. It leaves 1 student of this plan undecided.',
    ]);
  });

  test('with acts of nobody whom the students table has', () => {
    const strangers = { ...KNOWN, othersOn: { ...KNOWN.othersOn, vle: [] } };
    const seen = ledger([], [], { ...strangers, strangersOn: { vle: everyDay('2026-09-28', '2026-10-19') } });
    expect(found(seen, { plan: onlyVle })).toEqual([
      'feed-of-others ×21: Of 21 acts in vle up to 2026-10-18, none is of a student whom the students table has, so nothing is known of it. It leaves 1 student of this plan undecided.',
    ]);
  });

  test.each([
    ['2026-10-18', []],
    ['2026-10-19', ['feed-of-others ×21']],
  ])('where the first act of a student is of %s, after those of others', (firstOn, expected) => {
    const others = { ...KNOWN.othersOn, vle: [firstOn] };
    const strangersOn = { vle: everyDay('2026-09-28', '2026-10-18') };
    expect(codesFound(ledger([], [], { othersOn: others, strangersOn }), { plan: onlyVle })).toEqual(expected);
  });

  test.each([
    ['2026-10-18', undefined],
    [
      '2026-10-19',
      'feed-after-checkpoint ×1: Everything in vle is later than the checkpoint: the first act is of 2026-10-19, the checkpoint of 2026-10-18. So nothing is known of it. It leaves 1 student of this plan undecided.',
    ],
  ])('whose first act is of %s', (firstOn, expected) => {
    expect(found(vleOn(firstOn, '2026-12-01')).find((line) => line.startsWith('feed-after'))).toBe(expected);
  });

  test.each([
    ['2026-09-26', 'feed-before-teaching'],
    ['2026-09-27', 'feed-before-teaching'],
    ['2026-09-28', 'feed-ends-early'],
  ])('whose last act is of %s', (lastOn, code) => {
    const [line, ...others] = found(vleOn('2026-05-01', lastOn), { plan: onlyVle });
    expect(line).toMatch(`${code} ×`);
    expect(others).toEqual([]);
  });

  test('of another term says whom it leaves undecided, and how many are listed', () => {
    expect(found(vleOn('2026-05-01'), { plan: onlyVle })).toEqual([
      'feed-before-teaching ×1: Everything in vle is earlier than teaching: the last act is of 2026-05-01, teaching began on 2026-09-28. It is probably the export of another term. It leaves 1 student of this plan undecided. No student of this plan has low- or non-engagement.',
    ]);
  });

  // The minimum is three days: two unknown ones could not reach it.
  test('that begins late, as long as the window shows it', () => {
    const late = vleOn(...everyDay('2026-09-30', '2026-12-06'));
    expect(found(late)).toEqual([
      'feed-begins-late ×2: The first act in vle is of 2026-09-30: 2 days of the window before it are not known. It leaves no student of this plan undecided.',
    ]);
    expect(found(late, { on: '2026-11-08' })).toEqual([]);
  });

  test.each([
    ['2026-10-15', []],
    [
      '2026-10-14',
      [
        "feed-ends-early ×1: The last act in vle is of 2026-10-14. With the plan's tolerance it is known to 2026-10-17: 1 later day of the window is not. It leaves no student of this plan undecided.",
      ],
    ],
    [
      '2026-10-12',
      [
        "feed-ends-early ×3: The last act in vle is of 2026-10-12. With the plan's tolerance it is known to 2026-10-15: 3 later days of the window are not. It leaves 1 student of this plan undecided.",
      ],
    ],
  ])('last heard of on %s', (lastOn, expected) => {
    expect(found(vleOn(...everyDay('2026-09-28', lastOn)))).toEqual(expected);
  });

  test('last heard of before the window: the whole window is not known', () => {
    expect(found(vleOn(...everyDay('2026-09-28', '2026-10-10')), { on: '2026-11-08' })).toEqual([
      "feed-ends-early ×21: The last act in vle is of 2026-10-10. With the plan's tolerance it is known to 2026-10-13: 21 later days of the window are not. It leaves 1 student of this plan undecided.",
    ]);
  });

  test('that was begun before the window matters where a clock reaches back to what is not known', () => {
    const late = vleOn(...everyDay('2026-11-01', '2026-12-31'));
    const later = plan({
      checkpoints: [...plan().checkpoints, { id: 'week_13', on: d('2026-12-27') }],
      feeds: listed('vle'),
    });
    expect(found(late, { plan: later, on: '2026-12-27' })).toEqual([
      'feed-begins-late ×1: The first act in vle is of 2026-11-01: the days before it are not known, and a clock without evidence reaches back to them. It leaves 1 student of this plan undecided.',
    ]);
    const active = ledger([{ on: '2026-12-20' }], [], { othersOn: { vle: everyDay('2026-11-01', '2026-12-31') } });
    expect(found(active, { plan: later, on: '2026-12-27' })).toEqual([]);
  });
});

test('a gap leaves only those undecided whom it keeps open', () => {
  const acts = ['2026-09-28', '2026-09-29', '2026-09-30'].map((on) => ({ on, studentId: '0001' }));
  const stale = ledger(acts, [], {
    othersOn: { vle: everyDay('2026-09-28', '2026-10-10'), submissions: ['2026-09-28'] },
  });
  expect(found(stale, { subjects: students(1) })[0]).toMatch(' It leaves no student of this plan undecided.');
  expect(found(stale, { subjects: students(2) })[0]).toMatch(' It leaves 1 student of this plan undecided.');
  expect(found(stale, { subjects: students(3) })[0]).toMatch(' It leaves 2 students of this plan undecided.');
});

describe('an export of another term, where silence is normal', () => {
  const both = plan({ feeds: listed('vle', 'submissions', 'meetings'), indicators: [activeDays(1)] });
  const others = { vle: KNOWN.othersOn?.vle ?? [], submissions: ['2026-09-28'], meetings: ['2026-09-28'] };

  test.each([
    ['2026-09-27', ['feed-before-teaching']],
    ['2026-09-28', []],
  ])('the last meeting on %s', (lastOn, expected) => {
    const acts = ledger([], [], { othersOn: { ...others, meetings: ['2026-05-01', lastOn] } });
    expect(found(acts, { plan: both }).map((line) => line.split(' ')[0])).toEqual(expected);
  });

  test('nobody is undecided, but somebody may be listed for it', () => {
    const acts = ledger([], [], { othersOn: { ...others, meetings: ['2026-05-01'] } });
    expect(found(acts, { plan: both })[0]).toMatch(
      'It leaves no student of this plan undecided. 1 student of this plan has low- or non-engagement.',
    );
  });

  test.each([
    ['2026-09-27', ['feed-before-teaching']],
    ['2026-09-28', []],
  ])('nobody has submitted this year, and something is due on %s', (dueOn, expected) => {
    const acts = ledger([], [due({ due: dueOn })], { othersOn: { ...others, submissions: ['2026-05-01'] } });
    const codes = found(acts, { plan: both }).map((line) => line.split(' ')[0]);
    expect(codes.filter((code) => code === 'feed-before-teaching')).toEqual(expected);
  });
});

test('a student who is not assessed is left undecided by nothing', () => {
  const withdrawn = subject({ studentId: '0002', status: 'withdrawn' });
  expect(found(vleOn(), { subjects: [withdrawn] })[0]).toMatch('It leaves no student of this plan undecided.');
});

test('an unlisted feed that was set aside is spoken of where files hold it', () => {
  const seen = (files: readonly string[]): Ledger =>
    ledger([], [], { ...KNOWN, feedsSetAside: [{ feed: 'meetings', files }] });
  expect(codesFound(seen(['meetings.csv']))).toEqual(['feed-set-aside-effect ×1']);
  expect(codesFound(seen([]))).toEqual([]);
});

describe('a feed whose exports are declared to cover some days', () => {
  const covering = (from: string, to: string, days: readonly string[] = ['2026-10-05', '2026-10-16']): Ledger =>
    ledger([], [], {
      ...KNOWN,
      othersOn: { ...KNOWN.othersOn, vle: days },
      covered: new Map([['vle', [{ from: d(from), to: d(to) }]]]),
    });

  test.each([
    ['2026-09-28', '2026-10-18', []],
    ['2026-09-28', '2026-10-17', ['feed-not-covered ×1']],
    ['2026-09-29', '2026-10-16', ['feed-not-covered ×3']],
  ])('from %s to %s, with acts or without', (from, to, expected) => {
    expect(codesFound(covering(from, to), { plan: onlyVle })).toEqual(expected);
    const silent = codesFound(covering(from, to, []), { plan: onlyVle });
    expect(silent).toEqual(['covers-beyond-acts ×1', ...expected]);
  });

  test('the whole window, but not the days before it, which decide nothing yet', () => {
    const later = plan({
      feeds: listed('vle'),
      indicators: [activeDays(1)],
      checkpoints: [
        { id: 'c1', on: d('2026-10-18') },
        { id: 'c2', on: d('2026-11-08') },
      ],
    });
    const lines = found(covering('2026-10-19', '2026-11-08'), { plan: later, on: '2026-11-08' });
    expect(lines.filter((line) => line.startsWith('feed-not-covered'))).toEqual([]);
  });

  test.each([
    ['2026-10-08', '2026-10-10', []],
    ['2026-10-08', '2026-10-11', []],
    ['2026-10-08', '2026-10-12', ['covers-beyond-acts ×1']],
  ])('beyond the last act, %s, and what the plan tolerates: to %s', (lastOn, to, expected) => {
    const codes = codesFound(covering('2026-09-28', to, [lastOn]), { plan: onlyVle }, 'covers-beyond-acts');
    expect(codes).toEqual(expected);
  });

  test('beyond the checkpoint matter up to it alone', () => {
    const seen = covering('2026-09-28', '2027-06-30', ['2026-10-10']);
    expect(found(seen, { plan: onlyVle })[0]).toBe(
      'covers-beyond-acts ×1: The sources file says that the exports of vle cover every day up to 2026-10-18, but nobody is active in them after 2026-10-10. 1 student of this plan has low- or non-engagement.',
    );
  });
});
