// Students with a ground for referral to the Engagement Support Panel (10.6), whose people decide (5.1e, 6.6).
import { blankColumn, column, yesOrNo, type Column } from './column.js';
import { commonColumns, dayCell } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import { packFile } from './pack/file-name.js';
import { packOf } from './pack/page.js';
import type { Report } from './report.js';
import type { Row } from './row.js';
import { mandatoryReviewCell, sponsorDaysColumn } from './sponsor-columns.js';

const columns: readonly Column<Row>[] = [
  ...commonColumns,
  column('grounds', ({ outcome }) => outcome.grounds.join(';')),
  column('grounds_withheld', ({ outcome }) => outcome.groundsWithheld.join(';')),
  column('mandatory_review', mandatoryReviewCell),
  column('sixty_days_reached_on', ({ outcome }) => dayCell(outcome.clock?.reachesLimitOn)),
  column('sponsored', ({ student }) => yesOrNo(student.isSponsored)),
  sponsorDaysColumn,
  // For the panel to fill in.
  blankColumn('reviewer'),
  blankColumn('decision'),
  blankColumn('decided_on'),
  blankColumn('decision_reason'),
  column('pack', ({ student }) => packFile(student.studentId)),
];

/** @clause 5.1e, 6.6, 10.6 */
export function panelReferral(rows: readonly Row[]): Table {
  return tableOf('panel-referral.csv', columns, rows.filter(isReferred));
}

/** The pages that the column `pack` names. */
export function panelPacks(rows: readonly Row[]): readonly Report[] {
  return rows.filter(isReferred).map(packOf);
}

function isReferred({ outcome }: Row): boolean {
  return outcome.grounds.length > 0;
}
