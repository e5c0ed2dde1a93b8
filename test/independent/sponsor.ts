// The rules for sponsored students (9): which one is whose, the count of 9.2 and what it leads to.
import { bankHolidaysOf } from './bank-holidays.js';
import { countSince, type Counted } from './clock.js';
import { dayNumber, isoDay, isWithin, type DayNumber } from './days.js';
import { evidenceDays, sessionsOf } from './engagement.js';
import { sixtiethDay } from './no-evidence.js';
import { isAuthorised, isListed, isMonitored, type Situation } from './situation.js';
import { groundOfMonths, monthsOf, processOfMonths, type Month, type Ruling } from './sponsor-months.js';
import { weeksOf, type Week } from './sponsor-weeks.js';
import { isVacation, isWorkingDay } from './year.js';

export interface SponsorVerdict {
  /** Blank: nobody has said. */
  readonly rule: '9.1' | '9.2' | '';
  readonly lastInPersonOn: string;
  /** Null while the visa is to come. */
  readonly clock: SponsorClock | null;
  readonly months: readonly Month[];
  readonly weeks: readonly Week[];
  readonly process: Ruling['is'];
  readonly grounds: readonly string[];
  readonly groundsWithheld: readonly string[];
  /** The open events that leave the ground undecided, and those that leave the process. */
  readonly eventsOfGround: readonly string[];
  readonly eventsOfProcess: readonly string[];
}

export interface SponsorClock {
  readonly calendarDays: number;
  readonly longest: number;
  readonly shortest: number;
  readonly authorised: number;
  readonly reachesSixtyOn: string;
  readonly reportBy: string;
}

/** `since`: the checkpoint before. */
export function sponsorVerdict(situation: Situation, since: DayNumber): SponsorVerdict {
  const rule = ruleOf(situation);
  const counted = situation.student.visa.from > situation.window.to ? null : countForSponsor(situation);
  const isByMonths = rule !== '9.2' && isListed(situation, 'attendance');
  const months = isByMonths ? monthsOf(situation, since) : [];
  const weeks = isByMonths ? weeksOf(situation) : [];
  const common = {
    rule,
    lastInPersonOn: lastInPersonOn(situation),
    clock: counted === null ? null : clockOf(situation, counted),
    months,
    weeks,
    process: 'not',
    grounds: [],
    groundsWithheld: [],
    eventsOfGround: [],
    eventsOfProcess: [],
  } as const;
  if (rule === '') return { ...common, groundsWithheld: ['9.1', '9.2'] };
  if (rule === '9.2')
    return { ...common, ...groundOf(rule, counted === null ? NOTHING : clockRuling(situation, counted)) };
  if (!isByMonths) return { ...common, groundsWithheld: ['9.1'] };
  const process = processOfMonths(months);
  return {
    ...common,
    ...groundOf(rule, groundOfMonths(months)),
    process: process.is,
    eventsOfProcess: process.openEvents,
  };
}

const NOTHING: Ruling = { is: 'not', openEvents: [] };

function groundOf(rule: string, { is, openEvents }: Ruling) {
  return {
    grounds: is === 'certain' ? [rule] : [],
    groundsWithheld: is === 'perhaps' ? [rule] : [],
    eventsOfGround: openEvents,
  };
}

function ruleOf({ plan, student }: Situation): SponsorVerdict['rule'] {
  if (plan.sponsored.foundationYears.includes(student.programme)) return '9.2';
  if (student.rqf === '3') return '9.1';
  if (['6', '7', '8'].includes(student.rqf)) return '9.2';
  return plan.sponsored.ruleOfOthers;
}

function isSponsoredDay(situation: Situation, day: DayNumber): boolean {
  return isMonitored(situation, day) && isWithin(day, situation.student.visa);
}

function countForSponsor(situation: Situation): Counted {
  const { confirmed, unconfirmed, isDoubtful } = evidenceDays(situation);
  const visaStart = situation.student.visa.from - 1;
  return countSince(
    situation,
    [...confirmed, visaStart],
    (day) => isDoubtful(day) || unconfirmed.has(day),
    (day) => isSponsoredDay(situation, day),
  );
}

function clockRuling(situation: Situation, { dayZero, longest, shortest }: Counted): Ruling {
  if (shortest.length >= 60) return { is: 'certain', openEvents: [] };
  if (longest.length < 60) return NOTHING;
  const open = isListed(situation, 'attendance') ? sessionsOf(situation, 'attendance') : [];
  const after = open.filter(({ standing, day }) => standing === 'open' && day > dayZero);
  return { is: 'perhaps', openEvents: after.map(({ event }) => event) };
}

function clockOf(situation: Situation, { dayZero, longest, shortest }: Counted): SponsorClock {
  const isLeftOut = ({ plan, level, student }: Situation, day: DayNumber): boolean => {
    return isVacation(plan, level, day) || !isWithin(day, student.visa);
  };
  const reachesSixtyOn = sixtiethDay(situation, longest, isLeftOut);
  return {
    calendarDays: situation.window.to - dayZero,
    longest: longest.length,
    shortest: shortest.length,
    authorised: longest.filter((day) => isAuthorised(situation, day)).length,
    reachesSixtyOn,
    reportBy: reachesSixtyOn === '' ? '' : reportBy(situation, dayNumber(reachesSixtyOn)),
  };
}

function reportBy({ plan }: Situation, reached: DayNumber): string {
  let day = reached;
  for (let left = plan.sponsored.reportDays; left > 0;) {
    day += 1;
    if (isWorkingDay(plan, bankHolidaysOf(Number(isoDay(day).slice(0, 4))), day)) left -= 1;
  }
  return isoDay(day);
}

function lastInPersonOn(situation: Situation): string {
  if (!isListed(situation, 'attendance')) return '';
  const days = sessionsOf(situation, 'attendance')
    .filter(({ standing, isOnline }) => standing === 'done' && !isOnline)
    .map(({ day }) => day);
  return days.length === 0 ? '' : isoDay(Math.max(...days));
}
