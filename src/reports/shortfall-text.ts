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
    case 'teaching_weeks':
      return `an act in ${counted(count, 'more teaching week')}`;
    case 'acts':
      return counted(count, 'more act');
    case 'minutes':
      return counted(count, 'more minute');
    case 'submissions':
      return counted(count, 'more submission');
    case 'events':
      return `${counted(count, 'more event')} attended`;
    case 'meetings':
      return `${counted(count, 'more meeting')} attended`;
  }
}
