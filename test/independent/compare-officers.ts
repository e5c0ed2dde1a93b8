// Holds sabbatical-officers.csv against the simulation.
import { byStudent, differencesOfRows } from './compare-rows.js';
import { dayNumber } from './days.js';
import type { Reports } from './reports.js';
import type { Verdict } from './simulation.js';

export function differencesOfOfficers({ sabbaticalOfficers }: Reports, verdicts: readonly Verdict[]): string[] {
  const officers = verdicts.filter(({ notAssessedReason }) => notAssessedReason === 'sabbatical-officer');
  const rows = officers.map(({ studentId, checkpointOn, isSponsored, lastSupportMeetingOn: last }) => ({
    student_id: studentId,
    sponsored: isSponsored ? 'yes' : 'no',
    checkpoint_date: checkpointOn,
    last_support_meeting_on: last,
    days_since_support_meeting: last === '' ? '' : (dayNumber(checkpointOn) - dayNumber(last)).toString(),
  }));
  return differencesOfRows('sabbatical-officers.csv', sabbaticalOfficers, byStudent(rows));
}
