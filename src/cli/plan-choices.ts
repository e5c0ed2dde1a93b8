// What a plan chooses beside its rules, at a glance: when other schools are alerted (6.3), and how sponsored students are judged (9).
import { formatDay } from '../calendar/day.js';
import { counted } from '../diagnostics/fault.js';
import { expectedOf } from '../plan/expected.js';
import type { Indicator, Plan, SponsorRules } from '../plan/plan.js';
import { expectedText } from './plan-text.js';

/** A line each. */
export function choicesText(plan: Plan): readonly string[] {
  const { moduleAlerts, sponsored } = plan;
  return [
    ...(moduleAlerts === null ? [] : [`module alerts (6.3): ${alertsText(moduleAlerts, plan)}`]),
    `sponsored students (9): ${sponsoredText(sponsored)}`,
  ];
}

export function choicesAsJson(plan: Plan) {
  const { moduleAlerts, sponsored } = plan;
  return {
    module_alerts: moduleAlerts === null ? null : alertsAsJson(moduleAlerts, plan),
    sponsored: {
      clause_of_rqf_4_5: sponsored.clauseOfOthers,
      foundation_years: sponsored.foundationYears,
      classroom: sponsored.classroom,
      authorised_absence: sponsored.authorisedAbsence,
      remote_approved: sponsored.remoteApproved,
      report_within_working_days: sponsored.reportWithinWorkingDays,
      text: sponsoredText(sponsored),
    },
  };
}

function alertsAsJson(indicator: Indicator, plan: Plan) {
  const { feed, measure, only, at } = indicator;
  return { feed, measure, only, at, text: alertsText(indicator, plan) };
}

/** `attendance (lab) 50% in each module, from 2027-01-11 60% in each module, at autumn_week_6`. */
function alertsText(indicator: Indicator, { calendar }: Plan): string {
  const { feed, only, at } = indicator;
  const minima = expectedOf(indicator).map(({ from }) => {
    const text = expectedText(indicator, from ?? calendar.teachingStartsOn);
    return from === null ? text : `from ${formatDay(from)} ${text}`;
  });
  const types = only === null ? '' : ` (${only.join(' or ')})`;
  return [`${feed}${types} ${minima.join(', ')}`, ...(at === null ? [] : [`at ${at.join(' or ')}`])].join(', ');
}

const RQF_4_5 = {
  '9.1': 'RQF 4, 5 or none as below degree level (9.1)',
  '9.2': 'RQF 4, 5 or none as at degree level (9.2)',
} as const;

function sponsoredText(rules: SponsorRules): string {
  const { clauseOfOthers, foundationYears, classroom, authorisedAbsence, remoteApproved } = rules;
  return [
    clauseOfOthers === null ? 'RQF 4, 5 or none withheld, as no rule is declared' : RQF_4_5[clauseOfOthers],
    ...(foundationYears.length === 0 ? [] : [`${foundationYears.join(' or ')} a foundation year of a degree (9.2)`]),
    `classroom-based study ${classroom === null ? 'of all types' : classroom.join(' or ')}`,
    `authorised absence ${authorisedAbsence === 'stays' ? 'stays in' : 'leaves'} the month`,
    ...(remoteApproved.length === 0 ? [] : [`UKVI approves remote delivery of ${remoteApproved.join(' or ')}`]),
    `reported within ${counted(rules.reportWithinWorkingDays, 'working day')}`,
  ].join('; ');
}
