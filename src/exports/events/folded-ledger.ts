// The ledger over folded columns: a student's sheet is a view of them, all else is made when asked for.
import { at } from '../../engagement/columns.js';
import type { Feed } from '../../engagement/feed.js';
import type { Due, DaySheet, FeedSetAside, Ledger, OpenEvent } from '../../engagement/ledger.js';
import { byCodeUnit } from '../../engagement/order.js';
import type { DueColumns, Fold } from './fold.js';
import { ASSESSMENT_KINDS } from './event-row.js';
import { dueMoment, momentOf, NO_MOMENT } from './moment-number.js';
import { entriesOf } from './student-entries.js';

export interface LedgerSources {
  /** By student id. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly hasAllocations: boolean;
  readonly feedsSetAside: readonly FeedSetAside[];
  readonly covered: Ledger['covered'];
  readonly unidentified: Ledger['unidentified'];
}

export function ledgerOf(fold: Fold, sources: LedgerSources): Ledger {
  const { indexOf, hasAllocations, feedsSetAside, covered, unidentified } = sources;
  const ofStudent = <T>(starts: Int32Array, studentId: string, entries: (from: number, until: number) => T): T => {
    const index = indexOf.get(studentId);
    return index === undefined ? entries(0, 0) : entries(...entriesOf(starts, index));
  };
  const { sheets, dues, open } = fold;
  return {
    kinds: fold.kinds,
    feeds: fold.feeds,
    feedsSetAside,
    covered,
    unidentified,
    timetabled: fold.timetabled,
    unregistered: fold.unregistered,
    unallocated: fold.unallocated,
    registeredFrom: fold.registeredFrom,
    hasAllocations,
    sheetOf: (studentId) =>
      ofStudent(sheets.starts, studentId, (from, until): DaySheet => ({
        days: sheets.days.subarray(from, until),
        kinds: sheets.kinds.subarray(from, until),
        acts: sheets.acts.subarray(from, until),
        minutes: sheets.minutes.subarray(from, until),
        daytimeMinutes: sheets.daytimeMinutes.subarray(from, until),
        unmeasuredActs: sheets.unmeasuredActs.subarray(from, until),
      })),
    openEventsOf: (studentId) =>
      ofStudent(open.starts, studentId, (from, until): readonly OpenEvent[] =>
        Array.from(open.events.subarray(from, until), (event) => at(open.list, event)),
      ),
    typesOf: (feed) => typesOf(feed, fold),
    duesOf: (studentId) =>
      ofStudent(dues.starts, studentId, (from, until): readonly Due[] =>
        Array.from({ length: until - from }, (_, entry) => dueAt(dues, studentId, from + entry)),
      ),
  };
}

function typesOf(feed: Feed, { kinds, open, unregistered, dues }: Fold): readonly string[] {
  const typed = [...kinds, ...open.list, ...unregistered].filter((it) => it.feed === feed).map(({ type }) => type);
  const due = feed === 'submissions' ? [...new Set(dues.kinds)].map((kind) => at(ASSESSMENT_KINDS, kind)) : [];
  return [...new Set([...typed, ...due])].sort(byCodeUnit);
}

function dueAt(dues: DueColumns, studentId: string, entry: number): Due {
  const extendedTo = dues.extendedTo[entry] ?? NO_MOMENT;
  const submitted = dues.submitted[entry] ?? NO_MOMENT;
  return {
    studentId,
    assessmentId: dues.assessmentNames[dues.assessments[entry] ?? 0] ?? '',
    module: dues.moduleNames[dues.modules[entry] ?? 0] ?? '',
    type: ASSESSMENT_KINDS[dues.kinds[entry] ?? 2] ?? '',
    due: dueMoment(dues.due[entry] ?? 0),
    extendedTo: extendedTo === NO_MOMENT ? null : dueMoment(extendedTo),
    submitted: submitted === NO_MOMENT ? null : momentOf(submitted),
  };
}
