// Sabbatical officers (9.3): whether their weekly support meetings take place.
import { isoDay } from './days.js';
import { sessionsOf } from './engagement.js';
import type { Situation } from './situation.js';

/** The last one that the student came to, up to the checkpoint, whether or not the plan lists meetings; blank: none. */
export function lastSupportMeetingOn(situation: Situation): string {
  const days = sessionsOf(situation, 'meetings')
    .filter(({ type, standing }) => type === 'sabbatical-support' && standing === 'done')
    .map(({ day }) => day);
  return days.length === 0 ? '' : isoDay(Math.max(...days));
}
