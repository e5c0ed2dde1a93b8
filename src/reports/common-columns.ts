// The first columns of the three lists and of outcomes.csv, in the contract's order.
import { formatDay, type Day } from '../calendar/day.js';
import { AD_HOC } from '../evaluate/timeline.js';
import { column, type Column } from './column.js';
import { longDayText } from './day-text.js';
import { reasonText } from './reason.js';
import type { Row } from './row.js';

/** Who the student is and whom to ask about them. */
export const identityColumns: readonly Column<Pick<Row, 'student'>>[] = [
  column('student_id', ({ student }) => student.studentId),
  column('first_name', ({ student }) => student.firstName),
  column('last_name', ({ student }) => student.lastName),
  column('email', ({ student }) => student.email),
  column('school', ({ student }) => student.school),
  column('programme_code', ({ student }) => student.programmeCode),
  column('programme_title', ({ student }) => student.programmeTitle),
  column('advisor_name', ({ student }) => student.advisorName),
  column('advisor_email', ({ student }) => student.advisorEmail),
];

export const checkpointColumns: readonly Column<Row>[] = [
  column('checkpoint', checkpointCell),
  column('checkpoint_date', ({ outcome }) => formatDay(outcome.checkpointOn)),
  column('checkpoint_date_text', ({ outcome }) => longDayText(outcome.checkpointOn)),
  column('window_from', ({ outcome }) => dayCell(outcome.studentWindow?.from)),
  column('window_to', ({ outcome }) => dayCell(outcome.studentWindow?.to)),
  column('classification', ({ outcome }) => outcome.classification),
];

export const commonColumns: readonly Column<Row>[] = [
  ...identityColumns,
  ...checkpointColumns,
  column('reason', reasonText),
  column('last_evidence_on', ({ outcome }) => dayCell(outcome.lastEvidenceOn)),
  // The clock of 10.6; blank where none runs.
  column('days_without_evidence', ({ outcome }) => countCell(outcome.clock?.calendarDays)),
  column('monitored_days_without_evidence', ({ outcome }) => countCell(outcome.clock?.longestMonitoredDays)),
];

export function checkpointCell({ outcome: { checkpointId: id, isAdHoc } }: Row): string {
  return checkpointName({ id, isAdHoc });
}

/** As reports and the contacts table name it. */
export function checkpointName({ id, isAdHoc }: { readonly id: string; readonly isAdHoc: boolean }): string {
  return isAdHoc ? AD_HOC : id;
}

export function dayCell(day: Day | null | undefined): string {
  return day === null || day === undefined ? '' : formatDay(day);
}

export function countCell(count: number | undefined): string {
  return count === undefined ? '' : count.toString();
}
