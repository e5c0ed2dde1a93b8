// One row of an event table, read in TypeScript: by the csv-parse reader, by explain, and where a fault is to be named.
import { parseMoment, type Moment } from '../../calendar/moment.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import type { Source } from '../../engagement/student.js';
import {
  COUNT_ALLOWED,
  ID_ALLOWED,
  isId,
  isShortenedId,
  KIND_ALLOWED,
  MOMENT_ALLOWED,
  parseCount,
  shownCell,
  shownId,
} from '../cell.js';
import type { CellsOf } from '../tables.js';

export interface VleRow {
  readonly at: Moment;
  readonly acts: number;
}

export interface SubmissionRow {
  readonly due: Moment;
  readonly extendedTo: Moment | null;
  readonly submitted: Moment | null;
}

/** The kinds of an assessment, in the order in which one is preferred where rows disagree. */
export const ASSESSMENT_KINDS = ['formative', 'summative', ''] as const;

/** The values of a row, or the faults of its cells. */
export type ParsedRow<R> = { readonly row: R } | { readonly faults: readonly Fault[] };

export function parseVleRow(cells: CellsOf<'vle'>, source: Source): ParsedRow<VleRow> {
  const at = parseMoment(cells.occurred_at);
  const acts = parseCount(cells.count);
  if (isId(cells.student_id) && at !== undefined && acts !== undefined) return { row: { at, acts } };
  const faults = [
    ...idFaults(cells.student_id, source),
    ...(at === undefined ? [cellFault(cells.occurred_at, 'occurred_at', MOMENT_ALLOWED, source)] : []),
    ...(acts === undefined ? [cellFault(cells.count, 'count', COUNT_ALLOWED, source)] : []),
  ];
  return { faults };
}

export function parseSubmissionRow(cells: CellsOf<'submissions'>, source: Source): ParsedRow<SubmissionRow> {
  const due = parseMoment(cells.due_at);
  const extendedTo = optionalMoment(cells.extended_to);
  const submitted = optionalMoment(cells.submitted_at);
  const isKind = ASSESSMENT_KINDS.some((kind) => kind === cells.kind);
  const isIdentified = isId(cells.student_id) && cells.assessment_id !== '';
  if (isIdentified && isKind && due !== undefined && extendedTo !== undefined && submitted !== undefined) {
    return { row: { due, extendedTo, submitted } };
  }
  const faults = [
    ...idFaults(cells.student_id, source),
    ...(cells.assessment_id === '' ? [cellFault('', 'assessment_id', '', source)] : []),
    ...(isKind ? [] : [cellFault(cells.kind, 'kind', KIND_ALLOWED, source)]),
    ...(due === undefined ? [cellFault(cells.due_at, 'due_at', MOMENT_ALLOWED, source)] : []),
    ...(extendedTo === undefined ? [cellFault(cells.extended_to, 'extended_to', MOMENT_ALLOWED, source)] : []),
    ...(submitted === undefined ? [cellFault(cells.submitted_at, 'submitted_at', MOMENT_ALLOWED, source)] : []),
  ];
  return { faults };
}

function optionalMoment(cell: string): Moment | null | undefined {
  return cell === '' ? null : parseMoment(cell);
}

function idFaults(cell: string, source: Source): readonly Fault[] {
  if (isId(cell)) return [];
  const place = { ...source, column: 'student_id' };
  if (isShortenedId(cell)) return [fault('id-shortened', { record: source.record, cell: shownCell(cell) }, place)];
  return [cellFault(cell, 'student_id', ID_ALLOWED, source, shownId(cell))];
}

function cellFault(
  cell: string,
  column: string,
  allowed: string,
  source: Source,
  shown: string | null = shownCell(cell),
): Fault {
  const place = { ...source, column };
  const { record } = source;
  if (cell === '') return fault('cell-blank', { record }, place);
  return fault('cell-invalid', { record, cell: shown, allowed }, place);
}
