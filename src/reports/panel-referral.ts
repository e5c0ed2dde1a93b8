// Students with a ground for referral to the Engagement Support Panel (10.6), whose people decide (5.1e, 6.6).
import type { Outcome } from '../engagement/outcome.js';
import { blankColumn, column, yesOrNo, type Column } from './column.js';
import { commonColumns, dayCell } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import type { Row } from './row.js';

const columns: readonly Column<Row>[] = [
  ...commonColumns,
  column('grounds', ({ outcome }) => outcome.grounds.join(';')),
  column('grounds_withheld', ({ outcome }) => outcome.groundsWithheld.join(';')),
  // Without the sponsor rules nobody can say `no` of a sponsored student.
  column('mandatory_review', ({ student, outcome }) => {
    return student.isSponsored ? '' : yesOrNo(isReviewMandatory(outcome));
  }),
  column('sixty_days_reached_on', ({ outcome }) => dayCell(outcome.clock?.reachesLimitOn)),
  column('sponsored', ({ student }) => yesOrNo(student.isSponsored)),
  blankColumn('sponsor_monitored_days_without_evidence'),
  // For the panel to fill in.
  blankColumn('reviewer'),
  blankColumn('decision'),
  blankColumn('decided_on'),
  blankColumn('decision_reason'),
];

export function panelReferral(rows: readonly Row[]): Table {
  const referred = rows.filter(({ outcome }) => outcome.grounds.length > 0);
  return tableOf('panel-referral.csv', columns, referred);
}

function isReviewMandatory({ grounds }: Outcome): boolean {
  return grounds.includes('9.1') || grounds.includes('9.2');
}
