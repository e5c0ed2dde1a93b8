// Silence is normal in submissions, but not after something was due.
import { addDays, formatDay } from '../../calendar/day.js';
import { overlap } from '../../calendar/period.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { assessmentsOf } from '../assessments.js';
import { presentDays } from '../presence.js';
import { isListedFeed } from '../feeds.js';
import { isBelow, type Gate } from './gate.js';

export function staleSubmissions({ plan, ledger, target, judged }: Gate): readonly Fault[] {
  const lastOn = ledger.feeds.get('submissions')?.actDays.findLast((day) => day <= target.on);
  if (lastOn === undefined || !isListedFeed(plan, 'submissions')) return [];
  const silence = overlap(target.window, { from: addDays(lastOn, 1), to: addDays(target.on, -plan.toleranceDays) });
  if (silence === undefined) return [];
  const outstanding = judged.flatMap((it) => {
    const present = new Set(presentDays(it.subject, silence));
    const own = assessmentsOf(ledger, it.subject).filter(({ dueAt, submitted }) => {
      return present.has(dueAt.day) && (submitted === null || submitted.day > target.on);
    });
    return own.length === 0 ? [] : [{ it, dues: own.length }];
  });
  const dues = outstanding.reduce((sum, own) => sum + own.dues, 0);
  if (dues === 0) return [];
  const belowMinimum = outstanding.filter(({ it }) => isBelow(it)).length;
  const args = { lastOn: formatDay(lastOn), dues, students: outstanding.length, belowMinimum };
  return [fault('submissions-may-be-stale', args, null, dues)];
}
