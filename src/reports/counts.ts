// How many of everything a run found, for the run record. Every kind is named, at zero too.
import type { Fault } from '../diagnostics/catalogue.js';
import type { Severity } from '../diagnostics/fault.js';
import {
  GROUNDS,
  NOT_ASSESSED_REASONS,
  type Classification,
  type Outcome,
  type Process,
} from '../engagement/outcome.js';
import type { Table } from './csv.js';
import type { ReportInput } from './input.js';

/** In the order of the record; the compiler holds it complete. */
const CLASSIFICATIONS = Object.keys({
  engaged: true,
  'low-engagement': true,
  'non-engagement': true,
  withheld: true,
  'not-assessed': true,
} satisfies Record<Classification, true>);

const PROCESSES: readonly Process[] = ['non-engagement', 'none'];
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function countsOf(
  { assessed }: ReportInput,
  tables: readonly Table[],
  findings: readonly Fault[],
): Record<string, unknown> {
  const outcomes = assessed.flatMap(({ history }) => history.slice(-1));
  return {
    students: outcomes.length,
    classifications: tally(CLASSIFICATIONS, outcomes, ({ classification }) => [classification]),
    not_assessed: tally(NOT_ASSESSED_REASONS, outcomes, reasonsOf),
    process: tally(PROCESSES, outcomes, ({ process }) => [process]),
    grounds: tally(GROUNDS, outcomes, ({ grounds }) => grounds),
    grounds_withheld: tally(GROUNDS, outcomes, ({ groundsWithheld }) => groundsWithheld),
    rows: Object.fromEntries(tables.map(({ report, rowCount }) => [report.file, rowCount])),
    findings: tally(SEVERITIES, findings, ({ severity }) => [severity]),
  };
}

function reasonsOf({ notAssessedReason }: Outcome): readonly string[] {
  return notAssessedReason === null ? [] : [notAssessedReason];
}

function tally<Counted>(
  kinds: readonly string[],
  counted: readonly Counted[],
  kindsOf: (one: Counted) => readonly string[],
): Record<string, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, counted.filter((one) => kindsOf(one).includes(kind)).length]));
}
