// For home schools (6.3): their students who are below this school's minimum in one of its modules. Nobody is classified.
import { formatDay } from '../calendar/day.js';
import type { ModuleAlert } from '../evaluate/module-alerts.js';
import { byCodeUnit } from '../engagement/order.js';
import { column, yesOrNo, type Column } from './column.js';
import { checkpointName, dayCell, identityColumns } from './common-columns.js';
import { isHeld } from './contact-hold.js';
import { tableOf, type Table } from './csv.js';
import type { ReportInput } from './input.js';
import { measuredText } from './measured-text.js';
import { boundCell } from './outcomes.js';

interface AlertRow extends ModuleAlert {
  readonly checkpoint: ReportInput['checkpoint'];
}

const columns: readonly Column<AlertRow>[] = [
  ...identityColumns,
  column('checkpoint', ({ checkpoint }) => checkpointName(checkpoint)),
  column('checkpoint_date', ({ checkpoint }) => formatDay(checkpoint.on)),
  column('window_from', ({ studentWindow }) => dayCell(studentWindow.from)),
  column('window_to', ({ studentWindow }) => dayCell(studentWindow.to)),
  column('module_code', ({ module }) => module),
  column('measure', ({ indicator, measured }) => boundCell(indicator, measured.worst)),
  column('best_case', ({ indicator, measured }) => boundCell(indicator, measured.best)),
  column('minimum', ({ indicator, measured }) => boundCell(indicator, measured.threshold)),
  column('reason', ({ indicator, measured }) => measuredText(indicator, measured)),
  // Nobody writes to a student under a hold, whoever they are.
  column('contact_hold', ({ circumstances, checkpoint: { on } }) => {
    return yesOrNo(isHeld(circumstances, on));
  }),
];

/** @clause 6.3 */
export function moduleAlerts({ checkpoint, moduleAlerts: alerts }: ReportInput): Table {
  const rows = alerts.map((alert) => ({ ...alert, checkpoint }));
  const sorted = rows.sort(
    (one, other) => byCodeUnit(one.student.studentId, other.student.studentId) || byCodeUnit(one.module, other.module),
  );
  return tableOf('module-alerts.csv', columns, sorted);
}
