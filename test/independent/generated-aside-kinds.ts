// What must have occurred among generated schools of the rules beside the classification.
import type { ModuleAlert } from './module-alerts.js';
import type { Verdict } from './simulation.js';

export const ASIDE_KINDS_OF_SOME: readonly string[] = [
  'officer after a support meeting',
  'officer without support meetings',
  'module alert',
  'module alert of several modules',
  'module alert under a hold',
  'online without permission',
  'online without permission, sponsored',
  'online without approval',
];

const ONLINE: Readonly<Record<string, string>> = {
  'online-unpermitted': 'online without permission',
  'sponsored-online-unpermitted': 'online without permission, sponsored',
  'sponsored-online-unapproved': 'online without approval',
};

export function asideKinds({ notAssessedReason, lastSupportMeetingOn, online }: Verdict): string[] {
  const meetings = lastSupportMeetingOn === '' ? 'officer without support meetings' : 'officer after a support meeting';
  return [
    ...(notAssessedReason === 'sabbatical-officer' ? [meetings] : []),
    ...(online === null ? [] : [ONLINE[online.code] ?? online.code]),
  ];
}

export function kindsOfAlerts(alerts: readonly ModuleAlert[]): string[] {
  const students = new Set(alerts.map(({ situation }) => situation.student.id));
  return [
    ...(alerts.length > 0 ? ['module alert'] : []),
    ...(students.size < alerts.length ? ['module alert of several modules'] : []),
    ...(alerts.some(({ isHeld }) => isHeld) ? ['module alert under a hold'] : []),
    ...alerts.flatMap(({ situation: { judged, own } }) => {
      return judged.length < own.length ? ['module alert of days on campus'] : [];
    }),
  ];
}
