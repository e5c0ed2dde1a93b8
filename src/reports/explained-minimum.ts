// Where the minimum of an indicator comes from: its value on the checkpoint date, and its share for the student.
import { valueOn } from '../plan/dated.js';
import type { AmountIndicator, Indicator } from '../plan/plan.js';
import type { Situation } from '../evaluate/situation.js';
import { dayOrNull } from './json-days.js';

/** Null parts do not apply. */
export function explainedMinimum(indicator: Indicator, situation: Situation) {
  return {
    // Where the plan changes it over the year: since when this one holds.
    in_force_since: dayOrNull(inForceSince(indicator, situation)),
    ...(indicator.measure === 'rate' || indicator.measure === 'recency'
      ? { per_teaching_week: null, prorated: null }
      : explainedAmount(indicator, situation)),
  };
}

function inForceSince(indicator: Indicator, { on }: Situation) {
  const history = indicator.measure === 'recency' ? indicator.maximum : indicator.minimum;
  return valueOn(
    history.map(({ from }) => ({ from, value: from })),
    on,
  );
}

function explainedAmount({ minimum, per, isProrated }: AmountIndicator, situation: Situation) {
  const { on, levelWindow, sectionMonitoredDays, sectionAuthorisedDays } = situation;
  return {
    per_teaching_week:
      per === 'window' ? null : { minimum: valueOn(minimum, on), teaching_weeks: levelWindow.teachingWeeks },
    prorated: isProrated
      ? { student_days: sectionMonitoredDays - sectionAuthorisedDays, window_days: levelWindow.monitoredDays }
      : null,
  };
}
