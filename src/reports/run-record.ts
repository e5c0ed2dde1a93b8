// What was run, on what, and what came out: enough to tell two runs apart and to check that nothing was altered since.
import { createHash } from 'node:crypto';
import { formatDay } from '../calendar/day.js';
import { POLICY_VERSION, type InputFile } from '../plan/plan.js';
import type { Counts } from './counts.js';
import type { ReportInput } from './input.js';
import type { Report } from './report.js';

const SCHEMA_VERSION = 1;

/** No clock and no path of this machine, so that repeats are identical. */
export function runRecord(input: ReportInput, reports: readonly Report[], counts: Counts): Report {
  const { plan, checkpoint, window, files, sourcesFiles, feedsSetAside, reader, tool } = input;
  const [planFile, universityFile] = plan.files;
  const record = {
    schema_version: SCHEMA_VERSION,
    tool: { name: tool.name, version: tool.version },
    reader,
    plan: { name: plan.name, ...fileEntry(planFile) },
    university: universityFile === undefined ? null : fileEntry(universityFile),
    policy: { pinned: plan.policyVersion, applied: POLICY_VERSION },
    inputs: files.map(({ table, file, sha256, bytes, records, madeFrom, rows }) => ({
      table,
      file,
      sha256,
      bytes,
      records,
      // Stays, and sessions side by side, are not as many as the rows of the file.
      ...(madeFrom === null ? {} : { made_from: { rows: madeFrom.rows, other_rows: madeFrom.otherRows } }),
      rows: {
        used: rows.used,
        repeated: rows.repeated,
        of_unknown_students: rows.ofUnknownStudents,
        set_aside: rows.setAside,
      },
    })),
    sources: sourcesFiles.map(fileEntry),
    // By name alone: nobody opened them.
    set_aside: feedsSetAside.map(({ feed, files: names }) => ({ feed, files: names })),
    checkpoint: { id: checkpoint.id, date: formatDay(checkpoint.on), ad_hoc: checkpoint.isAdHoc },
    window: { from: formatDay(window.from), to: formatDay(window.to) },
    counts,
    reports: Object.fromEntries(reports.map((report) => [report.file, sha256Of(report.content)])),
  };
  return { file: 'run.json', content: `${JSON.stringify(record, null, 2)}\n` };
}

function fileEntry(file?: InputFile): { file: string | null; sha256: string | null } {
  return { file: file?.file ?? null, sha256: file?.sha256 ?? null };
}

function sha256Of(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}
