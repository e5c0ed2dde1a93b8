// The ledger by the rules of reading.md, written as plainly as can be: what both readers are held against.
import { parseMoment, type Moment } from '../../src/calendar/moment.js';
import type { Act, Due } from '../../src/engagement/ledger.js';
import { byCodeUnit } from '../../src/engagement/order.js';

type Cells = Readonly<Record<string, string>>;

function tidy(cells: Cells): Cells {
  const trimmed = Object.entries(cells).map(
    ([column, cell]) =>
      [column, cell.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/^[ \u00a0\ufeff]+|[ \u00a0\ufeff]+$/g, '')] as const,
  );
  return Object.fromEntries(trimmed);
}

function must(text: string): Moment {
  const moment = parseMoment(text);
  if (moment === undefined) throw new Error(`not a moment: ${text}`);
  return moment;
}

/** Each list of rows is one file. */
export function expectedLedger(
  studentIds: readonly string[],
  vleFiles: readonly (readonly Cells[])[],
  submissionFiles: readonly (readonly Cells[])[],
): { readonly acts: readonly Act[]; readonly dues: readonly Due[] } {
  return {
    acts: expectedActs(
      studentIds,
      vleFiles.map((rows) => rows.map(tidy)),
    ),
    dues: expectedDues(studentIds, submissionFiles.flat().map(tidy)),
  };
}

function expectedActs(studentIds: readonly string[], files: readonly (readonly Cells[])[]): readonly Act[] {
  const keyOf = (cells: Cells): string => JSON.stringify(Object.entries(cells).sort());
  const times = new Map<string, { cells: Cells; most: number }>();
  for (const rows of files) {
    for (const cells of rows) {
      const most = rows.filter((other) => keyOf(other) === keyOf(cells)).length;
      times.set(keyOf(cells), { cells, most: Math.max(most, times.get(keyOf(cells))?.most ?? 0) });
    }
  }
  const acts = new Map<string, Act>();
  for (const { cells, most } of times.values()) {
    const { student_id: studentId = '', module_code: module = '', component: type = '', count } = cells;
    const { day } = must(cells['occurred_at'] ?? '');
    const done = most * (count === '' ? 1 : Number(count));
    if (done === 0 || !studentIds.includes(studentId)) continue;
    const key = JSON.stringify([studentId, day, type, module]);
    const before = acts.get(key);
    acts.set(key, {
      studentId,
      day,
      feed: 'vle',
      type,
      module,
      standing: 'done',
      isOnline: false,
      acts: (before?.acts ?? 0) + done,
      minutes: 0,
      unmeasuredActs: 0,
    });
  }
  return [...acts.values()].sort(
    (one, other) =>
      byCodeUnit(one.studentId, other.studentId) ||
      one.day - other.day ||
      byCodeUnit(one.type, other.type) ||
      byCodeUnit(one.module, other.module),
  );
}

function expectedDues(studentIds: readonly string[], rows: readonly Cells[]): readonly Due[] {
  const assessments = new Set(rows.map((cells) => cells['assessment_id'] ?? ''));
  return [...studentIds].sort(byCodeUnit).flatMap((studentId) =>
    [...assessments].sort(byCodeUnit).flatMap((assessmentId) => {
      const own = rows.filter((cells) => cells['student_id'] === studentId && cells['assessment_id'] === assessmentId);
      const texts = (column: string): string[] => own.map((cells) => cells[column] ?? '').filter((cell) => cell !== '');
      // A date without a time ends its day when something is due, and begins it when something was done.
      const due = texts('due_at').map(must).sort(byTime(1440)).at(-1);
      if (due === undefined) return [];
      return [
        {
          studentId,
          assessmentId,
          module: texts('module_code').sort(byCodeUnit)[0] ?? '',
          type: texts('kind').sort(byCodeUnit)[0] ?? '',
          due,
          extendedTo: texts('extended_to').map(must).sort(byTime(1440)).at(-1) ?? null,
          submitted: texts('submitted_at').map(must).sort(byTime(-1))[0] ?? null,
        },
      ];
    }),
  );
}

function byTime(untimed: number): (one: Moment, other: Moment) => number {
  return (one, other) => one.day - other.day || (one.minute ?? untimed) - (other.minute ?? untimed);
}
