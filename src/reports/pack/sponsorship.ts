// Sponsorship and funding, which the rules of other bodies hang on (6.6c), with the months of 9.1.
import type { Day } from '../../calendar/day.js';
import type { SponsorMonth } from '../../engagement/sponsorship.js';
import type { Funding } from '../../engagement/student.js';
import { dayText } from '../day-text.js';
import { attendanceText, monthText } from '../month-text.js';
import type { Row } from '../row.js';
import { orNothing } from './student.js';
import type { Markup } from './markup.js';
import { facts, section, table } from './parts.js';

export function sponsorshipSection({ student, outcome: { sponsorship } }: Row): Markup {
  const { isSponsored, targetAwardRqf } = student;
  return section(
    'sponsorship',
    'Sponsorship and funding',
    facts([
      ['Sponsored (Student Route)', isSponsored ? 'yes' : 'no'],
      ['Visa', isSponsored ? `${limitText('from', student.visaFrom)}, ${limitText('to', student.visaTo)}` : 'none'],
      ['RQF level of the target award', orNothing(targetAwardRqf === null ? '' : `${targetAwardRqf}`)],
      ['Rule', isSponsored ? (sponsorship?.clause ?? 'not decided') : 'none'],
      ['Funding', student.funding === null ? orNothing('') : FUNDING[student.funding]],
    ]),
    table(
      [
        ['Month', monthText],
        ['Attendance in minutes', ({ attendance }) => shareText(attendance?.minutes)],
        ['Attendance in sessions', ({ attendance }) => shareText(attendance?.sessions)],
        ['Below 85%', ({ attendance }) => (attendance === null ? 'no' : BELOW[attendance.belowProcess])],
        ['Below 70%', ({ attendance }) => (attendance === null ? 'no' : BELOW[attendance.belowGround])],
        ['Note', noteText],
      ],
      sponsorship?.months ?? [],
      'The months of 9.1 are not counted for this student.',
    ),
  );
}

const FUNDING: Readonly<Record<Funding, string>> = {
  slc: 'Student Loans Company (SLC)',
  self: 'self-funded',
  other: 'other',
};

const BELOW = { below: 'yes', 'not-below': 'no', open: 'not decided' } as const;

function limitText(side: 'from' | 'to', day: Day | null): string {
  return day === null ? `no limit ${side === 'from' ? 'before' : 'after'}` : `${side} ${dayText(day)}`;
}

function shareText(share: Parameters<typeof attendanceText>[0] | undefined): string {
  if (share === undefined) return 'nothing expected';
  return share.isOpenEnded ? 'not known' : attendanceText(share);
}

function noteText({ isComplete, isInPart }: SponsorMonth): string {
  return [...(isComplete ? [] : ['provisional: decides nothing']), ...(isInPart ? ['in part'] : [])].join('; ');
}
