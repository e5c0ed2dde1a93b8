// Holds what the program wrote against the simulation, cell by cell, and words each difference.
import { differencesOfLists } from './compare-lists.js';
import type { IndicatorVerdict } from './indicators.js';
import type { Fraction } from './plan.js';
import type { Reports } from './reports.js';
import type { Verdict } from './simulation.js';
import type { Row } from './tables.js';

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
    ...('group' in row ? [{ column: 'group', expected: verdict.group }] : []),
    ...verdict.indicators.flatMap(indicatorCells),
    ...verdict.indicators
      .filter(({ id }) => `${id}_module` in row)
      .map(({ id, module }) => ({ column: `${id}_module`, expected: module ?? '' })),
    ...blankCells(row, new Set(verdict.indicators.map(({ id }) => id))),
  ];
}

/** No result for an indicator that the student's rule does not name, nor where the student is not assessed. */
function blankCells(row: Row, measured: ReadonlySet<string>): Cell[] {
  return Object.keys(row)
    .filter((column) => column.endsWith('_result') && !measured.has(column.slice(0, -'_result'.length)))
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
