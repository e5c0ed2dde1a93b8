// What can be wrong with a command: its dates, and which plans claim which students.
import { counted, entry, listed, someOf } from './fault.js';
import { sentence } from './yaml-catalogue.js';

export const commandCatalogue = {
  'usage-wrong': entry<{ problem: string; suggestion: string | null }>(
    'error',
    ({ problem }) => `${sentence(problem)}.`,
    ({ suggestion }) => {
      const help = 'checkpoint --help shows the commands and options.';
      return suggestion === null ? help : `${suggestion} ${help}`;
    },
  ),
  'at-impossible-date': entry<{ at: string }>(
    'error',
    ({ at }) => `--at ${at}: there is no such day.`,
    () => 'Give a date such as 2026-10-18, or the id of a checkpoint.',
  ),
  'at-no-plan': entry<{ at: string; known: readonly string[] }>(
    'error',
    ({ at }) => `No plan has a checkpoint ${at}.`,
    ({ known }) =>
      known.length === 0
        ? 'Give a date such as 2026-10-18, or the id of a checkpoint.'
        : `The checkpoints are: ${listed(known)}. For another date add --ad-hoc (8.2).`,
  ),
  'at-before-teaching': entry<{ at: string; plan: string; teachingStartsOn: string }>(
    'error',
    ({ at, plan, teachingStartsOn }) => `${at} lies before the start of teaching of ${plan}, ${teachingStartsOn}.`,
    () => 'Give a later date.',
  ),
  'at-before-minimum': entry<{ at: string; plan: string; indicator: string; from: string }>(
    'error',
    ({ at, plan, indicator, from }) =>
      `${plan} does not say what it expects of "${indicator}" on ${at}: its first date there is ${from}.`,
    ({ at, from }) => `Give a date from ${from} on, or say in the plan what is expected from ${at} or earlier.`,
  ),
  'set-aside-unknown-feed': entry<{ name: string; nearest: string | null; feeds: readonly string[] }>(
    'error',
    ({ name }) => `--set-aside "${name}": there is no feed of that name.`,
    ({ nearest, feeds }) => {
      const meant = nearest === null ? '' : `Did you mean ${nearest}? `;
      return `${meant}The feeds are ${feeds.join(', ')}; timetable and allocations go with attendance.`;
    },
  ),
  'plan-skipped': entry<{ plan: string; at: string }>(
    'info',
    ({ plan, at }) => `${plan} is skipped: it has no checkpoint ${at}.`,
    () => 'For a date that it does not declare add --ad-hoc (8.2).',
  ),
  'day-not-over': entry<{ on: string }>(
    'warning',
    ({ on }) => `${on} is not over yet, so its exports cannot be complete.`,
    () => 'Run the checkpoint again on a later day, from exports made after it, before sending anything.',
  ),
  'student-of-two-plans': entry<{ studentId: string; others: number; plans: readonly string[] }>(
    'error',
    ({ studentId, others, plans }) => {
      const also = others === 0 ? 'is' : `and ${counted(others, 'other student')} are`;
      return `Student ${studentId} ${also} claimed by ${plans.join(' and ')}.`;
    },
    () =>
      'Change `students` in one of the plans so that each student has one plan; none of them is published until then.',
  ),
  'students-not-covered': entry<{ ids: readonly string[]; schools: readonly string[]; haveSchoolsPlans: boolean }>(
    'warning',
    ({ ids, schools, haveSchoolsPlans }) => {
      const are = ids.length === 1 ? 'is' : 'are';
      const although = haveSchoolsPlans ? ', although their school has one' : '';
      return `${counted(ids.length, 'student')} in the exports ${someOf(ids)} ${are} covered by no plan of this run${although} (schools: ${listed(schools)}).`;
    },
    ({ haveSchoolsPlans }) =>
      haveSchoolsPlans
        ? 'Compare programme_code, target_award_rqf and mode of these students with `students` in the plans of their schools: correct students.csv, widen a plan, or run the plan that covers them too.'
        : 'Run the plans of those schools too, or widen `students` in a plan.',
  ),
  'plan-without-students': entry<{ plan: string }>(
    'warning',
    ({ plan }) => `No student in the exports belongs to ${plan}, so its lists are empty.`,
    () =>
      'Compare `students` in the plan with the columns school, programme_code, target_award_rqf and mode of students.csv.',
  ),
  'sponsor-rules-not-applied': entry<{ count: number }>(
    'warning',
    ({ count }) =>
      `${counted(count, 'sponsored student')} ${count === 1 ? 'was' : 'were'} assessed by the ordinary rules alone: this version does not yet apply 9.1 and 9.2.`,
    () => 'Keep to the present procedure for the sponsor duties of these students.',
  ),
  'student-unknown': entry<{ studentId: string }>(
    'error',
    ({ studentId }) => `No student ${studentId} stands in students.csv.`,
    () => 'Ids are text: check leading zeros.',
  ),
  'student-of-no-plan': entry<{ studentId: string; school: string }>(
    'error',
    ({ studentId, school }) => `Student ${studentId} (school ${school}) belongs to none of the plans.`,
    () => 'Name the plan that covers them, or widen `students` in a plan.',
  ),
  'option-not-yet-supported': entry<{ option: string }>(
    'error',
    ({ option }) => `${option} is not supported by this version.`,
    () => 'Leave it out; the changelog says when it arrives.',
  ),
  'output-failed': entry<{ reason: string }>(
    'error',
    ({ reason }) => `The output could not be written (${reason}).`,
    () => 'Check the disk or the program that reads the output. Reports that were announced as written are complete.',
  ),
  'system-failed': entry<{ reason: string }>(
    'error',
    ({ reason }) => `The computer failed to read or write a file (${reason}).`,
    () =>
      'Try again; if it happens again, show this message to those who look after the computer. Every set of reports is complete or absent.',
  ),
  interrupted: entry<object>(
    'error',
    () => 'Interrupted.',
    () => 'Every set of reports is complete or absent; run again to write those that are missing.',
  ),
  'program-failed': entry<{ name: string }>(
    'error',
    ({ name }) => `The program failed (${name}).`,
    () => 'This is our fault, not yours. Please report these lines; every set of reports is complete or absent.',
  ),
  'folder-is-exports': entry<{ folder: string; exports: string; lies: 'at' | 'inside' }>(
    'error',
    ({ folder, exports, lies }) => {
      if (lies === 'at') return `The reports would go to ${folder}, which is the folder of the exports.`;
      return `The reports would go to ${folder}, inside the folder of the exports, ${exports}.`;
    },
    () => 'Name another folder with --out, beside the exports; nothing was read or written.',
  ),
} as const;
