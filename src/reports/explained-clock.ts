// A count of days without evidence (9.2, 10.6), as JSON.
import { formatDay } from '../calendar/day.js';
import type { Clock } from '../engagement/outcome.js';
import { dayOrNull } from './json-days.js';

export function explainedClock(clock: Clock) {
  return {
    day_0: formatDay(clock.startsAfter),
    day_0_because: clock.startsBecause,
    calendar_days: clock.calendarDays,
    monitored_days: clock.longestMonitoredDays,
    monitored_days_at_least: clock.shortestMonitoredDays,
    sixty_days_reached_on: dayOrNull(clock.reachesLimitOn),
  };
}
