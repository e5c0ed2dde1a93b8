// The columns that others build on: as the contract names them, in its order. Written out here, not taken from the code.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { buildReports } from '../../src/reports/build.js';
import { schoolAtWeek8 } from './school.js';

const COMMON =
  'student_id, first_name, last_name, email, school, programme_code, programme_title, advisor_name, advisor_email, ' +
  'checkpoint, checkpoint_date, checkpoint_date_text, window_from, window_to, classification, reason, ' +
  'last_evidence_on, days_without_evidence, monitored_days_without_evidence';

const LETTERS =
  'below, reply_by, reply_by_text, stage, listed_before, row_number, row_count, ' +
  'salutation, school_name, window_from_text, window_to_text, last_evidence_text, point_1, point_2, point_3, point_4, ' +
  'support_name, support_email, wellbeing_url, advice_url, appeals_url, letters_sent';

const PANEL =
  'grounds, grounds_withheld, mandatory_review, sixty_days_reached_on, sponsored, ' +
  'sponsor_monitored_days_without_evidence, reviewer, decision, decided_on, decision_reason, pack';

const OUTCOMES =
  'process, grounds, grounds_withheld, not_assessed_reason, ' +
  'vle_measure, vle_best_case, vle_minimum, vle_result, ' +
  'submissions_measure, submissions_best_case, submissions_minimum, submissions_result, ' +
  'labs_measure, labs_best_case, labs_minimum, labs_result, group, labs_module';

const WITHHELD =
  'student_id, first_name, last_name, email, school, programme_code, programme_title, advisor_name, advisor_email, ' +
  'checkpoint, checkpoint_date, checkpoint_date_text, window_from, window_to, classification, reason, ' +
  'withheld, feed, missing, unknown_from, unknown_to, unknown_days';

const SPONSORED =
  'student_id, first_name, last_name, email, school, programme_code, programme_title, advisor_name, advisor_email, ' +
  'checkpoint, checkpoint_date, checkpoint_date_text, window_from, window_to, classification, ' +
  'not_assessed_reason, target_award_rqf, visa_from, visa_to, rule, process, ground, ground_withheld, mandatory_review, ' +
  'note, last_evidence_on, last_in_person_on, sponsor_days_without_evidence, sponsor_monitored_days_without_evidence, ' +
  'sponsor_monitored_days_at_least, sponsor_authorised_days, days_warning, sixty_days_reached_on, report_by, ' +
  'report_by_text, months, months_below_85, months_below_70, months_not_decided, months_decided_by_authorised, ' +
  'weeks_under_15_hours, fewest_weekly_hours';

const MONTHS =
  'student_id, first_name, last_name, programme_code, month, month_text, provisional, since_last_checkpoint, in_part, ' +
  'teaching_weeks, attendance, attendance_best_case, below_85, below_70, attended_minutes, expected_minutes, ' +
  'attended_minutes_best_case, expected_minutes_best_case, attended_sessions, expected_sessions, ' +
  'attended_sessions_best_case, expected_sessions_best_case, otherwise, otherwise_best_case, decided_by_authorised';

const CONTRACT: Readonly<Record<string, string>> = {
  'low-engagement.csv': `${COMMON}, ${LETTERS}`,
  'non-engagement.csv': `${COMMON}, ${LETTERS}`,
  'panel-referral.csv': `${COMMON}, ${PANEL}`,
  'outcomes.csv': `${COMMON}, ${OUTCOMES}`,
  'withheld.csv': WITHHELD,
  'registers-to-chase.csv':
    'module_code, event_id, event_type, starts_on, starts_at, why, students, students_undecided, file, record',
  'sponsored.csv': SPONSORED,
  'sponsored-months.csv': MONTHS,
  'sabbatical-officers.csv':
    'student_id, first_name, last_name, email, school, programme_code, programme_title, advisor_name, advisor_email, ' +
    'sponsored, checkpoint, checkpoint_date, last_support_meeting_on, days_since_support_meeting',
  'held.csv': `${COMMON}, held_from, held_to, reference`,
  'contacts-to-record.csv': 'student_id, contacted_on, checkpoint, stage, channel, responded_on, outcome',
  'data-quality.csv': 'code, severity, file, record, column, message, count',
};

describe('the columns of a report', () => {
  const reports = buildReports(schoolAtWeek8()).reports;
  const emptyReports = buildReports({ ...schoolAtWeek8(), assessed: [] }).reports;

  it.each(Object.entries(CONTRACT))('%s has those of the contract, with rows and without', (file, columns) => {
    const header = columns.split(', ');
    expect(headerOf(reports.find((report) => report.file === file)?.content)).toEqual(header);
    expect(headerOf(emptyReports.find((report) => report.file === file)?.content)).toEqual(header);
  });

  it('can be merge fields: an ASCII letter first, letters, digits and underscore, at most 40 characters', () => {
    const names = Object.values(CONTRACT).flatMap((columns) => columns.split(', '));
    for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
  });

  it('are there in the file of a list without students, and nothing else is', () => {
    const content = emptyReports[0]?.content ?? '';
    expect(content.startsWith('\ufeff"student_id","first_name",')).toBe(true);
    expect(content.indexOf('\r\n')).toBe(content.length - 2);
  });
});

function headerOf(content = ''): unknown {
  return parse(content, { bom: true, to: 1 })[0];
}
