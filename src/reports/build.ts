// All reports of one plan at one checkpoint. Pure: content out, nothing written (src/publish does that).
import { associateStudents } from './associate-students.js';
import { awaitingReply } from './awaiting-reply.js';
import { contactsToRecord } from './contacts-to-record.js';
import { countsOf, type Counts } from './counts.js';
import { cellFindings, dataQuality } from './data-quality.js';
import { held } from './held.js';
import type { ReportInput } from './input.js';
import { jointAlerts } from './joint-alerts.js';
import { lowEngagement } from './low-engagement.js';
import { moduleAlerts } from './module-alerts.js';
import { nonEngagement } from './non-engagement.js';
import { outcomes } from './outcomes.js';
import { panelPacks, panelReferral } from './panel-referral.js';
import { registersToChase } from './registers-to-chase.js';
import type { Report } from './report.js';
import { rowsOf } from './row.js';
import { runRecord } from './run-record.js';
import { sabbaticalOfficers } from './sabbatical-officers.js';
import { sponsored } from './sponsored.js';
import { sponsoredMonths } from './sponsored-months.js';
import { withheld } from './withheld.js';

export interface ReportSet {
  readonly reports: readonly Report[];
  /** What the run record counts too. */
  readonly counts: Counts;
}

/** The set of reports, in the contract's order; data-quality.csv and run.json speak of the others, so they come last. */
export function buildReports(input: ReportInput): ReportSet {
  const rows = rowsOf(input);
  const lists = [
    lowEngagement(rows),
    nonEngagement(rows),
    panelReferral(rows),
    outcomes(input.plan, rows),
    withheld(rows),
    registersToChase(rows),
    sponsored(rows),
    sponsoredMonths(rows),
    moduleAlerts(input),
    jointAlerts(rows),
    associateStudents(rows),
    sabbaticalOfficers(rows),
    held(rows),
    contactsToRecord(rows),
    awaitingReply(rows),
  ];
  const quality = dataQuality([...input.findings, ...cellFindings(lists.flatMap(({ changedCells }) => changedCells))]);
  const tables = [...lists, quality.table];
  const counts = countsOf(rows, tables, quality.findings);
  const reports = [...tables.map(({ report }) => report), ...panelPacks(rows)];
  return { reports: [...reports, runRecord(input, reports, counts)], counts };
}
