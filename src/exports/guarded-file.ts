// A file that passed the guard, and how its rows are rows of its table.
import type { CheckedFile } from './guard/checked-file.js';
import type { Reading } from './mapped/reading.js';
import type { Survey } from './mapped/survey.js';

export interface GuardedFile extends CheckedFile {
  readonly reading: Reading;
  /** What of its rows is no record of the table. */
  readonly survey: Survey;
}
