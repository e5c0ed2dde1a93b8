// The year as a plan's students have it: the university's, with what the plan itself says of disruptions and levels.
import type { Calendar } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import { fault } from '../diagnostics/catalogue.js';
import { nearest } from '../engagement/nearest.js';
import type { Check } from './check.js';
import { inOrder, resolvePeriods } from './resolve-periods.js';
import type { University } from './resolve-university.js';
import { PERIOD_KINDS } from './schema-parts.js';
import type { WrittenPlan } from './schema.js';

export function resolveCalendar(
  { disruptions, indicators }: WrittenPlan,
  { calendar }: University,
  teachingStartsOn: Day,
  check: Check,
): Calendar {
  const own = resolvePeriods(disruptions, ['disruptions'], check);
  warnExceptEmpty(indicators, calendar, check);
  return { ...calendar, teachingStartsOn, disruptions: inOrder([...calendar.disruptions, ...own]) };
}

/** An indicator that leaves out days which the calendar does not have leaves nothing out. */
function warnExceptEmpty(
  indicators: WrittenPlan['indicators'],
  { kinds }: Pick<Calendar, 'kinds'>,
  { document, report }: Check,
): void {
  for (const [id, { except = [] }] of Object.entries(indicators)) {
    for (const kind of PERIOD_KINDS.filter((it) => except.includes(it) && kinds[it].length === 0)) {
      const place = document.placeOf(['indicators', id, 'except', except.indexOf(kind)]);
      report(fault('plan-except-empty', { kind, indicator: id }, place));
    }
  }
}

/** Programme by programme; each has one level. */
export function resolveLevels(
  levels: WrittenPlan['levels'] = {},
  { calendar }: University,
  { document, report }: Check,
): ReadonlyMap<string, string> {
  const named = calendar.vacations.flatMap((vacation) => vacation.levels ?? []);
  const levelOfProgramme = new Map<string, string>();
  for (const [level, programmes] of Object.entries(levels)) {
    const meant = named.includes(level) ? null : nearest(level, named);
    if (meant !== null) {
      report(fault('plan-level-misspelt', { level, nearest: meant }, document.placeOfKey(['levels', level])));
    }
    for (const [index, programme] of programmes.entries()) {
      const other = levelOfProgramme.get(programme);
      if (other !== undefined) {
        report(fault('plan-level-twice', { programme, level, other }, document.placeOf(['levels', level, index])));
      }
      levelOfProgramme.set(programme, level);
    }
  }
  return levelOfProgramme;
}
