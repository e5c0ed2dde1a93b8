// What keeps the rules for sponsored students (9) from being applied, what their timetable lacks (9.1), and who is taught online without permission (8.5).
import { counted, entry, someOf } from './fault.js';

interface OfStudents {
  /** Those in question, by id; at least one. */
  readonly ids: readonly string[];
}

function sponsored({ ids }: OfStudents, one: string, many: string): string {
  return `${counted(ids.length, 'sponsored student')} of this plan ${someOf(ids)} ${ids.length === 1 ? one : many}`;
}

interface OnlineEvents extends OfStudents {
  /** Of each student, added up; at least one. */
  readonly events: number;
}

/** `3 events scheduled online in this window`. */
function online({ ids, events }: OnlineEvents): string {
  const together = ids.length === 1 ? '' : ' between them';
  return `${counted(events, 'event')} scheduled online in this window${together}`;
}

const MINUTES_AN_HOUR = 60;

/** `14:59`. */
function hoursText(minutes: number): string {
  return `${Math.floor(minutes / MINUTES_AN_HOUR)}:${`${minutes % MINUTES_AN_HOUR}`.padStart(2, '0')}`;
}

export const sponsorCatalogue = {
  'sponsor-rule-undeclared': entry<OfStudents>(
    'warning',
    (args) =>
      `${sponsored(args, 'has', 'have')} RQF 4 or 5 or none, and the plan does not say whether 9.1 or 9.2 is the rule for them: the sponsor ground is withheld, on withheld.csv.`,
    () =>
      'Say it in the plan: `sponsored: { rqf_4_5: degree }` for 9.2, or `below-degree` for 9.1; `foundation_years` names the foundation years of degrees. Or fill in target_award_rqf.',
  ),
  'sponsor-attendance-unlisted': entry<OfStudents>(
    'warning',
    (args) =>
      `${sponsored(args, 'falls', 'fall')} under 9.1, and the plan does not list attendance, so no month is measured: the ground is withheld, on withheld.csv.`,
    () => 'List attendance under `feeds` in the plan once it is confirmed accurate (8.4), and export it.',
  ),
  'sponsored-without-rqf': entry<OfStudents & { readonly clause: string }>(
    'warning',
    (args) =>
      `${sponsored(args, 'has', 'have')} no target_award_rqf and ${args.ids.length === 1 ? 'was' : 'were'} judged by ${args.clause}, as the plan says of RQF 4 and 5.`,
    () => 'Fill in target_award_rqf: below degree level another rule holds than at it.',
  ),
  'sponsored-hours-few': entry<
    OfStudents & { readonly weeks: number; readonly minutes: number; readonly from: string }
  >(
    'warning',
    (args) =>
      `${sponsored(args, 'has', 'have')} less than 15 hours of classroom-based study (9.1) timetabled in ${counted(args.weeks, 'teaching week')} of this window; the least is ${hoursText(args.minutes)} hours, in the week of ${args.from}.`,
    () =>
      'This is about the timetable, not about the students. Check that all events are exported with their end, and that `classroom` in the plan names all types that count; hours count on Monday to Friday from 08:00 to 18:00.',
  ),
  'sponsored-online-unpermitted': entry<OnlineEvents>(
    'warning',
    (args) =>
      `${sponsored(args, 'has', 'have')} ${online(args)}, and students.csv does not say that remote delivery is permitted (8.5).`,
    () =>
      'This is about the timetable, not about the students: what was attended counts. Put yes in remote_permitted where it is permitted, or ask the school to teach in person.',
  ),
  'sponsored-online-unapproved': entry<OnlineEvents>(
    'warning',
    (args) =>
      `${sponsored(args, 'has', 'have')} ${online(args)}, and an approval of UKVI is not recorded for all of them (8.5).`,
    () =>
      'This is about the timetable, not about the students: what was attended counts. Name the programme under `sponsored: { remote_approved: … }` once UKVI has approved it, or where it need not; or record remote-approved in circumstances.csv for a student.',
  ),
  'online-unpermitted': entry<OnlineEvents>(
    'warning',
    (args) =>
      `${counted(args.ids.length, 'student')} of this plan ${someOf(args.ids)} ${args.ids.length === 1 ? 'has' : 'have'} ${online(args)}, and students.csv says that remote delivery is not permitted (8.5).`,
    () =>
      'This is about the timetable, not about the students: what was attended counts. Put yes in remote_permitted once it is permitted, or ask the school to teach in person.',
  ),
  'classroom-type-absent': entry<{
    readonly type: string;
    readonly known: readonly string[];
    readonly nearest: string | null;
  }>(
    'warning',
    ({ type, known }) =>
      `Classroom-based study (9.1) counts events of type "${type}", but neither attendance nor the timetable has one. They have ${known.map((it) => `"${it}"`).join(', ')}.`,
    ({ nearest }) =>
      nearest === null
        ? 'Write the type in `classroom` as the exports do, or leave it out.'
        : `Did you mean "${nearest}"? Correct it in the plan, or leave it out.`,
  ),
} as const;
