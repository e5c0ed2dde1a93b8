// Why a student was not assessed, in a plain sentence.
import { counted } from '../diagnostics/fault.js';
import type { NotAssessedReason } from '../engagement/outcome.js';
import type { Row } from './row.js';

export function notAssessedText(reason: NotAssessedReason, { plan, outcome }: Row): string {
  switch (reason) {
    case 'research':
      return 'Not assessed: on a research programme, which has its own code of practice.';
    case 'withdrawn':
      return 'Not assessed: had withdrawn by the checkpoint date.';
    case 'sabbatical-officer':
      return 'Not assessed: serving as a sabbatical officer.';
    case 'not-started':
      return 'Not assessed: had not started by the checkpoint date.';
    case 'completed':
      return 'Not assessed: had completed the course by the checkpoint date.';
    case 'interrupted':
      return 'Not assessed: studies are interrupted on the checkpoint date.';
    case 'no-placement-section':
      // Measured, so on campus on the checkpoint date, and not for long.
      return outcome.indicators.length > 0
        ? 'Not assessed: on placement or study abroad for part of this window, for which the plan has no section; too few other days are left.'
        : 'Not assessed: on placement or study abroad, for which the plan has no section.';
    case 'no-transnational-section':
      return 'Not assessed: studies overseas, and no section of the plan for that applies.';
    case 'grace': {
      const days = counted(outcome.studentMonitoredDays, 'monitored day');
      return `Not assessed yet: only ${days} in this window; at least ${plan.graceDays} are needed.`;
    }
    case 'authorised-absence': {
      const left = outcome.studentMonitoredDays - outcome.authorisedDays;
      const days = `${counted(left, 'monitored day')} ${left === 1 ? 'is' : 'are'} left`;
      return `Not assessed: away with permission for most of this window; ${days}, and at least ${plan.graceDays} are needed.`;
    }
    case 'no-opportunity':
      return 'Not assessed: nothing that the plan measures was expected in this window.';
  }
}
