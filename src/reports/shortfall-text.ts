// What would have met a minimum, in words.
import { counted } from '../diagnostics/fault.js';
import type { Shortfall } from '../evaluate/shortfall.js';
import { dayText } from './day-text.js';

export function shortfallText(shortfall: Shortfall): string {
  if (shortfall.kind === 'since') return `an act on ${dayText(shortfall.day)} or later`;
  const { count } = shortfall;
  switch (shortfall.of) {
    case 'days':
      return `an act on ${counted(count, 'more day')}`;
    case 'weeks':
      return `an act in ${counted(count, 'more week')}`;
    case 'acts':
      return counted(count, 'more act');
    case 'submissions':
      return counted(count, 'more submission');
  }
}
