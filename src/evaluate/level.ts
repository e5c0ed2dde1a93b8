// Which level of the calendar a student follows (9.5): vacations may differ by level.
import { byCodeUnit } from '../engagement/order.js';
import type { Student } from '../engagement/student.js';
import type { Plan } from '../plan/plan.js';

const MASTERS = 'masters';
const UNDERGRADUATE = 'undergraduate';
const LOWEST_MASTERS_RQF = 7;

/**
 * The student's level: as the plan assigns the programme, else by the award; null where nobody knows.
 * @clause 9.5
 */
export function levelOf({ levels, calendar }: Plan, { programmeCode, targetAwardRqf }: Student): string | null {
  const assigned = levels.get(programmeCode);
  if (assigned !== undefined) return assigned;
  if (targetAwardRqf === null) return null;
  if (targetAwardRqf >= LOWEST_MASTERS_RQF) return MASTERS;
  const named = new Set(calendar.vacations.flatMap((vacation) => vacation.levels ?? []));
  return named.size === 0 || named.has(UNDERGRADUATE) ? UNDERGRADUATE : null;
}

/** Every level that a student of the plan may follow, in order. */
export function knownLevels({ levels, calendar }: Plan): readonly string[] {
  const named = calendar.vacations.flatMap((vacation) => vacation.levels ?? []);
  return [...new Set([MASTERS, ...levels.values(), ...named])].sort(byCodeUnit);
}
