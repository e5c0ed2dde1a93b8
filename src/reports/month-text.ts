// Months of attendance in words (9.1).
import { formatDay } from '../calendar/day.js';
import { formatRate, type Fraction } from '../engagement/fraction.js';
import type { ShareBounds } from '../engagement/outcome.js';
import type { SponsorMonth } from '../engagement/sponsorship.js';
import { dayText } from './day-text.js';

/** `2026-10`. */
export function monthCell({ from }: SponsorMonth): string {
  return formatDay(from).slice(0, 7);
}

/** `October 2026`. */
export function monthText({ from }: SponsorMonth): string {
  return dayText(from).replace(/^\S+ /, '');
}

/** `62.5%` cut, never rounded up, to two places: 2 of 3 is `66.66%`, 7 of 10 `70%`. */
function percentText(rate: Fraction): string {
  const [whole = '', decimals = ''] = formatRate(rate).split('.');
  const percent = `${Number(`${whole}${decimals.slice(0, 2)}`)}.${decimals.slice(2)}`;
  return `${percent.replace(/\.?0+$/, '')}%`;
}

/** `62.5%`, `62.5% to 80%`. */
export function attendanceText({ worst, best }: ShareBounds): string {
  const [least, most] = [percentText(worst), percentText(best)];
  return least === most ? least : `${least} to ${most}`;
}

/** `2026-10 62.5%`, `2026-11 provisional 40% to 80%`, `2026-12 nothing expected`. */
export function monthSummary(month: SponsorMonth): string {
  const marks = [...(month.isInPart ? ['in part'] : []), ...(month.isComplete ? [] : ['provisional'])];
  const attendance = month.attendance === null ? 'nothing expected' : attendanceText(month.attendance.minutes);
  return [monthCell(month), ...marks, attendance].join(' ');
}
