// What `checkpoint sources --json` says.
import { formatDay } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import type { ExitCode } from '../diagnostics/refusal.js';
import type { ExportFile } from '../exports/reader.js';
import type { Suggestion } from '../exports/suggest/suggest.js';
import { nameOf, type FeedReach, type SeenFile, type SourcesSeen } from '../sources.js';
import { faultAsJson } from './summary-json.js';

const SCHEMA_VERSION = 1;

export function sourcesAsJson({ files, feeds, findings }: SourcesSeen, exitCode: ExitCode): object {
  return {
    schema_version: SCHEMA_VERSION,
    exit_code: exitCode,
    files: files.map(fileAsJson),
    feeds: feeds.map(({ feed, reach }) => ({ feed, ...(reach === null ? { records: 0 } : reachAsJson(reach)) })),
    messages: findings.map(faultAsJson),
  };
}

function fileAsJson({ found, read, suggestion, faults }: SeenFile): object {
  const { table = null, source = null, mapping = null } = found.kind === 'export' ? found.file : {};
  return {
    file: nameOf(found),
    kind: found.kind,
    table,
    source,
    mapping: mapping?.name ?? null,
    rows: read === null ? null : rowsAsJson(read),
    suggestion: suggestion === null ? null : suggestionAsJson(suggestion),
    messages: faults.map(faultAsJson),
  };
}

function suggestionAsJson({ mapping, table, found, of, missing, left }: Suggestion): object {
  return { mapping, table, found, of, to_fill_in: [...missing, ...left] };
}

function rowsAsJson({ records, madeFrom, rows, mapped }: ExportFile): object {
  return {
    records,
    made_from: madeFrom === null ? null : { rows: madeFrom.rows, other_rows: madeFrom.otherRows },
    used: rows.used,
    repeated: rows.repeated,
    of_unknown_students: rows.ofUnknownStudents,
    set_aside: mapped?.setAside ?? [],
    unmatched: mapped?.unmatched ?? null,
    formats: mapped?.formats ?? [],
  };
}

function reachAsJson({ records, acts, acted, daysBehind, isOfStudents, covered }: FeedReach): object {
  return {
    records,
    acts,
    first_act_on: acted === null ? null : formatDay(acted.from),
    last_act_on: acted === null ? null : formatDay(acted.to),
    days_behind: daysBehind,
    of_students: isOfStudents,
    covers: covered.map(daysAsJson),
  };
}

function daysAsJson({ from, to }: Period): object {
  return { from: formatDay(from), to: formatDay(to) };
}
