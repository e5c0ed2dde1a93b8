// How many of everything a run found, for the run record. Every kind is named, at zero too.
import type { Fault } from '../diagnostics/catalogue.js';
import type { Severity } from '../diagnostics/fault.js';
import {
  GROUNDS,
  NOT_ASSESSED_REASONS,
  type Classification,
  type Ground,
  type NotAssessedReason,
  type Outcome,
  type Process,
} from '../engagement/outcome.js';
import type { Table } from './csv.js';
import { heldOf } from './held.js';
import type { Row } from './row.js';

/** In the order of the record. */
const CLASSIFICATIONS = ['engaged', 'low-engagement', 'non-engagement', 'withheld', 'not-assessed'] as const;
const LISTED = ['low-engagement', 'non-engagement'] as const;
const PROCESSES = ['non-engagement', 'none'] as const;
const SEVERITIES = ['error', 'warning', 'info'] as const;

type Tally<Kind extends string> = Readonly<Record<Kind, number>>;

export interface Counts {
  readonly students: number;
  readonly classifications: Tally<Classification>;
  readonly not_assessed: Tally<NotAssessedReason>;
  /** On no letter list because of a contact hold. */
  readonly held: Tally<(typeof LISTED)[number]>;
  readonly process: Tally<Process>;
  readonly grounds: Tally<Ground>;
  readonly grounds_withheld: Tally<Ground>;
  /** By file of the set. */
  readonly rows: Readonly<Record<string, number>>;
  readonly findings: Tally<Severity>;
}

export function countsOf(rows: readonly Row[], tables: readonly Table[], findings: readonly Fault[]): Counts {
  const outcomes = rows.map(({ outcome }) => outcome);
  return {
    students: rows.length,
    classifications: tally(CLASSIFICATIONS, outcomes, ({ classification }) => [classification]),
    not_assessed: tally(NOT_ASSESSED_REASONS, outcomes, reasonsOf),
    held: tally(LISTED, rows.flatMap(heldOf), ({ outcome }) => LISTED.filter((it) => it === outcome.classification)),
    process: tally(PROCESSES, outcomes, ({ process }) => [process]),
    grounds: tally(GROUNDS, outcomes, ({ grounds }) => grounds),
    grounds_withheld: tally(GROUNDS, outcomes, ({ groundsWithheld }) => groundsWithheld),
    rows: Object.fromEntries(tables.map(({ report, rowCount }) => [report.file, rowCount])),
    findings: tally(SEVERITIES, findings, ({ severity }) => [severity]),
  };
}

function reasonsOf({ notAssessedReason }: Outcome): readonly NotAssessedReason[] {
  return notAssessedReason === null ? [] : [notAssessedReason];
}

function tally<Kind extends string, Counted>(
  kinds: readonly Kind[],
  counted: readonly Counted[],
  kindsOf: (one: Counted) => readonly Kind[],
): Tally<Kind> {
  const counts = new Map<Kind, number>(kinds.map((kind) => [kind, 0]));
  for (const kind of counted.flatMap(kindsOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts) as Tally<Kind>;
}
