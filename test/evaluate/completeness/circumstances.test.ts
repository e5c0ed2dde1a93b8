// Circumstances that cannot have the effect that somebody may expect of them.
import { describe, expect, test } from 'vitest';
import type { Circumstance } from '../../../src/engagement/circumstance.js';
import { circumstance, due, everyDay, KNOWN, ledger } from '../../support/build.js';
import { codesFound, faultsFound, subject } from './found.js';

const UNKNOWN = 'circumstance-of-unknown-assessment';
const WITHOUT = 'extension-without-effect';

const dues = [
  due({ due: '2026-10-10', assessmentId: 'A1' }),
  due({ due: '2026-10-12', assessmentId: 'A2', extendedTo: '2026-10-14' }),
  due({ due: '2026-10-10', assessmentId: 'B1', studentId: '0002' }),
];
const seen = ledger([], dues, KNOWN);

function codes(circumstances: readonly Circumstance[], on = seen): readonly string[] {
  const subjects = [subject({}, { circumstances }), subject({ studentId: '0002' })];
  return codesFound(on, { subjects }, UNKNOWN, WITHOUT);
}

function extension(to: string, assessmentId: string, from = '2026-10-01'): Circumstance {
  return circumstance({ kind: 'extension', from, to, assessmentId });
}

describe('an assessment that nobody has', () => {
  test.each(['extension', 'extenuating'] as const)('named by %s', (kind) => {
    expect(codes([circumstance({ kind, from: '2026-10-01', to: '2026-10-20', assessmentId: 'A9' })])).toEqual([
      `${UNKNOWN} ×1`,
    ]);
  });

  test('the finding is at the first and counts all', () => {
    const circumstances = ['A8', 'A9'].map((assessmentId, index) => {
      const source = { file: 'circumstances.csv', record: index + 3 };
      return { ...extension('2026-10-20', assessmentId), source };
    });
    const subjects = [subject({}, { circumstances })];
    expect(faultsFound(seen, { subjects }).filter(({ code }) => code === UNKNOWN)).toMatchObject([
      { severity: 'warning', count: 2, place: { file: 'circumstances.csv', record: 3, column: 'assessment_id' } },
    ]);
  });

  test('not where it is somebody’s, none is named, or the kind is about none', () => {
    const named = (kind: Circumstance['kind'], assessmentId: string): readonly string[] =>
      codes([circumstance({ kind, from: '2026-10-01', assessmentId })]);
    expect(named('extenuating', 'B1')).toEqual([]);
    expect(named('extenuating', '')).toEqual([]);
    expect(named('authorised-absence', 'A9')).toEqual([]);
  });

  test('nobody can say without the submissions', () => {
    const without = ledger([], [], {
      without: ['submissions'],
      othersOn: { vle: everyDay('2026-09-28', '2026-10-18') },
    });
    expect(codes([extension('2026-10-20', 'A9'), extension('2026-10-20', '')], without)).toEqual([]);
  });
});

describe('an extension without effect', () => {
  test.each([
    ['2026-10-09', 'A1', 1],
    ['2026-10-10', 'A1', 1],
    ['2026-10-11', 'A1', 0],
    ['2026-10-13', 'A2', 1],
    ['2026-10-14', 'A2', 1],
    ['2026-10-15', 'A2', 0],
    // Another student's.
    ['2026-10-20', 'B1', 1],
  ])('to %s of %s', (to, assessmentId, expected) => {
    expect(codes([extension(to, assessmentId)])).toHaveLength(expected);
  });

  test.each([
    ['2026-10-09', '2026-10-20', 0],
    ['2026-10-10', '2026-10-20', 0],
    ['2026-10-12', '2026-10-20', 0],
    ['2026-10-13', '2026-10-20', 1],
    ['2026-10-01', '2026-10-09', 1],
  ])('that names no assessment, from %s to %s', (from, to, expected) => {
    expect(codes([extension(to, '', from)])).toHaveLength(expected);
  });

  test('for ever', () => {
    expect(codes([circumstance({ kind: 'extension', from: '2026-10-01', assessmentId: 'A1' })])).toEqual([
      `${WITHOUT} ×1`,
    ]);
  });

  test('is worth knowing, no more', () => {
    const subjects = [subject({}, { circumstances: [extension('2026-10-10', 'A1'), extension('2026-10-09', 'A1')] })];
    expect(faultsFound(seen, { subjects }).filter(({ code }) => code === WITHOUT)).toMatchObject([
      { severity: 'info', count: 2, place: { file: 'circumstances.csv' } },
    ]);
  });
});

describe('contact holds that begin after the checkpoint', () => {
  test.each([
    ['2026-10-17', 0],
    ['2026-10-18', 0],
    ['2026-10-19', 1],
  ])('from %s', (from, expected) => {
    const hold = circumstance({ kind: 'contact-hold', from });
    const later = circumstance({ kind: 'contact-hold', from: '2026-12-01', to: '2026-12-02' });
    const absence = circumstance({ kind: 'authorised-absence', from });
    const of = (...circumstances: readonly Circumstance[]): readonly string[] =>
      codesFound(seen, { subjects: [subject({}, { circumstances })] }, 'contact-holds-to-come');
    expect(of(hold)).toHaveLength(expected);
    expect(of(absence)).toEqual([]);
    expect(of(hold, later)).toEqual(['contact-holds-to-come ×1']);
  });
});
