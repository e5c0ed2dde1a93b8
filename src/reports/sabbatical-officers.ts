// Sabbatical officers (9.3): nobody judges them, so somebody sees by this list whether their support meetings take place.
import { column, yesOrNo, type Column } from './column.js';
import { checkpointCell, countCell, dayCell, identityColumns } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import type { Row } from './row.js';

const columns: readonly Column<Row>[] = [
  ...identityColumns,
  column('sponsored', ({ student }) => yesOrNo(student.isSponsored)),
  column('checkpoint', checkpointCell),
  column('checkpoint_date', ({ outcome }) => dayCell(outcome.checkpointOn)),
  // Blank where none is recorded.
  column('last_support_meeting_on', ({ outcome }) => dayCell(outcome.lastSupportMeetingOn)),
  column('days_since_support_meeting', ({ outcome: { lastSupportMeetingOn, checkpointOn } }) => {
    return lastSupportMeetingOn === null ? '' : countCell(checkpointOn - lastSupportMeetingOn);
  }),
];

export function sabbaticalOfficers(rows: readonly Row[]): Table {
  const officers = rows.filter(({ outcome }) => outcome.notAssessedReason === 'sabbatical-officer');
  return tableOf('sabbatical-officers.csv', columns, officers);
}
