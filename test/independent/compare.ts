// Holds what the program wrote against the simulation, cell by cell, and words each difference.
import type { Reports, Row } from './reports.js';
import type { IndicatorVerdict } from './indicators.js';
import type { Fraction } from './simple-plan.js';
import type { Verdict } from './simulation.js';

/** The differences at one checkpoint; the verdicts are those of that checkpoint, in any order. */
export function differences(
  reports: Reports | undefined,
  verdicts: readonly Verdict[],
  associates: ReadonlySet<string>,
): string[] {
  if (reports === undefined) return ['no reports'];
  const found = new Map(reports.outcomes.map((row) => [row['student_id'] ?? '', row]));
  const counts = found.size === verdicts.length && reports.outcomes.length === verdicts.length;
  return [
    ...(counts ? [] : [`outcomes.csv has ${reports.outcomes.length} rows, expected ${verdicts.length}`]),
    ...verdicts.flatMap((verdict) => differencesOfStudent(found.get(verdict.studentId), verdict)),
    ...differencesOfLists(reports, verdicts, associates),
  ];
}

function differencesOfStudent(row: Row | undefined, verdict: Verdict): string[] {
  const label = `${verdict.studentId} at ${verdict.checkpointOn}`;
  if (row === undefined) return [`${label}: not in outcomes.csv`];
  return expectedCells(verdict, row)
    .filter(({ column, expected }) => normal(row[column]) !== expected)
    .map(({ column, expected }) => `${label}: ${column} is '${row[column] ?? 'absent'}', expected '${expected}'`);
}

interface Cell {
  readonly column: string;
  readonly expected: string;
}

function expectedCells(verdict: Verdict, row: Row): Cell[] {
  return [
    { column: 'checkpoint_date', expected: verdict.checkpointOn },
    { column: 'window_from', expected: verdict.windowFrom },
    { column: 'window_to', expected: verdict.windowTo },
    { column: 'classification', expected: verdict.classification },
    { column: 'not_assessed_reason', expected: verdict.notAssessedReason },
    { column: 'process', expected: verdict.process },
    { column: 'last_evidence_on', expected: verdict.lastEvidenceOn },
    { column: 'days_without_evidence', expected: verdict.clock?.calendarDays.toString() ?? '' },
    { column: 'monitored_days_without_evidence', expected: verdict.clock?.longest.toString() ?? '' },
    { column: 'grounds', expected: verdict.grounds.join(';') },
    { column: 'grounds_withheld', expected: verdict.groundsWithheld.join(';') },
    ...(verdict.indicators.length === 0 ? blankCells(row) : verdict.indicators.flatMap(indicatorCells)),
  ];
}

/** No result for a student who is not assessed. */
function blankCells(row: Row): Cell[] {
  return Object.keys(row)
    .filter((column) => column.endsWith('_result'))
    .map((column) => ({ column, expected: '' }));
}

function indicatorCells({ id, result, measure, bestCase, minimum }: IndicatorVerdict): Cell[] {
  return [
    { column: `${id}_result`, expected: result },
    { column: `${id}_measure`, expected: decimal(measure) },
    { column: `${id}_best_case`, expected: decimal(bestCase) },
    { column: `${id}_minimum`, expected: decimal(minimum) },
  ];
}

/** Cut, never rounded up, to four places; without trailing zeros. */
function decimal(fraction: Fraction | 'unlimited' | null): string {
  if (fraction === null) return '';
  if (fraction === 'unlimited') return fraction;
  return (Math.floor((fraction.top * 10_000) / fraction.bottom) / 10_000).toString();
}

/** A decimal cell without trailing zeros; any other cell as it is. */
function normal(cell: string | undefined): string {
  return cell !== undefined && /^\d+\.\d+$/.test(cell) ? Number(cell).toString() : (cell ?? 'absent');
}

function differencesOfLists(reports: Reports, verdicts: readonly Verdict[], associates: ReadonlySet<string>): string[] {
  const idsOf = (choose: (verdict: Verdict) => boolean): string =>
    verdicts
      .filter(choose)
      .map(({ studentId }) => studentId)
      .sort()
      .join(' ');
  const isWrittenTo = ({ studentId }: Verdict): boolean => !associates.has(studentId);
  const lists = [
    {
      name: 'low-engagement.csv',
      rows: reports.lowEngagement,
      expected: idsOf((verdict) => verdict.classification === 'low-engagement' && isWrittenTo(verdict)),
    },
    {
      name: 'non-engagement.csv',
      rows: reports.nonEngagement,
      expected: idsOf((verdict) => verdict.classification === 'non-engagement' && isWrittenTo(verdict)),
    },
    {
      name: 'panel-referral.csv',
      rows: reports.panelReferral,
      expected: idsOf(({ grounds }) => grounds.length > 0),
    },
    {
      name: 'withheld.csv',
      rows: reports.withheld,
      expected: idsOf(
        ({ classification, groundsWithheld }) => classification === 'withheld' || groundsWithheld.length > 0,
      ),
    },
  ];
  return [
    ...lists.flatMap(({ name, rows, expected }) => {
      const listed = [...new Set(rows.map((row) => row['student_id'] ?? ''))].sort().join(' ');
      return listed === expected
        ? []
        : [`${name} at ${verdicts[0]?.checkpointOn ?? ''}: '${listed}', expected '${expected}'`];
    }),
    ...differencesOfStages([...reports.lowEngagement, ...reports.nonEngagement], verdicts),
    ...differencesOfSixtiethDays(reports.panelReferral, verdicts),
  ];
}

function differencesOfStages(rows: readonly Row[], verdicts: readonly Verdict[]): string[] {
  return cellsThatDiffer(rows, verdicts, 'stage', ({ stage }) => stage.toString());
}

function differencesOfSixtiethDays(rows: readonly Row[], verdicts: readonly Verdict[]): string[] {
  return cellsThatDiffer(rows, verdicts, 'sixty_days_reached_on', ({ clock }) => clock?.reachesSixtyOn ?? '');
}

function cellsThatDiffer(
  rows: readonly Row[],
  verdicts: readonly Verdict[],
  column: string,
  expected: (verdict: Verdict) => string,
): string[] {
  const byStudent = new Map(verdicts.map((verdict) => [verdict.studentId, verdict]));
  return rows.flatMap((row) => {
    const verdict = byStudent.get(row['student_id'] ?? '');
    if (verdict === undefined || row[column] === expected(verdict)) return [];
    const label = `${verdict.studentId} at ${verdict.checkpointOn}`;
    return [`${label}: ${column} is '${row[column] ?? 'absent'}', expected '${expected(verdict)}'`];
  });
}
