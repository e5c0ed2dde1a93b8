// What the exports say of one student, record by record, and what each record did to the outcome (5.1b).
import { formatDay } from '../calendar/day.js';
import type { Contact } from '../engagement/contact.js';
import type { EventRecord, OpenEvent } from '../engagement/ledger.js';
import type { ModuleEnrolment } from '../engagement/student.js';
import type { Effect } from '../evaluate/effect.js';
import { dayOrNull } from './json-days.js';
import { timeText } from './time-text.js';

export type ExplainedRecord = ReturnType<typeof explainedRecord>;

export function explainedRecord(record: EventRecord, effect: Effect) {
  const { feed, file, at, type, module, acts, minutes, eventId, assessmentId } = record;
  return {
    feed,
    file,
    record: record.record,
    date: formatDay(at.day),
    time: at.minute === null ? null : timeText(at.minute),
    type,
    module_code: module,
    event_id: eventId === '' ? null : eventId,
    assessment_id: assessmentId === '' ? null : assessmentId,
    acts,
    minutes,
    effect,
  };
}

export type ExplainedOpenEvent = ReturnType<typeof explainedOpenEvent>;

/** `file` and `record` are the timetable's, where no register names the student. */
export function explainedOpenEvent({ feed, eventId, module, type, starts, minutes, why, source }: OpenEvent) {
  return {
    feed,
    event_id: eventId === '' ? null : eventId,
    type,
    module_code: module,
    date: formatDay(starts.day),
    time: starts.minute === null ? null : timeText(starts.minute),
    minutes,
    why,
    file: source?.file ?? null,
    record: source?.record ?? null,
  };
}

export function explainedEnrolment({ moduleCode, from, to, source }: ModuleEnrolment) {
  return {
    module_code: moduleCode,
    from: dayOrNull(from),
    to: dayOrNull(to),
    file: source.file,
    record: source.record,
  };
}

export function explainedContact({ contactedOn, checkpoint, stage, channel, respondedOn, outcome, source }: Contact) {
  return {
    contacted_on: formatDay(contactedOn),
    checkpoint,
    stage,
    channel,
    responded_on: dayOrNull(respondedOn),
    outcome,
    file: source.file,
    record: source.record,
  };
}
