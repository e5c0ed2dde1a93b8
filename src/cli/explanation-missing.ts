// What an explanation says of events that are open and of days that nobody knows (8.4).
import type { Explanation } from '../reports/explanation.js';
import type { ExplainedOpenEvent } from '../reports/explained-records.js';

export function openEventLines({ open_events: events }: Explanation): readonly string[] {
  return events.map(openEventLine);
}

/** `2026-10-08 10:00  lab (MOD101) E17: no register was made (timetable.csv, record 4)`. */
export function openEventLine(event: ExplainedOpenEvent): string {
  const { feed, type, module_code: module, event_id: id, date, time, why, file, record } = event;
  const what = type === '' ? EVENT[feed] : type;
  const about = [what, ...(module === '' ? [] : [`(${module})`]), ...(id === null ? [] : [id])].join(' ');
  const source = file === null || record === null ? '' : ` (${file}, record ${record})`;
  return `${date}${time === null ? '' : ` ${time}`}  ${about}: ${WHY[why]}${source}`;
}

const EVENT = { attendance: 'event', meetings: 'meeting' } as const;

/** Whole days; the events are told apart. */
export function missingLines({ missing }: Explanation): readonly string[] {
  return missing.map(({ feed, why, from, to, event }) => {
    return event === null ? `${feed}, ${from} to ${to}: ${WHY[why]}` : `${feed}, ${openEventLine(event)}`;
  });
}

const WHY = {
  'no-acts': 'no act of any student in the exports',
  'before-first-act': 'before the first act of anybody in the exports',
  'after-last-act': 'after the last act of anybody in the exports and the plan’s tolerance',
  'not-covered': 'outside the days that the sources file says the export covers',
  'not-identified': 'no id of the student in the system that the exports take theirs from',
  'set-aside': 'the feed was set aside for this run',
  'unconfirmed-evidence': 'an act in a feed that the plan does not list',
  'minutes-not-given': 'watched, but no record says for how long',
  'no-register': 'no register was made',
  'not-recorded': 'nothing recorded of this student',
  'everyone-absent': 'everyone is marked absent, which is taken for a register that was not made',
} as const;
