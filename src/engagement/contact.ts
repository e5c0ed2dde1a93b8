// A contact with a student that staff have recorded (6.1c, 10.4), and what came of it.
import type { Day } from '../calendar/day.js';
import type { Source } from './student.js';

/** Text cells that the record leaves blank are `''`. */
export interface Contact {
  readonly studentId: string;
  readonly contactedOn: Day;
  readonly checkpoint: string;
  readonly stage: string;
  readonly channel: string;
  readonly respondedOn: Day | null;
  readonly outcome: string;
  readonly source: Source;
}
