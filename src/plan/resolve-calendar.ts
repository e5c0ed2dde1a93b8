// The year as a plan's students have it: the university's, with what the plan itself says of disruptions and levels.
import type { Calendar } from '../calendar/calendar.js';
import type { Day } from '../calendar/day.js';
import { fault } from '../diagnostics/catalogue.js';
import { nearest } from '../engagement/nearest.js';
import type { Check } from './check.js';
import { measuredIn, type WrittenMeasured } from './measured.js';
import { inOrder, resolvePeriods } from './resolve-periods.js';
import type { University } from './resolve-university.js';
import { idAt } from './resolve-threshold.js';
import { PERIOD_KINDS } from './schema-parts.js';
import type { WrittenPlan } from './schema.js';

export function resolveCalendar(
  written: WrittenPlan,
  { calendar }: University,
  teachingStartsOn: Day,
  check: Check,
): Calendar {
  const own = resolvePeriods(written.disruptions, ['disruptions'], check);
  warnExceptEmpty(measuredIn(written), calendar, check);
  return { ...calendar, teachingStartsOn, disruptions: inOrder([...calendar.disruptions, ...own]) };
}

/** To leave out days which the calendar does not have is to leave nothing out. */
function warnExceptEmpty(
  measured: readonly WrittenMeasured[],
  { kinds }: Pick<Calendar, 'kinds'>,
  { document, report }: Check,
): void {
  for (const {
    path,
    written: { except = [] },
  } of measured) {
    for (const kind of PERIOD_KINDS.filter((it) => except.includes(it) && kinds[it].length === 0)) {
      const place = document.placeOf([...path, 'except', except.indexOf(kind)]);
      report(fault('plan-except-empty', { kind, indicator: idAt(path) }, place));
    }
  }
}

/** Programme by programme; each has one level. */
export function resolveLevels(
  levels: WrittenPlan['levels'] = {},
  university: University,
  { document, report }: Check,
): ReadonlyMap<string, string> {
  const named = university.levels.map(({ level }) => level);
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
  tellUnfollowed(university, Object.keys(levels), report);
  return levelOfProgramme;
}

/** The levels of programmes that no plan assigns, by their award. */
const DEFAULT_LEVELS = ['masters', 'undergraduate'];

/**
 * A vacation for a level that no programme follows is nobody's, and their clocks run on. Another plan of the university may
 * assign the level; so only one that is nearly another is called a mistake.
 */
function tellUnfollowed({ levels }: University, assigned: readonly string[], report: Check['report']): void {
  const names = levels.map(({ level }) => level);
  const followed = [...DEFAULT_LEVELS, ...assigned];
  // A level of the plan that is nearly one of the calendar has been told already.
  const isTold = (level: string): boolean => assigned.some((it) => !names.includes(it) && nearest(it, names) === level);
  levels.forEach(({ level, place }, index) => {
    if (followed.includes(level) || names.indexOf(level) < index || isTold(level)) return;
    const meant = nearest(level, followed);
    report(
      meant === null
        ? fault('plan-vacation-level-unfollowed', { level }, place)
        : fault('plan-vacation-level-misspelt', { level, nearest: meant }, place),
    );
  });
}
