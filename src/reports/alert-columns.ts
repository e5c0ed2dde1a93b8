// What people outside the school need to know of a student's outcome; they see no measures.
import { column, yesOrNo, type Column } from './column.js';
import { commonColumns } from './common-columns.js';
import { isHeld } from './contact-hold.js';
import { isBelowMinimum } from '../engagement/outcome.js';
import { stageOf, type Row } from './row.js';

export const alertColumns: readonly Column<Row>[] = [
  ...commonColumns,
  column('process', ({ outcome }) => outcome.process),
  column('grounds', ({ outcome }) => outcome.grounds.join(';')),
  column('grounds_withheld', ({ outcome }) => outcome.groundsWithheld.join(';')),
  column('not_assessed_reason', ({ outcome }) => outcome.notAssessedReason ?? ''),
  column('stage', (row) => (isBelowMinimum(row.outcome) ? `${stageOf(row)}` : '')),
  // Nobody writes to a student under a hold, whoever they are.
  column('contact_hold', ({ circumstances, outcome }) => yesOrNo(isHeld(circumstances, outcome.checkpointOn))),
];
