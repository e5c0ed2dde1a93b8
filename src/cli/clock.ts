// The one place that asks what day it is: in London, whatever the machine's zone.
import { londonMoment } from '../calendar/moment.js';
import type { Day } from '../calendar/day.js';

const MILLISECONDS_A_MINUTE = 60_000;

export function londonToday(): Day {
  return londonMoment(Math.floor(Date.now() / MILLISECONDS_A_MINUTE)).day;
}
