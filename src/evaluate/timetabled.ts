// Where registers are not known, the timetable still says what was expected: on the days, and of the modules, that it is of.
import { addDays, weekdayOf, type Day } from '../calendar/day.js';
import { contains } from '../calendar/period.js';
import type { Timetabled } from '../engagement/ledger.js';
import { isUnseen } from './coverage.js';
import type { Situation } from './situation.js';

/** The unknown days of attendance on which nobody can say what took place, since the timetable does not. */
export function untimetabledDays(situation: Situation, days: ReadonlySet<Day>): readonly Day[] {
  const { feedUnknowns, ledger } = situation;
  const unknown = feedUnknowns.filter(({ feed }) => feed === 'attendance');
  if (unknown.length === 0) return [];
  const { timetabled } = ledger;
  // Without any register nobody can say of which modules the timetable should tell.
  const isSilent = unknown.some(({ why }) => why === 'no-acts' || isUnseen(why));
  const canTell = timetabled !== null && !isSilent && hasModulesOf(situation, timetabled);
  const isTold = canTell ? toldBy(timetabled, situation) : () => false;
  return [...days].filter((day) => !isTold(day) && unknown.some((missing) => contains(missing.days, day)));
}

/**
 * It tells of the days from its first to its last event, of as many beside as an export may be silent, and of the days of
 * the week on which it never has anything.
 */
function toldBy({ from, to, weekdays }: Timetabled, { plan }: Situation): (day: Day) => boolean {
  const told = { from: addDays(from, -plan.toleranceDays), to: addDays(to, plan.toleranceDays) };
  return (day) => contains(told, day) || !weekdays.includes(weekdayOf(day));
}

/** Whether it has all modules of the student that have registers: of the others it cannot say what took place. */
function hasModulesOf({ acts, enrolments, ledger, on }: Situation, { modules }: Timetabled): boolean {
  const named = acts.filter(({ feed }) => feed === 'attendance').map(({ module }) => module);
  const enrolled = (enrolments ?? []).map(({ moduleCode }) => moduleCode);
  const registered = enrolled.filter((module) => (ledger.registeredFrom.get(module) ?? Infinity) <= on);
  // Of whom no table and no register names a module, nobody knows what they were expected at.
  if (enrolments === null && named.length === 0) return false;
  return [...named, ...registered].every((module) => module === '' || modules.includes(module));
}
