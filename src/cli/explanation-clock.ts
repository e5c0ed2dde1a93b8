// What an explanation says of a count of days without evidence (9.2, 10.6).
import { counted } from '../diagnostics/fault.js';
import type { Explanation } from '../reports/explanation.js';
import { longDate } from './long-date.js';

export function clockLines({ clock, last_evidence_on: last }: Explanation): readonly string[] {
  const evidence = last === null ? 'no evidence so far' : `last evidence ${longDate(last)}`;
  if (clock === null) return [evidence, 'no clock runs, because the student is not assessed'];
  return [evidence, ...clockText(clock)];
}

/** `ends`: what may end before the 60 days are over. */
export function clockText(clock: NonNullable<Explanation['clock']>, ends = 'course ends'): readonly string[] {
  const { monitored_days: longest, monitored_days_at_least: shortest } = clock;
  return [
    `day 0 is ${clock.day_0} (${BECAUSE[clock.day_0_because]}): ${counted(clock.calendar_days, 'day')} since, ${longest} of them monitored`,
    ...(shortest === longest
      ? []
      : [`${shortest} to ${longest} monitored days without evidence, depending on what is missing`]),
    clock.sixty_days_reached_on === null
      ? `the ${ends} before 60 monitored days`
      : `60 monitored days without evidence are reached on ${longDate(clock.sixty_days_reached_on)}${shortest === longest ? '' : ', unless what is missing holds some'}`,
  ];
}

const BECAUSE = {
  evidence: 'the last evidence',
  'student-start': 'the day before the student’s start',
  'teaching-start': 'the day before the start of teaching',
  return: 'the day before the return from interruption',
  'visa-start': 'the day before the visa begins',
} as const;
