// The further columns of the two letter lists: what a mail merge needs to write to a student (5.1a, 8.3, 10.4, 11, 12).
import { addDays, formatDay, type Day } from '../calendar/day.js';
import { blankColumn, column, yesOrNo, type Column } from './column.js';
import { longDayText } from './day-text.js';
import { pointsOf, POINTS, unmetIndicators } from './points.js';
import { isListed, type Row } from './row.js';

/** A row that knows its place in the list, so that a tool which stops early is noticed. */
export interface ListRow extends Row {
  readonly rowNumber: number;
  readonly rowCount: number;
}

const pointColumns = Array.from({ length: POINTS }, (_, index) => {
  return column(`point_${index + 1}`, (row: Row) => pointsOf(row)[index] ?? '');
});

export const letterColumns: readonly Column<ListRow>[] = [
  column('below', (row) =>
    unmetIndicators(row)
      .map(({ indicator }) => indicator.id)
      .join(';'),
  ),
  column('reply_by', (row) => formatDay(replyBy(row))),
  column('reply_by_text', (row) => longDayText(replyBy(row))),
  column('stage', ({ earlier }) => `${earlier.filter(isListed).length + 1}`),
  column('listed_before', ({ earlier }) => yesOrNo(earlier.some(isListed))),
  column('row_number', ({ rowNumber }) => `${rowNumber}`),
  column('row_count', ({ rowCount }) => `${rowCount}`),
  column('salutation', salutation),
  column('school_name', ({ plan }) => plan.title),
  column('window_from_text', ({ outcome }) => dayTextCell(outcome.studentWindow?.from)),
  column('window_to_text', ({ outcome }) => dayTextCell(outcome.studentWindow?.to)),
  column('last_evidence_text', lastEvidenceText),
  ...pointColumns,
  column('support_name', ({ plan }) => plan.contacts.supportName),
  column('support_email', ({ plan }) => plan.contacts.supportEmail),
  column('wellbeing_url', ({ plan }) => plan.contacts.wellbeingUrl),
  column('advice_url', ({ plan }) => plan.contacts.adviceUrl),
  column('appeals_url', ({ plan }) => plan.contacts.appealsUrl),
  // Counted from the contacts table, which a later version reads.
  blankColumn('letters_sent'),
];

function replyBy({ plan, outcome }: Row): Day {
  return addDays(outcome.checkpointOn, plan.replyWithinDays);
}

function salutation({ student }: Row): string {
  return student.preferredName || student.firstName || student.lastName || 'Student';
}

/** Continues a letter's "Our records show …"; where records are missing it claims no more than those at hand (8.4). */
function lastEvidenceText({ outcome: { lastEvidenceOn, clock, checkpointOn } }: Row): string {
  const isCertain = clock === null || clock.shortestMonitoredDays === clock.longestMonitoredDays;
  const asFarAs = isCertain ? '' : ', as far as the records at hand go';
  if (lastEvidenceOn !== null) return `your most recent activity on ${longDayText(lastEvidenceOn)}${asFarAs}`;
  const since = clock === null ? checkpointOn : addDays(clock.startsAfter, 1);
  return `no activity since ${longDayText(since)}${asFarAs}`;
}

function dayTextCell(day: Day | undefined): string {
  return day === undefined ? '' : longDayText(day);
}
