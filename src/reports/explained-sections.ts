// Which section of the plan judged which days of a student's window, where they fall to several (9.4).
import type { Day } from '../calendar/day.js';
import type { Period } from '../calendar/period.js';
import type { Outcome } from '../engagement/outcome.js';
import type { Situation } from '../evaluate/situation.js';
import { periodOf } from './json-days.js';

/** Null: one section, and it judges every day. */
export function explainedSections(situation: Situation, { indicators }: Pick<Outcome, 'indicators'>) {
  const { sections, presentDays, sectionDays } = situation;
  if (sections.length < 2 && sectionDays.length === presentDays.length) return null;
  return sections.map((it) => ({
    // The plan's own rule has no group.
    group: it.section?.group?.id ?? null,
    title: it.section?.group?.title ?? null,
    has_section: it.section !== null,
    // Who is not measured at all is judged by no section.
    judges: it.days === sectionDays && indicators.length > 0,
    days: it.days.length,
    monitored_days: it.days.filter(situation.dayRules.isMonitored).length,
    periods: periodsOf(it.days).map(periodOf),
  }));
}

/** Days that follow one another, as one. */
function periodsOf(days: readonly Day[]): readonly Period[] {
  return days.reduce<readonly Period[]>((periods, day) => {
    const last = periods.at(-1);
    if (last === undefined || last.to < day - 1) return [...periods, { from: day, to: day }];
    return [...periods.slice(0, -1), { from: last.from, to: day }];
  }, []);
}
