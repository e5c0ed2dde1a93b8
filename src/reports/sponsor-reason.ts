// Why something is withheld of a sponsored student (9), in one sentence.
import type { SponsorClause, Sponsorship, SponsorMonth } from '../engagement/sponsorship.js';
import { firstThatFits, shortenings } from './fitted.js';
import { daysReason } from './missing-text.js';
import { attendanceText, monthText } from './month-text.js';

export function sponsorGroundReason(ground: SponsorClause, sponsorship: Sponsorship): string {
  const { withheldBecause, clock, missing, months } = sponsorship;
  const claim = `Ground ${ground} is not decided`;
  switch (withheldBecause) {
    case 'rule-undeclared':
      return `${claim}: the plan does not say which rule sponsored students at this level fall under.`;
    case 'attendance-unlisted':
      return `${claim}: the plan does not list attendance.`;
    case null:
      if (ground === '9.2' && clock !== null) return daysReason(ground, clock, missing);
      return monthsReason(
        claim,
        months.filter((it) => it.isComplete && it.attendance?.belowGround === 'open'),
        'it arises with three months in a row below 70%',
      );
  }
}

export function processReason({ months }: Sponsorship): string {
  return monthsReason(
    'Whether the student enters the non-engagement process (9.1) is not decided',
    months.filter((it) => it.isNew && it.attendance?.belowProcess === 'open'),
    'below 85% they do',
  );
}

function monthsReason(claim: string, open: readonly SponsorMonth[], rule: string): string {
  const texts = open.map((month) => {
    return `${month.attendance === null ? '' : attendanceText(month.attendance.minutes)} in ${monthText(month)}`;
  });
  return firstThatFits(
    shortenings(texts, ', ').map((named) => {
      return `${claim}: attendance was ${named}, depending on what is missing; ${rule}.`;
    }),
  );
}
