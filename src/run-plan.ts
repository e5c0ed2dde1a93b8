// One plan at its checkpoint: every student judged, the reports built and published.
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { formatDay } from './calendar/day.js';
import { cohortFindings, moduleAlertFindings } from './cohort-findings.js';
import type { Fault } from './diagnostics/catalogue.js';
import { assess } from './evaluate/assess.js';
import { completeness } from './evaluate/completeness.js';
import type { Subject } from './evaluate/presence.js';
import { moduleAlerts } from './evaluate/module-alerts.js';
import { stagesOf, type Stage } from './evaluate/situation.js';
import { byStudent } from './evaluate/subjects.js';
import type { Target } from './evaluate/timeline.js';
import { at } from './engagement/columns.js';
import type { History } from './engagement/outcome.js';
import type { Student } from './engagement/student.js';
import type { Exports } from './exports/reader.js';
import type { Plan } from './plan/plan.js';
import { publish, type Publication } from './publish/publish.js';
import { buildReports } from './reports/build.js';
import type { Counts } from './reports/counts.js';
import type { AssessedStudent, Tool } from './reports/input.js';
import { letterFindings } from './reports/letter-findings.js';
import type { DuePlan } from './workspace/asked.js';
import { reportFolder } from './workspace/report-folder.js';

/** What became of one plan. */
export interface PlanRun {
  readonly plan: Plan;
  readonly target: Target;
  readonly counts: Counts;
  /** Of the plan and its students, beside those of the exports. */
  readonly findings: readonly Fault[];
  readonly folder: string;
  readonly publication: Publication | 'dry-run';
}

export interface PlanRunInput {
  /** The plan's own. */
  readonly students: readonly Student[];
  /** All students of the exports, with what the records say of them. */
  readonly institution: readonly Subject[];
  readonly exports: Exports;
  /** Made when the plan was read. */
  readonly planFindings: readonly Fault[];
  /** Of the run as a whole, for data-quality.csv. */
  readonly sharedFindings: readonly Fault[];
  readonly outFolder: string;
  /** Judge everything, write nothing. */
  readonly isDryRun: boolean;
  readonly tool: Tool;
  /** Stops the work before anything is written. */
  readonly signal: AbortSignal | undefined;
}

/** Throws a Refusal where the reports cannot be written. */
export async function runPlan({ plan, on }: DuePlan, input: PlanRunInput): Promise<PlanRun> {
  const { students, institution, exports, tool } = input;
  const stages = stagesOf(plan, exports.ledger, on);
  const stage = stages.at(-1);
  if (stage === undefined) throw new RangeError(`no stage of ${plan.name} on ${formatDay(on)}`);
  const { target } = stage;
  const own = new Set(students);
  const subjects = institution.filter(({ student }) => own.has(student));
  const histories = await assessAll(stages, subjects, input.signal);
  const outcomes = histories.flatMap((history) => history.slice(-1));
  const assessed = assessedStudents(subjects, histories, exports);
  const findings = [
    ...input.planFindings,
    ...completeness(stage, subjects, outcomes),
    ...cohortFindings(plan, students, exports.contacts),
    ...moduleAlertFindings(plan, exports.enrolments),
    ...letterFindings({ plan, assessed }),
  ];
  const { reports, counts } = buildReports({
    plan,
    checkpoint: { id: target.checkpointId, on: target.on, isAdHoc: target.isAdHoc },
    window: target.window,
    assessed,
    moduleAlerts: moduleAlerts(stage, input.institution),
    findings: [...input.sharedFindings, ...findings.map(withoutFolder)],
    files: exports.files,
    sourcesFiles: exports.sourcesFiles,
    feedsSetAside: exports.ledger.feedsSetAside,
    reader: exports.reader,
    tool,
  });
  const folder = reportFolder(input.outFolder, plan, on);
  const publication = input.isDryRun ? 'dry-run' : await publish(reports, folder);
  return { plan, target, counts, findings, folder, publication };
}

/** In the order of the subjects. Judging takes long where students are many: now and then somebody may interrupt it. */
async function assessAll(
  stages: readonly Stage[],
  subjects: readonly Subject[],
  signal: AbortSignal | undefined,
): Promise<readonly History[]> {
  const histories: History[] = [];
  for (const [index, subject] of subjects.entries()) {
    if (index % STUDENTS_A_BREATH === 0) await setImmediate();
    signal?.throwIfAborted();
    histories.push(assess(stages, subject));
  }
  await setImmediate();
  signal?.throwIfAborted();
  return histories;
}

function assessedStudents(
  subjects: readonly Subject[],
  histories: readonly History[],
  { contacts }: Exports,
): readonly AssessedStudent[] {
  const contactsOf = byStudent(contacts);
  return subjects.map(({ student, circumstances }, index) => {
    return { student, circumstances, history: at(histories, index), contacts: contactsOf.get(student.studentId) ?? [] };
  });
}

const STUDENTS_A_BREATH = 500;

/** A report says the same wherever the plan's file lies. */
function withoutFolder(finding: Fault): Fault {
  const { place } = finding;
  return place === null ? finding : { ...finding, place: { ...place, file: basename(place.file) } };
}
