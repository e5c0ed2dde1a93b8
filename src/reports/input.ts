// What the reports of one plan at one checkpoint are made of.
import type { Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import type { Fault } from '../diagnostics/catalogue.js';
import type { Circumstance } from '../engagement/circumstance.js';
import type { Contact } from '../engagement/contact.js';
import type { FeedSetAside } from '../engagement/ledger.js';
import type { History } from '../engagement/outcome.js';
import type { Student } from '../engagement/student.js';
import type { ModuleAlert } from '../evaluate/module-alerts.js';
import type { SourcesFile } from '../mapping/mapping.js';
import type { ExportFile, ReaderName } from '../exports/reader.js';
import type { Plan } from '../plan/plan.js';

/** A student of the plan with their outcomes; the last one is this checkpoint's. */
export interface AssessedStudent {
  readonly student: Student;
  readonly history: History;
  readonly circumstances: readonly Circumstance[];
  /** In order of day. */
  readonly contacts: readonly Contact[];
}

/** This program, as its package states it. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

export interface ReportInput {
  readonly plan: Plan;
  readonly checkpoint: { readonly id: string; readonly on: Day; readonly isAdHoc: boolean };
  /** The checkpoint's window; a student's own is in their outcome. */
  readonly window: Period;
  /** In any order. */
  readonly assessed: readonly AssessedStudent[];
  /** Of students of other schools (6.3). */
  readonly moduleAlerts: readonly ModuleAlert[];
  readonly findings: readonly Fault[];
  readonly files: readonly ExportFile[];
  /** The sources file and its mappings; none where all exports are canonical. */
  readonly sourcesFiles: readonly SourcesFile[];
  readonly feedsSetAside: readonly FeedSetAside[];
  readonly reader: ReaderName;
  readonly tool: Tool;
}
