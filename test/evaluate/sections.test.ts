// Which part of a plan judges a student (6.2c, 6.2g), and which calendar level they follow (9.5).
import { describe, expect, test } from 'vitest';
import { knownLevels, levelOf } from '../../src/evaluate/level.js';
import { claims, sectionOf } from '../../src/evaluate/section.js';
import type { Group, GroupCondition, Rule } from '../../src/plan/plan.js';
import { activeDays, calendar, KNOWN, ledger, plan, student, submissionRate, vacation } from '../support/build.js';
import { outcomeAt } from '../support/judge.js';

const asked = (indicatorId: string): Rule => ({ kind: 'indicator', indicatorId });
const group = (id: string, when: GroupCondition, indicatorId: string): Group => {
  return { id, title: id, when, rule: { kind: 'all', of: [asked(indicatorId)] } };
};

describe('a group', () => {
  test.each<[GroupCondition, Parameters<typeof student>[0], boolean]>([
    [{ modes: ['part-time'] }, { mode: 'part-time' }, true],
    [{ modes: ['part-time'] }, { mode: 'full-time' }, false],
    [{ modes: ['part-time'] }, { mode: null }, false],
    [{ programmes: ['P1', 'P2'] }, { programmeCode: 'P2' }, true],
    [{ programmes: ['P1', 'P2'] }, { programmeCode: 'P3' }, false],
    [{ rqf: [7] }, { targetAwardRqf: 7 }, true],
    [{ rqf: [7] }, { targetAwardRqf: 6 }, false],
    [{ rqf: [7] }, { targetAwardRqf: null }, false],
    [{ years: ['1', 'F'] }, { yearOfStudy: 'F' }, true],
    [{ years: ['1', 'F'] }, { yearOfStudy: '' }, false],
    [{ categories: ['associate'] }, { category: 'associate' }, true],
    [{ categories: ['associate'] }, { category: 'campus' }, false],
    [{ isSponsored: true }, { isSponsored: true }, true],
    [{ isSponsored: false }, { isSponsored: true }, false],
    [{ modes: ['part-time'], years: ['1'] }, { mode: 'part-time', yearOfStudy: '2' }, false],
    [{}, {}, true],
  ])('for %j claims %j: %s', (when, over, isClaimed) => {
    expect(claims(when, student(over))).toBe(isClaimed);
  });

  test('the first that fits decides, else the plan’s own rule', () => {
    const indicators = [activeDays(3), submissionRate('50%')];
    const groups = [group('new', { years: ['1'] }, 'qmplus'), group('everybody', {}, 'coursework')];
    const grouped = plan({ indicators, groups });
    expect(sectionOf(grouped, student({ yearOfStudy: '1' })).group?.id).toBe('new');
    expect(sectionOf(grouped, student({ yearOfStudy: '2' })).group?.id).toBe('everybody');
    const [first = group('', {}, '')] = groups;
    expect(sectionOf(plan({ indicators, groups: [first] }), student({ yearOfStudy: '2' }))).toMatchObject({
      group: null,
      indicators: [{ id: 'qmplus' }, { id: 'coursework' }],
    });
  });

  test('only the indicators of its rule are measured', () => {
    const indicators = [activeDays(3), submissionRate('50%')];
    const nested: Group = {
      ...group('part_time', { modes: ['part-time'] }, 'qmplus'),
      rule: { kind: 'all', of: [{ kind: 'any', of: [asked('qmplus')] }] },
    };
    const outcome = outcomeAt('2026-10-18', {
      plan: plan({ indicators, groups: [nested] }),
      student: student({ mode: 'part-time' }),
      ledger: ledger([{ on: '2026-10-01' }], [], KNOWN),
    });
    expect(outcome).toMatchObject({ groupId: 'part_time', classification: 'low-engagement' });
    expect(outcome.indicators.map(({ indicatorId }) => indicatorId)).toEqual(['qmplus']);
  });

  test('for transnational students is what they need to be assessed (6.2g)', () => {
    const reason = (groups: readonly Group[]): string | null => {
      const abroad = student({ category: 'tne' });
      return outcomeAt('2026-10-18', { plan: plan({ groups }), student: abroad }).notAssessedReason;
    };
    expect(reason([])).toBe('no-transnational-section');
    expect(reason([group('everybody', {}, 'qmplus')])).toBe('no-transnational-section');
    expect(reason([group('overseas', { categories: ['campus', 'tne'] }, 'qmplus')])).toBeNull();
  });
});

describe('the calendar level', () => {
  const summer = vacation('2026-10-05', '2026-10-11', ['undergraduate']);
  const easter = vacation('2026-10-05', '2026-10-11', ['ug']);

  test.each([
    [7, [], 'masters'],
    [8, [easter], 'masters'],
    [6, [], 'undergraduate'],
    [3, [summer], 'undergraduate'],
    [6, [easter], null],
    [null, [summer], null],
  ])('RQF %s under %j: %s', (targetAwardRqf, vacations, level) => {
    expect(levelOf(plan({ calendar: calendar({ vacations }) }), student({ targetAwardRqf }))).toBe(level);
  });

  test('is as the plan assigns the programme', () => {
    const levels = new Map([['P1', 'integrated']]);
    expect(knownLevels(plan({ levels, calendar: calendar({ vacations: [summer] }) }))).toEqual([
      'integrated',
      'masters',
      'undergraduate',
    ]);
    expect(levelOf(plan({ levels }), student({ targetAwardRqf: 7 }))).toBe('integrated');
  });

  test.each([
    [6, 14],
    [7, 21],
    [null, 14],
  ])('decides which vacations count: RQF %s has %i monitored days', (targetAwardRqf, days) => {
    const own = plan({ calendar: calendar({ vacations: [summer] }) });
    const outcome = outcomeAt('2026-10-18', { plan: own, student: student({ targetAwardRqf }) });
    expect(outcome).toMatchObject({ studentMonitoredDays: days, windowMonitoredDays: days });
  });
});
