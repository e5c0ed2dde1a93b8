// The counts of days without evidence: that of the panel (10.6), and the sponsor's own (9.2).
import type { Day } from '../../calendar/day.js';
import type { Clock, ClockStart } from '../../engagement/outcome.js';
import type { SponsorClause, SponsorClock } from '../../engagement/sponsorship.js';
import { isListedFeed } from '../../evaluate/feeds.js';
import type { Plan } from '../../plan/plan.js';
import { dayText } from '../day-text.js';
import type { Row } from '../row.js';
import type { Markup } from './markup.js';
import { facts, paragraph, section, table } from './parts.js';

interface NamedClock {
  readonly name: string;
  readonly clock: Clock;
  readonly monitored: string;
  readonly reached: string;
  readonly reportBy: string;
}

export function clocksSection(row: Row): Markup {
  return section(
    'clocks',
    'Days without evidence',
    facts([
      ['Last evidence', dayOrNone(row.outcome.lastEvidenceOn)],
      ['Last evidence in person', inPersonText(row)],
    ]),
    table(
      [
        ['Count', ({ name }) => name],
        ['Begins after', ({ clock }) => `${dayText(clock.startsAfter)} (${BECAUSE[clock.startsBecause]})`],
        ['Calendar days', ({ clock }) => clock.calendarDays],
        ['Monitored days', ({ monitored }) => monitored],
        ['60 days reached on', ({ reached }) => reached],
        ['Sponsor to report by', ({ reportBy }) => reportBy],
      ],
      clocksOf(row),
      'No count runs.',
    ),
    paragraph(pausesText(row.plan)),
  );
}

/** Without registers nobody knows whether the student was seen. */
function inPersonText({ plan, outcome: { sponsorship } }: Row): string {
  if (sponsorship === null) return 'shown for sponsored students (9)';
  if (!isListedFeed(plan, 'attendance')) return 'not known: the plan does not list attendance';
  return dayOrNone(sponsorship.lastInPersonOn);
}

function clocksOf({ outcome: { clock, sponsorship } }: Row): readonly NamedClock[] {
  const ofSponsor = sponsorship?.clock ?? null;
  return [
    ...(clock === null ? [] : [panelClock(clock)]),
    ...(ofSponsor === null ? [] : [sponsorClock(ofSponsor, sponsorship?.clause ?? null)]),
  ];
}

function panelClock(clock: Clock): NamedClock {
  const name = 'Panel (10.6)';
  return { name, clock, monitored: monitoredText(clock), reached: reachedText(clock), reportBy: 'not applicable' };
}

/** Below degree level the months are the ground, and no number of days (9.1). */
function sponsorClock(clock: SponsorClock, clause: SponsorClause | null): NamedClock {
  const isGround = clause !== '9.1';
  const { authorisedDays, reportBy } = clock;
  return {
    name: 'Sponsor (9.2)',
    clock,
    monitored: `${monitoredText(clock)}, of them authorised absence: ${authorisedDays}`,
    reached: isGround ? reachedText(clock) : 'no ground: 9.1 applies',
    reportBy: isGround && reportBy !== null ? dayText(reportBy) : 'not applicable',
  };
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

function reachedText({
  reachesLimitOn,
  shortestMonitoredDays: shortest,
  longestMonitoredDays: longest,
}: Clock): string {
  if (reachesLimitOn === null) return 'not before the course or the visa ends';
  return `${dayText(reachesLimitOn)}${shortest === longest ? '' : ', unless what is missing holds evidence'}`;
}

function pausesText({ clock: { vacation, authorisedAbsence } }: Plan): string {
  const does = { pauses: 'pauses', counts: 'goes on' } as const;
  return `The panel’s count ${does[vacation]} in vacations and ${does[authorisedAbsence]} in authorised absence (10.6); the sponsor’s pauses in vacations alone (9.2, 9.5).`;
}

function dayOrNone(day: Day | null): string {
  return day === null ? 'none so far' : dayText(day);
}
