// The classroom-based study that is scheduled in each teaching week (9.1): a matter of the timetable, not of the student.
import { teachingWeeksIn } from '../../calendar/calendar.js';
import { isWeekday, mondayOf, weekOf, type Day } from '../../calendar/day.js';
import { daytimeMinutes } from '../../calendar/daytime.js';
import { daysOf } from '../../calendar/period.js';
import type { OpenEvent } from '../../engagement/ledger.js';
import type { ScheduledWeek } from '../../engagement/sponsorship.js';
import type { Plan } from '../../plan/plan.js';
import type { DayActs } from '../evidence.js';
import { isAsked, isEnrolledOn, type Asked } from '../opportunity.js';
import type { Situation } from '../situation.js';
import { untimetabledDays } from '../timetabled.js';

/**
 * The teaching weeks of the year so far all of whose five days are the student's, and of which everything is known.
 * @clause 9.1
 */
export function scheduledWeeks(situation: Situation): readonly ScheduledWeek[] {
  const { plan, year, level, dayRules } = situation;
  const days = daysOf(year).filter(dayRules.isSponsoredDay);
  const weeks = teachingWeeksIn(plan.calendar, days, level);
  const minutes = minutesByWeek(situation);
  const unknown = new Set(untimetabledDays(situation, new Set(days)).map(weekOf));
  return [...weeks]
    .filter((week) => !unknown.has(week))
    .map((week) => ({ monday: mondayOf(week), minutes: minutes.get(week) ?? 0 }));
}

/** Attended or not, authorised or not: it was scheduled. What may be the student's counts as if it were. */
function minutesByWeek(situation: Situation): ReadonlyMap<number, number> {
  const { acts, openEvents, enrolments, plan } = situation;
  const asked: Asked = { feed: 'attendance', only: plan.sponsored.classroom, module: null };
  const minutes = new Map<number, number>();
  const add = (day: Day, more: number): void => {
    minutes.set(weekOf(day), (minutes.get(weekOf(day)) ?? 0) + more);
  };
  for (const act of acts) {
    if (isAsked(asked, act) && isEnrolledOn(enrolments, act.module, act.day)) add(act.day, daytimeOf(act, situation));
  }
  for (const event of [...openEvents, ...withoutRegisters(situation)]) {
    const { module, starts, minutes: length } = event;
    if (!isAsked(asked, event) || !isEnrolledOn(enrolments, module, starts.day)) continue;
    add(starts.day, length === null ? unknownLength(1, starts.day, plan) : daytimeMinutes(starts, length));
  }
  return minutes;
}

function daytimeOf({ daytimeMinutes: known, unmeasuredActs, day }: DayActs, { plan }: Situation): number {
  return known + unknownLength(unmeasuredActs, day, plan);
}

/** Events without an end count as long as the plan says: nobody knows how much of that is daytime. */
function unknownLength(events: number, day: Day, { eventMinutes }: Plan): number {
  return isWeekday(day) ? events * eventMinutes : 0;
}

/** Of types for which the plan keeps no registers: timetabled all the same. */
function withoutRegisters({ plan, ledger, student, on }: Situation): readonly OpenEvent[] {
  if (plan.registers === null) return [];
  const own = ledger.hasAllocations ? ledger.openEventsOf(student.studentId) : ledger.unregistered;
  return own.filter(({ why, type, starts }) => {
    return why === 'no-register' && !plan.registers?.includes(type) && starts.day <= on;
  });
}
