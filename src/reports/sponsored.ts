// Every sponsored student (9): months, hours, the sponsor's clock and the ground, for those who report to UKVI (3.2).
import { formatRate, type Fraction } from '../engagement/fraction.js';
import {
  isDecidedByAuthorised,
  LEAST_WEEKLY_MINUTES,
  type MonthAttendance,
  type SponsorMonth,
  type Sponsorship,
} from '../engagement/sponsorship.js';
import { column, type Column } from './column.js';
import { checkpointColumns, countCell, dayCell, identityColumns } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import { longDayText } from './day-text.js';
import { firstThatFits } from './fitted.js';
import { monthCell, monthSummary } from './month-text.js';
import { reasonText } from './reason.js';
import type { Row } from './row.js';
import { mandatoryReviewCell, sponsorDaysColumn } from './sponsor-columns.js';
import { processReason, sponsorGroundReason } from './sponsor-reason.js';

/** Days without evidence at which somebody should look, well before 60. */
const WARNINGS = [45, 30, 14] as const;

/** A cell of the sponsor rules; blank where none run. */
function sponsorColumn(name: string, cell: (sponsorship: Sponsorship) => string): Column<Row> {
  return column(name, ({ outcome: { sponsorship } }) => (sponsorship === null ? '' : cell(sponsorship)));
}

const ruleColumns: readonly Column<Row>[] = [
  column('not_assessed_reason', ({ outcome }) => outcome.notAssessedReason ?? ''),
  column('target_award_rqf', ({ student }) => countCell(student.targetAwardRqf ?? undefined)),
  column('visa_from', ({ student }) => dayCell(student.visaFrom)),
  column('visa_to', ({ student }) => dayCell(student.visaTo)),
  sponsorColumn('rule', ({ clause }) => clause ?? ''),
  column('process', ({ outcome }) => outcome.process),
  sponsorColumn('ground', ({ grounds }) => grounds.join(';')),
  sponsorColumn('ground_withheld', ({ groundsWithheld }) => groundsWithheld.join(';')),
  column('mandatory_review', mandatoryReviewCell),
  column('note', noteCell),
];

const clockColumns: readonly Column<Row>[] = [
  column('last_evidence_on', ({ outcome }) => dayCell(outcome.lastEvidenceOn)),
  sponsorColumn('last_in_person_on', ({ lastInPersonOn }) => dayCell(lastInPersonOn)),
  sponsorColumn('sponsor_days_without_evidence', ({ clock }) => countCell(clock?.calendarDays)),
  sponsorDaysColumn,
  sponsorColumn('sponsor_monitored_days_at_least', ({ clock }) => countCell(clock?.shortestMonitoredDays)),
  sponsorColumn('sponsor_authorised_days', ({ clock }) => countCell(clock?.authorisedDays)),
  sponsorColumn('days_warning', warningCell),
  sponsorColumn('sixty_days_reached_on', (it) => (isTimed(it) ? dayCell(it.clock?.reachesLimitOn) : '')),
  sponsorColumn('report_by', (it) => (isTimed(it) ? dayCell(it.clock?.reportBy) : '')),
  sponsorColumn('report_by_text', ({ clock, ...it }) => {
    return isTimed(it) && clock?.reportBy ? longDayText(clock.reportBy) : '';
  }),
];

const monthColumns: readonly Column<Row>[] = [
  sponsorColumn('months', ({ months }) => firstThatFits(shortened(months))),
  sponsorColumn(
    'months_below_85',
    monthsWhere(({ belowProcess }) => belowProcess === 'below'),
  ),
  sponsorColumn(
    'months_below_70',
    monthsWhere(({ belowGround }) => belowGround === 'below'),
  ),
  sponsorColumn(
    'months_not_decided',
    monthsWhere(({ belowProcess, belowGround }) => belowProcess === 'open' || belowGround === 'open'),
  ),
  sponsorColumn('months_decided_by_authorised', ({ months }) => {
    return months
      .filter(({ isComplete, ...it }) => isComplete && isDecidedByAuthorised(it))
      .map(monthCell)
      .join(';');
  }),
  sponsorColumn('weeks_under_15_hours', ({ weeks }) => {
    const few = weeks.filter(({ minutes }) => minutes < LEAST_WEEKLY_MINUTES).length;
    return weeks.length === 0 ? '' : `${few}`;
  }),
  sponsorColumn('fewest_weekly_hours', ({ weeks }) => {
    return weeks.length === 0 ? '' : hoursCell(Math.min(...weeks.map(({ minutes }) => minutes)));
  }),
];

const columns = [...identityColumns, ...checkpointColumns, ...ruleColumns, ...clockColumns, ...monthColumns];

export function sponsored(rows: readonly Row[]): Table {
  return tableOf(
    'sponsored.csv',
    columns,
    rows.filter(({ student }) => student.isSponsored),
  );
}

/** The 60 days are a ground of 9.2 alone. */
function isTimed({ clause }: Pick<Sponsorship, 'clause'>): boolean {
  return clause !== '9.1';
}

function warningCell({ clause, clock }: Sponsorship): string {
  const days = clock?.longestMonitoredDays ?? 0;
  return isTimed({ clause }) ? countCell(WARNINGS.find((warning) => days >= warning)) : '';
}

/** Where the schools of a joint programme do not agree (6.2f), no count is what is missing. */
function noteCell(row: Row): string {
  const { sponsorship, process, isUnsettled } = row.outcome;
  if (sponsorship === null) return '';
  if (isUnsettled) return reasonText(row);
  const [ground] = sponsorship.groundsWithheld;
  if (ground !== undefined) return sponsorGroundReason(ground, sponsorship);
  return process === 'none' && sponsorship.process === 'withheld' ? processReason(sponsorship) : '';
}

/** Completed months, `;` between them. */
function monthsWhere(isSo: (attendance: MonthAttendance) => boolean): (sponsorship: Sponsorship) => string {
  return ({ months }) => {
    return months
      .filter(({ isComplete, attendance }) => isComplete && attendance !== null && isSo(attendance))
      .map(monthCell)
      .join(';');
  };
}

/** The latest months, where all do not fit. */
function shortened(months: readonly SponsorMonth[]): readonly string[] {
  return months.map((_, left) => months.slice(left).map(monthSummary).join('; '));
}

const MINUTES_AN_HOUR = 60;

/** `14.98`: cut, never rounded up to 15. */
function hoursCell(minutes: number): string {
  const hours: Fraction = { numerator: minutes, denominator: MINUTES_AN_HOUR };
  return formatRate(hours).slice(0, -2);
}
