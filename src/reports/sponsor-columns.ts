// What the panel list says of sponsored students as sponsored.csv does.
import { column, yesOrNo } from './column.js';
import { countCell } from './common-columns.js';
import type { Row } from './row.js';

/** The count of 9.2; blank where it does not run. */
export const sponsorDaysColumn = column('sponsor_monitored_days_without_evidence', ({ outcome }: Row) => {
  return countCell(outcome.sponsorship?.clock?.longestMonitoredDays);
});

/** 9.1 and 9.2; blank where only what is missing can tell. */
export function mandatoryReviewCell({ outcome: { sponsorship } }: Row): string {
  if (sponsorship === null) return yesOrNo(false);
  if (sponsorship.grounds.length > 0) return yesOrNo(true);
  return sponsorship.groundsWithheld.length > 0 ? '' : yesOrNo(false);
}
