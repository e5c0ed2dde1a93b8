// The further columns of the two letter lists: what a mail merge needs to write to a student (5.1a, 8.3, 10.4, 11, 12).
import { addDays, formatDay, type Day } from '../calendar/day.js';
import { column, yesOrNo, type Column } from './column.js';
import { contactsOfYear } from './contacts-of-year.js';
import { longDayText } from './day-text.js';
import { feedsText } from './feed-text.js';
import { unmetIndicators } from './measured-indicators.js';
import { pointsOf, POINTS } from './points.js';
import { replyBy } from './reply-by.js';
import { stageOf, type Row } from './row.js';

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
  column('reply_by', (row) => formatDay(replyBy(row.plan, row.outcome.checkpointOn))),
  column('reply_by_text', (row) => longDayText(replyBy(row.plan, row.outcome.checkpointOn))),
  column('stage', (row) => `${stageOf(row)}`),
  column('listed_before', (row) => yesOrNo(stageOf(row) > 1)),
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
  column('letters_sent', (row) => `${contactsOfYear(row).length}`),
];

function salutation({ student }: Row): string {
  return student.preferredName || student.firstName || student.lastName || 'Student';
}

/**
 * Continues a letter's "Our records show …". Where later days could hold evidence, or do in records that the plan does not
 * list, it says which records it speaks of (8.4).
 */
function lastEvidenceText({ plan, outcome: { lastEvidenceOn, clock, checkpointOn } }: Row): string {
  const isCertain = clock === null || clock.mayStartAfter === clock.startsAfter;
  const asFarAs = isCertain ? '' : `, as far as our records of ${feedsText(plan.feeds.map(({ feed }) => feed))} go`;
  if (lastEvidenceOn !== null) return `your most recent activity on ${longDayText(lastEvidenceOn)}${asFarAs}`;
  const since = clock === null ? checkpointOn : addDays(clock.startsAfter, 1);
  return `no activity since ${longDayText(since)}${asFarAs}`;
}

function dayTextCell(day: Day | undefined): string {
  return day === undefined ? '' : longDayText(day);
}
