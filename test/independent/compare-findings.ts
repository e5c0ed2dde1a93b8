// Holds the findings about events scheduled online (8.5) in data-quality.csv against the simulation.
import type { Reports } from './reports.js';
import type { Verdict } from './simulation.js';
import type { Row } from './tables.js';

const CODES = ['online-unpermitted', 'sponsored-online-unapproved', 'sponsored-online-unpermitted'];

/** One row a code, with how many students and events it is about, and the first of the students. */
export function differencesOfOnline({ dataQuality }: Reports, verdicts: readonly Verdict[]): string[] {
  const found = dataQuality.filter(({ code = '' }) => CODES.includes(code)).map(toldOf);
  const expected = CODES.flatMap((code) => {
    const own = verdicts.filter(({ online }) => online?.code === code);
    const named = own.map(({ studentId }) => studentId).sort();
    return own.length === 0 ? [] : [`${code} ${own.length} ${eventsOf(own)} ${named.slice(0, 5).join(', ')}`];
  });
  const [first, second] = [found, expected].map((lines) => lines.sort().join(', '));
  return first === second ? [] : [`data-quality.csv: '${first ?? ''}', expected '${second ?? ''}'`];
}

/** The message alone says of whom, and how many events there are. */
function toldOf({ code = '', count = '', message = '' }: Row): string {
  const [, named = ''] = /\((?:for instance )?(.*?)(?:, and [\d,]+ more)?\)/.exec(message) ?? [];
  const [, events = ''] = /([\d,]+) events? scheduled online/.exec(message) ?? [];
  return `${code} ${count} ${events} ${named}`;
}

function eventsOf(own: readonly Verdict[]): number {
  return own.reduce((sum, { online }) => sum + (online?.events ?? 0), 0);
}
