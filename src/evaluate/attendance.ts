// What became of an expected event (7.1a), the student's circumstances considered (6.1b, 8.5).
import type { SetAside } from '../engagement/outcome.js';
import type { DayActs } from './evidence.js';
import { excuseOn, isRemoteAccepted } from './monitored.js';
import type { Situation } from './situation.js';

/** `attended` and `missed` count; the others leave the denominator, for that reason. */
export type Attendance = 'attended' | 'missed' | Extract<SetAside['why'], 'authorised' | 'disruption'>;

/**
 * Of acts of the attendance feed. What was attended always stays.
 * @clause 8.5a, 8.5b
 */
export function attendanceOf({ standing, day }: DayActs, situation: Situation): Attendance {
  const { plan } = situation;
  switch (standing) {
    case 'done':
      return 'attended';
    case 'done-remotely':
      return isRemoteAccepted(plan, situation, day) ? 'attended' : (excuseOn(plan, situation, day) ?? 'missed');
    case 'missed':
      return excuseOn(plan, situation, day) ?? 'missed';
    case 'authorised':
      return 'authorised';
  }
}
