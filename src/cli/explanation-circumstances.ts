// What an explanation says of a student's circumstances and of the contacts with them (6.1b, 6.1c).
import type { Explanation } from '../reports/explanation.js';

/** `2026-10-05 to 2026-10-11  authorised-absence (circumstances.csv, record 2): …`. */
export function circumstanceLines({ circumstances }: Explanation): readonly string[] {
  return circumstances.map(({ kind, from, to, reference, effect, file, record }) => {
    const days = `${from} ${to === null ? 'without an end' : `to ${to}`}`;
    const about = reference === '' ? kind : `${kind} ${reference}`;
    return `${days}  ${about} (${file}, record ${record}): ${effect}`;
  });
}

/** `2026-10-20  letter, week_3, stage 1 (contacts.csv, record 4): replied 2026-10-21; will attend`. */
export function contactLines({ contacts }: Explanation): readonly string[] {
  return contacts.map((contact) => {
    const stage = contact.stage === '' ? '' : `stage ${contact.stage}`;
    const about = [contact.channel, contact.checkpoint, stage].filter((part) => part !== '');
    const reply = contact.responded_on === null ? 'no reply recorded' : `replied ${contact.responded_on}`;
    const outcome = contact.outcome === '' ? '' : `; ${contact.outcome}`;
    const source = `(${contact.file}, record ${contact.record})`;
    return `${contact.contacted_on}  ${[about.join(', '), source].filter((part) => part !== '').join(' ')}: ${reply}${outcome}`;
  });
}
