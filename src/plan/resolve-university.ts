// A university's file as plans use it: its calendar, its feed confirmations and where students find help.
import type { Calendar } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import type { Place } from '../diagnostics/fault.js';
import type { Check } from './check.js';
import { inOrder, refuseReversed, resolvePeriods } from './resolve-periods.js';
import type { WrittenUniversity } from './schema-university.js';

export interface NamedLevel {
  readonly level: string;
  readonly place: Place;
}

export interface University {
  /** Null where the file gives neither the start of teaching nor terms. */
  readonly teachingStartsOn: Day | null;
  /** Periods of one kind are in order of their first day. */
  readonly calendar: Omit<Calendar, 'teachingStartsOn'>;
  /** Where each level is named whose vacation it is, in the order of the file. */
  readonly levels: readonly NamedLevel[];
  readonly feeds: NonNullable<WrittenUniversity['feeds']>;
  readonly contacts: Pick<WrittenUniversity, 'support' | 'wellbeing_url' | 'advice_url' | 'appeals_url'>;
}

/** What a plan without a university file has. */
export const NO_UNIVERSITY: University = {
  teachingStartsOn: null,
  calendar: {
    terms: [],
    vacations: [],
    kinds: { reading_weeks: [], exam_weeks: [], closures: [] },
    disruptions: [],
  },
  levels: [],
  feeds: {},
  contacts: {},
};

export function resolveUniversity(written: WrittenUniversity, check: Check): University {
  const { vacations = {} } = written;
  const periods = (kind: 'terms' | 'reading_weeks' | 'exam_weeks' | 'closures' | 'disruptions') => {
    return resolvePeriods(written[kind], [kind], check);
  };
  refuseReversed(vacations, ['vacations'], check);
  const terms = periods('terms');
  return {
    teachingStartsOn: written.teaching_starts ?? terms[0]?.from ?? null,
    calendar: {
      terms,
      vacations: inOrder(Object.values(vacations).map((it) => ({ ...it, levels: it.levels ?? null }))),
      kinds: {
        reading_weeks: periods('reading_weeks'),
        exam_weeks: periods('exam_weeks'),
        closures: periods('closures'),
      },
      disruptions: periods('disruptions'),
    },
    levels: namedLevels(vacations, check),
    feeds: written.feeds ?? {},
    contacts: written,
  };
}

function namedLevels(
  vacations: NonNullable<WrittenUniversity['vacations']>,
  { document }: Check,
): readonly NamedLevel[] {
  return Object.entries(vacations).flatMap(([vacation, { levels = [] }]) => {
    return levels.map((level, index) => {
      return { level, place: document.placeOf(['vacations', vacation, 'levels', index]) };
    });
  });
}
