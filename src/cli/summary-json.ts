// The summary of a run for programs: the same figures as on the terminal.
import { formatDay } from '../calendar/day.js';
import type { Fault } from '../diagnostics/catalogue.js';
import type { ExitCode } from '../diagnostics/refusal.js';
import type { RunResult } from '../run.js';

const SCHEMA_VERSION = 1;

export function summaryAsJson(
  { plans, feedsSetAside }: RunResult,
  messages: readonly Fault[],
  exitCode: ExitCode,
): object {
  return {
    schema_version: SCHEMA_VERSION,
    exit_code: exitCode,
    set_aside: feedsSetAside.map(({ feed, files }) => ({ feed, files })),
    plans: plans.map(({ plan, target, counts, folder, publication }) => ({
      plan: plan.name,
      checkpoint: { id: target.checkpointId, date: formatDay(target.on), ad_hoc: target.isAdHoc },
      window: { from: formatDay(target.window.from), to: formatDay(target.window.to) },
      counts,
      folder: publication === 'dry-run' ? null : folder,
      publication,
    })),
    messages: messages.map(faultAsJson),
  };
}

export function faultAsJson({ code, severity, place, message, hint, count }: Fault): object {
  return {
    code,
    severity,
    file: place?.file ?? null,
    record: place?.record ?? null,
    column: place?.column ?? null,
    line: place?.line ?? null,
    message,
    hint,
    count,
  };
}
