// The counts of days without evidence: that of the panel (10.6), and the sponsor's own (9.2).
import type { Clock, ClockStart } from '../../engagement/outcome.js';
import { dayText } from '../day-text.js';
import type { Row } from '../row.js';
import type { Markup } from './markup.js';
import { facts, paragraph, section, table } from './parts.js';

interface NamedClock {
  readonly name: string;
  readonly clock: Clock;
  /** Whether 60 days are a ground. */
  readonly isGround: boolean;
  readonly authorisedDays: string;
  readonly reportBy: string;
}

export function clocksSection(row: Row): Markup {
  const { lastEvidenceOn, sponsorship } = row.outcome;
  const lastInPersonOn = sponsorship?.lastInPersonOn ?? null;
  return section(
    'clocks',
    'Days without evidence',
    facts([
      ['Last evidence', lastEvidenceOn === null ? 'none so far' : dayText(lastEvidenceOn)],
      [
        'Last in person',
        inPersonText(row.student.isSponsored, lastInPersonOn === null ? null : dayText(lastInPersonOn)),
      ],
    ]),
    table(
      [
        ['Count', ({ name }) => name],
        ['Begins after', ({ clock }) => `${dayText(clock.startsAfter)} (${BECAUSE[clock.startsBecause]})`],
        ['Calendar days', ({ clock }) => clock.calendarDays],
        ['Monitored days', ({ clock }) => monitoredText(clock)],
        ['60 days reached on', ({ clock, isGround }) => (isGround ? reachedText(clock) : 'no ground: 9.1 applies')],
        ['Authorised days among them', ({ authorisedDays }) => authorisedDays],
        ['Sponsor reports by', ({ reportBy }) => reportBy],
      ],
      clocksOf(row),
      'No count runs.',
    ),
    paragraph('Vacations pause the counts (9.5). A range: some of the days could hold evidence that the records lack.'),
  );
}

function clocksOf({ outcome: { clock, sponsorship } }: Row): readonly NamedClock[] {
  const sponsors = sponsorship?.clock ?? null;
  const isTimed = sponsorship?.clause !== '9.1';
  return [
    ...(clock === null
      ? []
      : [{ name: 'Panel (10.6)', clock, isGround: true, authorisedDays: 'see circumstances', reportBy: 'none' }]),
    ...(sponsors === null
      ? []
      : [
          {
            name: 'Sponsor (9.2)',
            clock: sponsors,
            isGround: isTimed,
            authorisedDays: `${sponsors.authorisedDays}`,
            reportBy: isTimed && sponsors.reportBy !== null ? dayText(sponsors.reportBy) : 'none',
          },
        ]),
  ];
}

const BECAUSE: Readonly<Record<ClockStart, string>> = {
  evidence: 'the last evidence',
  'student-start': 'the day before the student’s start',
  'teaching-start': 'the day before the start of teaching',
  return: 'the day before the return from interruption',
  'visa-start': 'the day before the visa begins',
};

function monitoredText({ shortestMonitoredDays: shortest, longestMonitoredDays: longest }: Clock): string {
  return shortest === longest ? `${longest}` : `${shortest} to ${longest}`;
}

function reachedText({ reachesLimitOn }: Clock): string {
  return reachesLimitOn === null ? 'not before course or visa end' : dayText(reachesLimitOn);
}

function inPersonText(isSponsored: boolean, day: string | null): string {
  if (!isSponsored) return 'counted for sponsored students alone (9)';
  return day ?? 'none so far';
}
