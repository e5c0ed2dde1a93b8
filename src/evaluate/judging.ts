// Which section of the plan judges a student at a checkpoint, and on which days of their window (9.4).
import type { Day } from '../calendar/day.js';
import { AWAY_KINDS, type AwayKind } from '../engagement/circumstance.js';
import { at } from '../engagement/columns.js';
import { groupBy } from '../engagement/group-by.js';
import type { Plan } from '../plan/plan.js';
import { isUnder, type Subject } from './presence.js';
import { isForAway, sectionOf, type Section } from './section.js';

/** The days of a student's window that fall to one section. */
export interface SectionDays {
  /** Null: on placement or abroad, and the plan has no section for that. */
  readonly section: Section | null;
  /** Ascending. */
  readonly days: readonly Day[];
}

export interface Judging {
  /** The one that decides. */
  readonly section: Section;
  /** The days that it judges, ascending: those of the student's window that fall to it. */
  readonly sectionDays: readonly Day[];
  /** All that the student's window falls to, in order of their first day. */
  readonly sections: readonly SectionDays[];
  /** On the checkpoint date the student is away, and the plan has no section for that. */
  readonly isWithoutSection: boolean;
}

/** How a student is judged at a checkpoint, from the days of their window there. */
export type JudgingOn = (on: Day, presentDays: readonly Day[]) => Judging;

/** Most students are never away: for them one section is worked out, and judges every day. */
export function judgingOf(plan: Plan, subject: Subject, isMonitored: (day: Day) => boolean): JudgingOn {
  const section = sectionOf(plan, subject.student);
  const awayKinds = AWAY_KINDS.filter((kind) => subject.circumstances.some((it) => it.kind === kind));
  if (awayKinds.length === 0) {
    return (_, days) => ({ section, sectionDays: days, sections: [{ section, days }], isWithoutSection: false });
  }
  const sectionOn = sectionsByDay(plan, subject, awayKinds);
  return (on, presentDays) => {
    const sections = [...groupBy(presentDays, sectionOn)].map(([it, days]): SectionDays => ({ section: it, days }));
    const most = sections.filter(hasSection).reduce<Sectioned | null>((best, it) => {
      return best === null || coversMore(it, best, isMonitored) ? it : best;
    }, null);
    return {
      section: most?.section ?? section,
      sectionDays: most?.days ?? [],
      sections,
      isWithoutSection: sectionOn(on) === null,
    };
  };
}

/** The section that each day falls to: equal ones are one and the same. */
function sectionsByDay(plan: Plan, subject: Subject, kinds: readonly AwayKind[]): (day: Day) => Section | null {
  const known: Section[] = [];
  return (day) => {
    const away = kinds.filter((kind) => isUnder(kind, subject, day));
    const section = sectionOf(plan, subject.student, away);
    if (away.length > 0 && !isForAway(section)) return null;
    const same = known.find(({ group }) => group === section.group);
    if (same === undefined) known.push(section);
    return same ?? section;
  };
}

interface Sectioned extends SectionDays {
  readonly section: Section;
}

function hasSection(it: SectionDays): it is Sectioned {
  return it.section !== null;
}

/** More days, or as many and later ones. A section whose days are all vacation gives way to one that can judge any. */
function coversMore(it: Sectioned, other: Sectioned, isMonitored: (day: Day) => boolean): boolean {
  const [canJudge, canOther] = [it.days.some(isMonitored), other.days.some(isMonitored)];
  if (canJudge !== canOther) return canJudge;
  if (it.days.length !== other.days.length) return it.days.length > other.days.length;
  return lastOf(it) > lastOf(other);
}

function lastOf({ days }: SectionDays): number {
  return at(days, days.length - 1);
}
