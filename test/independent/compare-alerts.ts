// Holds module-alerts.csv against the simulation.
import { byStudent, differencesOfRows, rateCell, type Cells } from './compare-rows.js';
import { isoDay } from './days.js';
import type { Measured } from './measured.js';
import type { ModuleAlert } from './module-alerts.js';
import type { Measure } from './plan-language.js';
import type { Reports } from './reports.js';

export function differencesOfAlerts({ moduleAlerts }: Reports, alerts: readonly ModuleAlert[]): string[] {
  return differencesOfRows('module-alerts.csv', moduleAlerts, byStudent(alerts.map(alertCells)));
}

function alertCells({ situation, indicator: { measure }, judged, isHeld }: ModuleAlert): Cells {
  const { student, window, own } = situation;
  return {
    student_id: student.id,
    school: student.school,
    programme_code: student.programme,
    checkpoint: window.isAdHoc ? 'ad-hoc' : window.id,
    checkpoint_date: isoDay(window.to),
    window_from: isoDay(own[0] ?? 0),
    window_to: isoDay(own.at(-1) ?? 0),
    module_code: judged.module ?? '',
    measure: boundCell(measure, judged.measured.worst),
    best_case: boundCell(measure, judged.measured.best),
    minimum: boundCell(measure, judged.limit),
    contact_hold: isHeld ? 'yes' : 'no',
  };
}

function boundCell(measure: Measure, bound: Measured['best']): string {
  if (bound === 'unlimited') return bound;
  return measure === 'rate' ? rateCell(bound) : bound.top.toString();
}
