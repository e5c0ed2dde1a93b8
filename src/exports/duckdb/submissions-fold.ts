// The submissions table folded in SQL.
import { ASSESSMENT_KINDS } from '../events/event-row.js';
import { columnsOf } from '../../engagement/tables.js';
import { dueNumberSql, momentNumberSql, optionalSql, withMomentsSql, wordSql } from './cell-sql.js';
import { relationSql } from './relation-sql.js';
import { foldRows, textColumns } from './rows-table.js';

const COLUMNS = columnsOf('submissions');

/** Leaves `submission_rows`: every row as text, with its moments and kind as numbers. */
export const foldSubmissions = foldRows({
  name: 'submission_rows',
  table: 'submissions',
  columns: {
    ...textColumns(COLUMNS),
    due: ['INTEGER', dueNumberSql('due_at')],
    extended: ['INTEGER', optionalSql('extended_to', dueNumberSql('extended_to'))],
    submitted: ['INTEGER', optionalSql('submitted_at', momentNumberSql('submitted_at'))],
    kind_number: ['INTEGER', wordSql('kind', ASSESSMENT_KINDS)],
  },
  relation: (file) => withMomentsSql(relationSql('submissions', file), ['due_at', 'extended_to', 'submitted_at']),
  isFaulty: "assessment_id = '' OR due IS NULL OR extended IS NULL OR submitted IS NULL OR kind_number IS NULL",
  says: COLUMNS,
});
