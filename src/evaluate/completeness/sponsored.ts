// What keeps the rules for sponsored students (9) from being applied, and what their timetable lacks (9.1).
import { contains } from '../../calendar/period.js';
import { addDays, formatDay } from '../../calendar/day.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { LEAST_WEEKLY_MINUTES, type ScheduledWeek, type Sponsorship } from '../../engagement/sponsorship.js';
import { whoAre, type Gate, type Judged } from './gate.js';

interface Sponsored extends Judged {
  readonly sponsorship: Sponsorship;
}

export function sponsoredFindings(gate: Gate): readonly Fault[] {
  const sponsored = gate.judged.flatMap((it): Sponsored[] => {
    const { sponsorship } = it.outcome;
    return sponsorship === null ? [] : [{ ...it, sponsorship }];
  });
  // Most schools have none, and shall not pay for them.
  if (sponsored.length === 0) return [];
  return [...undecided(sponsored), ...withoutRqf(gate, sponsored), ...fewHours(gate, sponsored)];
}

function undecided(sponsored: readonly Sponsored[]): readonly Fault[] {
  return (
    [
      ['sponsor-rule-undeclared', 'rule-undeclared'],
      ['sponsor-attendance-unlisted', 'attendance-unlisted'],
    ] as const
  ).flatMap(([code, because]) => {
    const { ids, place } = whoAre(sponsored.filter(({ sponsorship }) => sponsorship.withheldBecause === because));
    return ids.length === 0 ? [] : [fault(code, { ids }, place, ids.length)];
  });
}

/** They fall under the rule of RQF 4 and 5, which may not be theirs. */
function withoutRqf({ plan }: Gate, sponsored: readonly Sponsored[]): readonly Fault[] {
  const { clauseOfOthers, foundationYears } = plan.sponsored;
  if (clauseOfOthers === null) return [];
  const own = sponsored.filter(({ subject: { student } }) => {
    return student.targetAwardRqf === null && !foundationYears.includes(student.programmeCode);
  });
  const { ids, place } = whoAre(own);
  return ids.length === 0 ? [] : [fault('sponsored-without-rqf', { ids, clause: clauseOfOthers }, place, ids.length)];
}

const FRIDAY = 4;

/** 9.1: of the weeks whose Friday lies in the window. */
function fewHours({ target }: Gate, sponsored: readonly Sponsored[]): readonly Fault[] {
  const few = ({ sponsorship }: Sponsored): readonly ScheduledWeek[] => {
    return sponsorship.weeks.filter(({ monday, minutes }) => {
      return minutes < LEAST_WEEKLY_MINUTES && contains(target.window, addDays(monday, FRIDAY));
    });
  };
  const own = sponsored.filter((it) => it.sponsorship.clause === '9.1' && few(it).length > 0);
  const weeks = own.flatMap(few);
  const [first, ...others] = weeks;
  if (first === undefined) return [];
  const { ids, place } = whoAre(own);
  const least = others.reduce((lowest, it) => (it.minutes < lowest.minutes ? it : lowest), first);
  const args = {
    ids,
    weeks: new Set(weeks.map(({ monday }) => monday)).size,
    minutes: least.minutes,
    from: formatDay(least.monday),
  };
  return [fault('sponsored-hours-few', args, place, ids.length)];
}
