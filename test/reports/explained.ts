// One student's explanation, from a plan, a ledger and records, for the tests of JSON and terminal.
import type { Contact } from '../../src/engagement/contact.js';
import type { EventRecord } from '../../src/engagement/ledger.js';
import { assess } from '../../src/evaluate/assess.js';
import { situationsOf, stagesOf } from '../../src/evaluate/situation.js';
import { explanationOf, type Explanation } from '../../src/reports/explanation.js';
import { d, enrolment, KNOWN, ledger, plan, student } from '../support/build.js';
import type { Case } from '../support/judge.js';

export interface ExplainedCase extends Case {
  readonly on?: string;
  readonly records?: readonly EventRecord[];
  readonly contacts?: readonly Contact[];
}

export function explanation(it: ExplainedCase = {}): Explanation {
  const stages = stagesOf(it.plan ?? plan(), it.ledger ?? ledger([], [], KNOWN), d(it.on ?? '2026-10-18'));
  const enrolments = it.enrolments === undefined ? [enrolment()] : it.enrolments;
  const subject = { student: it.student ?? student(), enrolments, circumstances: it.circumstances ?? [] };
  const situation = situationsOf(stages, subject).at(-1);
  if (situation === undefined) throw new Error('the test asks for a date before the start of teaching');
  return explanationOf({
    situation,
    history: assess(stages, subject),
    contacts: it.contacts ?? [],
    records: it.records ?? [],
    reader: 'csv-parse',
    tool: { name: 'engagement-checkpoint', version: '0.1.0' },
  });
}

/** A record of the student's attendance that day; present at a lab of M1 unless said otherwise. */
export function attended(on: string, over: Partial<EventRecord> = {}): EventRecord {
  return {
    feed: 'attendance',
    file: 'attendance.csv',
    record: 1,
    at: { day: d(on), minute: 600 },
    type: 'lab',
    module: 'M1',
    standing: 'done',
    acts: 1,
    minutes: 60,
    isRepeated: false,
    isOverruled: false,
    eventId: 'E1',
    assessmentId: '',
    ...over,
  };
}
