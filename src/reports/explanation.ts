// Everything that one outcome rests on (5.1b), as JSON; the terminal shows the same.
import { formatDay } from '../calendar/day.js';
import type { Contact } from '../engagement/contact.js';
import type { EventRecord } from '../engagement/ledger.js';
import { allMissing, type History, type Missing, type Outcome } from '../engagement/outcome.js';
import type { Student } from '../engagement/student.js';
import { effectOf } from '../evaluate/effect.js';
import type { Situation } from '../evaluate/situation.js';
import type { ReaderName } from '../exports/reader.js';
import type { Indicator, Rule } from '../plan/plan.js';
import { explainedClock } from './explained-clock.js';
import { explainedCircumstance } from './explained-circumstance.js';
import { explainedIndicator } from './explained-indicator.js';
import { explainedContact, explainedEnrolment, explainedOpenEvent, explainedRecord } from './explained-records.js';
import { explainedSections } from './explained-sections.js';
import { explainedSponsorship } from './explained-sponsorship.js';
import type { Tool } from './input.js';
import { dayOrNull, periodOf } from './json-days.js';
import { reasonText } from './reason.js';
import { ruleText } from './rule-text.js';

export interface ExplanationInput {
  readonly situation: Situation;
  /** The last one is explained. */
  readonly history: History;
  /** The student's, in order of day. */
  readonly contacts: readonly Contact[];
  readonly records: readonly EventRecord[];
  readonly reader: ReaderName;
  readonly tool: Tool;
}

export type Explanation = ReturnType<typeof explanationOf>;

const SCHEMA_VERSION = 1;

/** @clause 5.1b, 10.2 */
export function explanationOf({ situation, history, contacts, records, reader, tool }: ExplanationInput) {
  const { student, plan, section, circumstances } = situation;
  const outcome = history.at(-1);
  if (outcome === undefined) throw new RangeError('a history holds at least the checkpoint asked for');
  const explained = records.map((record) => explainedRecord(record, effectOf(record, situation)));
  return {
    schema_version: SCHEMA_VERSION,
    tool,
    reader,
    student: explainedStudent(student),
    plan: { name: plan.name, title: plan.title },
    set_aside: situation.ledger.feedsSetAside.map(({ feed, files }) => ({ feed, files })),
    checkpoint: { id: outcome.checkpointId, date: formatDay(outcome.checkpointOn), ad_hoc: outcome.isAdHoc },
    window: periodOf(outcome.window),
    student_window: outcome.studentWindow === null ? null : periodOf(outcome.studentWindow),
    monitored_days: {
      window: outcome.windowMonitoredDays,
      student: outcome.studentMonitoredDays,
      authorised: outcome.authorisedDays,
    },
    calendar_level: explainedLevel(situation),
    classification: outcome.classification,
    not_assessed_reason: outcome.notAssessedReason,
    process: outcome.process,
    reason: reasonText({ plan, student, circumstances, contacts, outcome, earlier: history.slice(0, -1) }),
    group: section.group === null ? null : { id: section.group.id, title: section.group.title },
    judged_days: explainedSections(situation, outcome),
    rule: { text: ruleTextOf(section.rule, plan.indicators), result: outcome.ruleResult },
    indicators: outcome.indicators.map((it) => explainedIndicator(it, situation, explained)),
    evidence_in_window: outcome.hasEvidenceInWindow,
    last_evidence_on: dayOrNull(outcome.lastEvidenceOn),
    clock: outcome.clock === null ? null : explainedClock(outcome.clock),
    grounds: outcome.grounds,
    grounds_withheld: outcome.groundsWithheld,
    sponsorship: outcome.sponsorship === null ? null : explainedSponsorship(outcome.sponsorship),
    missing: allMissing(outcome).map(explainedMissing),
    open_events: outcome.openEvents.map(explainedOpenEvent),
    circumstances: circumstances.map((it) => explainedCircumstance(it, situation)),
    contacts: contacts.map(explainedContact),
    history: history.map(explainedOutcome),
    module_enrolments: (situation.enrolments ?? []).map(explainedEnrolment),
    records: explained,
  };
}

function explainedStudent(student: Student) {
  return {
    student_id: student.studentId,
    first_name: student.firstName,
    last_name: student.lastName,
    school: student.school,
    programme_code: student.programmeCode,
    status: student.status,
    status_from: dayOrNull(student.statusFrom),
    starts_on: formatDay(student.startsOn),
    registered_on: dayOrNull(student.registeredOn),
    ends_on: dayOrNull(student.endsOn),
    file: student.source.file,
    record: student.source.record,
  };
}

/** Null where every vacation is everybody's; a level that nobody knows (9.5) has them all. */
function explainedLevel({ plan, level }: Situation): { readonly level: string | null } | null {
  return plan.calendar.vacations.some(({ levels }) => levels !== null) ? { level } : null;
}

function explainedMissing({ feed, why, days, event }: Missing) {
  return { feed, why, ...periodOf(days), event: event === null ? null : explainedOpenEvent(event) };
}

function explainedOutcome({ checkpointId, checkpointOn, classification, notAssessedReason, grounds }: Outcome) {
  return {
    checkpoint: checkpointId,
    date: formatDay(checkpointOn),
    classification,
    not_assessed_reason: notAssessedReason,
    grounds,
  };
}

function ruleTextOf(rule: Rule, indicators: readonly Indicator[]): string {
  return ruleText(rule, new Map(indicators.map(({ id, title }) => [id, title])));
}
