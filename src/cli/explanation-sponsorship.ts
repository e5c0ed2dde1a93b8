// What an explanation says of a sponsored student (9): months, hours and the sponsor's clock, with their arithmetic.
import { counted } from '../diagnostics/fault.js';
import { LEAST_WEEKLY_MINUTES } from '../engagement/sponsorship.js';
import type { Explanation } from '../reports/explanation.js';
import { clockText } from './explanation-clock.js';
import { longDate } from './long-date.js';

type Sponsored = NonNullable<Explanation['sponsorship']>;
type Month = Sponsored['months'][number];
type Attendance = NonNullable<Month['attendance']>;
type Share = Attendance['minutes'];

export function sponsorshipLines({ sponsorship }: Explanation): readonly string[] {
  if (sponsorship === null) return [];
  return [
    `${RULE[sponsorship.rule ?? 'unknown']}${sponsorship.withheld_because === null ? '' : `: ${WITHHELD[sponsorship.withheld_because]}`}`,
    ...clockLines(sponsorship),
    ...sponsorship.months.flatMap(monthLines),
    ...processLines(sponsorship),
    ...weekLines(sponsorship),
  ];
}

const RULE = {
  '9.1': 'below degree level (9.1)',
  '9.2': 'at degree level or above (9.2)',
  unknown: 'RQF 4, 5 or none (9.1 or 9.2)',
} as const;

const WITHHELD = {
  'rule-undeclared': 'the ground is withheld, because the plan does not say which rule is theirs',
  'attendance-unlisted': 'the ground is withheld, because the plan does not list attendance',
} as const;

function clockLines({ clock, rule, last_in_person_on: inPerson }: Sponsored): readonly string[] {
  const seen =
    inPerson === null ? 'no attendance in person is recorded so far' : `last seen in person ${longDate(inPerson)}`;
  if (clock === null) return [seen, 'no sponsor clock runs, because the visa is still to come'];
  const authorised = clock.authorised_days;
  return [
    seen,
    ...clockText(clock, 'course or the visa ends'),
    ...(authorised === 0
      ? []
      : [`${counted(authorised, 'day')} of authorised absence counted too: they do not pause this clock`]),
    ...(clock.report_by === null || rule === '9.1'
      ? []
      : [`to be reported by ${longDate(clock.report_by)}, once they are reached`]),
  ];
}

/** `2026-10: 600 of 800 minutes, 10 of 12 sessions (in part); …`. */
function monthLines({ attendance, otherwise, ...month }: Month): readonly string[] {
  const marks = [
    ...(month.provisional ? ['provisional'] : []),
    ...(month.in_part ? [`in part, ${counted(month.teaching_weeks, 'teaching week')}`] : []),
    ...(month.decided_by_authorised ? ['decided otherwise, had authorised absence been treated in the other way'] : []),
  ];
  const aside = marks.length === 0 ? '' : ` (${marks.join('; ')})`;
  return [
    `${month.month}: ${attendance === null ? 'nothing expected' : attendanceText(attendance)}${aside}`,
    ...(JSON.stringify(attendance) === JSON.stringify(otherwise)
      ? []
      : [
          `  with authorised absence the other way: ${otherwise === null ? 'nothing expected' : attendanceText(otherwise)}`,
        ]),
  ];
}

function attendanceText({ minutes, sessions, below_85: process, below_70: ground }: Attendance): string {
  const below = [...belowText(85, process), ...belowText(70, ground)];
  const verdict = below.length === 0 ? '' : `, ${below.join(', ')}`;
  return `${shareText(minutes, 'minutes')}, ${shareText(sessions, 'sessions')}${verdict}`;
}

function belowText(limit: number, below: Attendance['below_85']): readonly string[] {
  if (below === 'not-below') return [];
  return [`${below === 'open' ? 'perhaps ' : ''}below ${limit}%`];
}

function shareText(share: Share, unit: string): string {
  if (share === null) return `${unit} not known`;
  const { worst, best } = share;
  const least = `${worst.attended} of ${worst.expected}`;
  const most = `${best.attended} of ${best.expected}`;
  return `${least === most ? least : `${least} to ${most}`} ${unit}`;
}

function processLines({ process }: Sponsored): readonly string[] {
  if (process === 'none') return [];
  return [
    process === 'certain'
      ? 'a month below 85% since the checkpoint before: the non-engagement process (9.1)'
      : 'whether a month since the checkpoint before was below 85% depends on what is missing (9.1)',
  ];
}

function weekLines({ weeks }: Sponsored): readonly string[] {
  return weeks
    .filter(({ minutes }) => minutes < LEAST_WEEKLY_MINUTES)
    .map(
      ({ monday, minutes }) =>
        `week of ${monday}: ${minutes} minutes timetabled, of ${LEAST_WEEKLY_MINUTES} (about the timetable, 9.1)`,
    );
}
