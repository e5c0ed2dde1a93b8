// A university's file as plans use it: its calendar, its feed confirmations and where students find help.
import { formatDay, type Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import { fault } from '../diagnostics/catalogue.js';
import type { Path } from '../yaml/document.js';
import type { Check } from './check.js';
import type { WrittenUniversity } from './schema-university.js';
import { refuseUnsupportedInUniversity } from './unsupported.js';

export interface University {
  /** Null where the file gives neither the start of teaching nor terms. */
  readonly teachingStartsOn: Day | null;
  /** In order of their first day. */
  readonly vacations: readonly Period[];
  readonly feeds: NonNullable<WrittenUniversity['feeds']>;
  readonly contacts: Pick<WrittenUniversity, 'support' | 'wellbeing_url' | 'advice_url' | 'appeals_url'>;
}

/** What a plan without a university file has. */
export const NO_UNIVERSITY: University = { teachingStartsOn: null, vacations: [], feeds: {}, contacts: {} };

const KINDS_OF_PERIOD = ['terms', 'vacations', 'reading_weeks', 'exam_weeks', 'closures'] as const;

export function resolveUniversity(written: WrittenUniversity, check: Check): University {
  refuseUnsupportedInUniversity(written, check);
  for (const kind of KINDS_OF_PERIOD) refuseReversed(written[kind] ?? {}, [kind], check);
  const [firstTerm] = inOrder(written.terms ?? {});
  return {
    teachingStartsOn: written.teaching_starts ?? firstTerm?.from ?? null,
    vacations: inOrder(written.vacations ?? {}),
    feeds: written.feeds ?? {},
    contacts: written,
  };
}

function inOrder(periods: Readonly<Record<string, Period>>): readonly Period[] {
  return Object.values(periods)
    .map(({ from, to }) => ({ from, to }))
    .sort((one, other) => one.from - other.from || one.to - other.to);
}

function refuseReversed(periods: Readonly<Record<string, Period>>, path: Path, { document, report }: Check): void {
  for (const [name, { from, to }] of Object.entries(periods)) {
    if (from <= to) continue;
    const args = { name, from: formatDay(from), to: formatDay(to) };
    report(fault('plan-period-reversed', args, document.placeOf([...path, name, 'to'])));
  }
}
