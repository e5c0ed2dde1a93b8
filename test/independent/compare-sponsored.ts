// Holds sponsored.csv, its months and the panel list against the simulation.
import { byStudent, differencesOfRows, rateCell, type Cells } from './compare-rows.js';
import type { Measure } from './measured.js';
import type { Fraction } from './plan.js';
import type { Reports } from './reports.js';
import type { Verdict } from './simulation.js';
import type { Below, Month } from './sponsor-months.js';
import type { SponsorVerdict } from './sponsor.js';

export function differencesOfSponsored(reports: Reports, verdicts: readonly Verdict[]): string[] {
  const expected = verdicts.filter(({ isSponsored }) => isSponsored).map((verdict) => cellsOf(verdict));
  const months = verdicts.flatMap(({ studentId, sponsor }) => {
    return (sponsor?.months ?? []).map((month) => ({ student_id: studentId, ...monthCells(month) }));
  });
  return [
    ...differencesOfRows('sponsored.csv', reports.sponsored, byStudent(expected)),
    ...differencesOfRows('sponsored-months.csv', reports.sponsoredMonths, byStudent(months)),
    ...reports.panelReferral.flatMap((row) => {
      const verdict = verdicts.find(({ studentId }) => studentId === row['student_id']);
      return verdict === undefined ? [] : differencesOfRows('panel-referral.csv', [row], [panelCells(verdict)]);
    }),
  ];
}

function panelCells({ studentId, sponsor, isSponsored }: Verdict): Cells {
  return {
    student_id: studentId,
    sponsored: isSponsored ? 'yes' : 'no',
    mandatory_review: mandatoryReview(sponsor),
    sponsor_monitored_days_without_evidence: sponsor?.clock?.longest.toString() ?? '',
  };
}

function mandatoryReview(sponsor: SponsorVerdict | null): string {
  if (sponsor === null) return 'no';
  if (sponsor.grounds.length > 0) return 'yes';
  return sponsor.groundsWithheld.length > 0 ? '' : 'no';
}

function cellsOf(verdict: Verdict): Cells {
  const { studentId, sponsor, process } = verdict;
  const clock = sponsor?.clock ?? null;
  const isOfDegree = sponsor?.rule !== '9.1';
  const weeks = sponsor?.weeks ?? [];
  const monthsIn = (isSo: (month: Month) => boolean): string => {
    const months = (sponsor?.months ?? []).filter((month) => month.isOver && isSo(month));
    return months.map(({ name }) => name).join(';');
  };
  return {
    student_id: studentId,
    rule: sponsor?.rule ?? '',
    process,
    ground: sponsor?.grounds.join(';') ?? '',
    ground_withheld: sponsor?.groundsWithheld.join(';') ?? '',
    mandatory_review: mandatoryReview(sponsor),
    last_in_person_on: sponsor?.lastInPersonOn ?? '',
    sponsor_days_without_evidence: clock?.calendarDays.toString() ?? '',
    sponsor_monitored_days_without_evidence: clock?.longest.toString() ?? '',
    sponsor_monitored_days_at_least: clock?.shortest.toString() ?? '',
    sponsor_authorised_days: clock?.authorised.toString() ?? '',
    days_warning: isOfDegree ? warning(clock?.longest ?? 0) : '',
    sixty_days_reached_on: isOfDegree ? (clock?.reachesSixtyOn ?? '') : '',
    report_by: isOfDegree ? (clock?.reportBy ?? '') : '',
    months_below_85: monthsIn(({ below85 }) => below85 === 'yes'),
    months_below_70: monthsIn(({ below70 }) => below70 === 'yes'),
    months_not_decided: monthsIn(({ below85, below70 }) => below85 === 'perhaps' || below70 === 'perhaps'),
    months_decided_by_authorised: monthsIn(({ isOtherwiseDecided }) => isOtherwiseDecided),
    weeks_under_15_hours: weeks.length === 0 ? '' : weeks.filter(({ minutes }) => minutes < 900).length.toString(),
    fewest_weekly_hours: weeks.length === 0 ? '' : hours(Math.min(...weeks.map(({ minutes }) => minutes))),
  };
}

function warning(days: number): string {
  if (days < 14) return '';
  if (days < 30) return '14';
  return days < 45 ? '30' : '45';
}

function hours(minutes: number): string {
  return (Math.floor((minutes * 100) / 60) / 100).toFixed(2);
}

const SAID: Readonly<Record<Below, string>> = { yes: 'yes', perhaps: 'unknown', no: 'no', 'nothing expected': '' };

function monthCells(month: Month): Cells {
  const { minutes, sessions, otherMinutes, isWideOpen } = month;
  const isCountable = minutes !== null && !isWideOpen;
  const count = (measure: Measure, which: 'worst' | 'best', part: keyof Fraction): string => {
    const bound = measure?.[which];
    return !isCountable || bound === undefined || bound === 'unlimited' ? '' : bound[part].toString();
  };
  return {
    month: month.name,
    provisional: month.isOver ? 'no' : 'yes',
    since_last_checkpoint: month.isSinceCheckpoint ? 'yes' : 'no',
    in_part: month.isInPart ? 'yes' : 'no',
    teaching_weeks: month.teachingWeeks.toString(),
    attendance: decimal(minutes, 'worst'),
    attendance_best_case: decimal(minutes, 'best'),
    below_85: SAID[month.below85],
    below_70: SAID[month.below70],
    attended_minutes_best_case: count(minutes, 'best', 'top'),
    expected_minutes_best_case: count(minutes, 'best', 'bottom'),
    attended_sessions: count(sessions, 'worst', 'top'),
    attended_sessions_best_case: count(sessions, 'best', 'top'),
    expected_sessions_best_case: count(sessions, 'best', 'bottom'),
    otherwise: decimal(otherMinutes, 'worst'),
    otherwise_best_case: decimal(otherMinutes, 'best'),
    decided_by_authorised: month.isOtherwiseDecided ? 'yes' : 'no',
  };
}

function decimal(measure: Measure, which: 'worst' | 'best'): string {
  const bound = measure?.[which];
  if (bound === undefined || bound === 'unlimited') return '';
  return rateCell(bound);
}
