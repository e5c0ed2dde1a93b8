// What the data could not decide, and what is missing (8.4): one row for each student and each thing withheld.
import type { Ground } from '../engagement/outcome.js';
import { column, type Column } from './column.js';
import { checkpointColumns, dayCell, identityColumns } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import { firstThatFits } from './fitted.js';
import { lists } from './listed.js';
import { daysOfGaps, gapListings, gapsOf, groundReason, type Gap } from './missing-text.js';
import { reasonText } from './reason.js';
import type { Row } from './row.js';

interface WithheldRow extends Row {
  readonly withheld: 'classification' | Ground;
  readonly reason: string;
  readonly gaps: readonly Gap[];
}

const columns: readonly Column<WithheldRow>[] = [
  ...identityColumns,
  ...checkpointColumns,
  column('reason', ({ reason }) => reason),
  column('withheld', ({ withheld }) => withheld),
  column('feed', ({ gaps }) => [...new Set(gaps.map(({ feed }) => feed))].join(';')),
  column('missing', ({ outcome, gaps }) => {
    return outcome.isUnsettled ? WHICH_SCHOOL : firstThatFits(lists(gapListings(gaps), '; '));
  }),
  column('unknown_from', ({ gaps }) => dayCell(daysOfGaps(gaps)[0])),
  column('unknown_to', ({ gaps }) => dayCell(daysOfGaps(gaps).at(-1))),
  column('unknown_days', ({ gaps }) => `${daysOfGaps(gaps).length}`),
];

/** 6.2f. */
const WHICH_SCHOOL = 'students: which school decides (joint_decided_by)';

export function withheld(rows: readonly Row[]): Table {
  return tableOf('withheld.csv', columns, rows.flatMap(withheldOf));
}

function withheldOf(row: Row): readonly WithheldRow[] {
  const { outcome } = row;
  const classification: readonly WithheldRow[] =
    outcome.classification === 'withheld'
      ? [{ ...row, withheld: 'classification', reason: reasonText(row), gaps: gapsOf(outcome.missing) }]
      : [];
  const grounds = outcome.groundsWithheld.map((ground) => {
    return { ...row, withheld: ground, reason: groundReason(ground, outcome), gaps: gapsOf(outcome.missingForGrounds) };
  });
  return [...classification, ...grounds];
}
