// The hours of classroom study that a week's timetable has for a student (9.1).
import { daysOf, isWithin, mondayOf, weekday, type DayNumber } from './days.js';
import { sessionsOf } from './engagement.js';
import { isBeyondTimetable } from './expected.js';
import { isMonitored, isOnModule, type Situation } from './situation.js';
import { teachingWeeks } from './year.js';

export interface Week {
  readonly monday: DayNumber;
  readonly minutes: number;
}

interface Class {
  readonly day: DayNumber;
  readonly module: string;
  readonly type: string;
  readonly minutes: number | null;
  readonly daytime: number;
}

/** The teaching weeks so far, of five days that are the student's, of which somebody can say what took place. */
export function weeksOf(situation: Situation): Week[] {
  const { plan, level, student, window } = situation;
  const own = daysOf({ from: plan.teachingStartsOn, to: window.to }).filter(
    (day) => isMonitored(situation, day) && isWithin(day, student.visa),
  );
  const all = [...sessionsOf(situation, 'attendance'), ...withoutRegister(situation)].filter((one) =>
    isClassroom(situation, one),
  );
  return teachingWeeks(plan, level, own)
    .filter((monday) => !own.some((day) => mondayOf(day) === monday && isBeyondTimetable(situation, day)))
    .map((monday) => {
      const minutes = all.filter(({ day }) => mondayOf(day) === monday).map((one) => minutesOf(situation, one));
      return { monday, minutes: minutes.reduce((sum, more) => sum + more, 0) };
    });
}

function isClassroom(situation: Situation, { type, module, day }: Class): boolean {
  return (situation.plan.sponsored.classroom?.includes(type) ?? true) && isOnModule(situation, module, day);
}

function minutesOf({ plan }: Situation, { minutes, daytime, day }: Class): number {
  if (minutes !== null) return daytime;
  return weekday(day) < 5 ? plan.eventMinutes : 0;
}

/** Timetabled events of types for which no register is kept. */
function withoutRegister({ exports, plan, student, window }: Situation): Class[] {
  const { registers } = plan;
  if (registers === null) return [];
  const { allocations } = exports.timetable;
  return exports.registers.unregistered
    .filter(({ type, day }) => !registers.includes(type) && day <= window.to)
    .filter(({ event }) => allocations === null || (allocations.get(event)?.has(student.id) ?? false));
}
