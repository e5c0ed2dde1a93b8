// What is missing from the exports at a checkpoint, seen from the plan, and what it does to outcomes.
import { counted, entry, someOf } from './fault.js';

interface OfFeed {
  readonly feed: string;
}

interface Undecided {
  /** Students of the plan whose classification or ground is withheld for it. */
  readonly undecided: number;
}

interface OfStudents {
  /** Those in question, by id; at least one. */
  readonly ids: readonly string[];
}

interface BelowMinimum {
  /** Students of the plan, of those in question, with low- or non-engagement. */
  readonly belowMinimum: number;
}

interface OfEvents extends Undecided {
  readonly events: number;
  readonly students: number;
}

function effect({ undecided }: Undecided): string {
  return `It leaves ${undecided === 0 ? 'no student' : counted(undecided, 'student')} of this plan undecided.`;
}

/** Where to find those whom it leaves undecided. */
function whom({ undecided }: Undecided): string {
  return undecided === 0 ? '' : ' Students whom this leaves undecided are on withheld.csv.';
}

/** How many of the plan's students may be on a list for want of data. */
function listed({ belowMinimum }: BelowMinimum): string {
  const [some, have] =
    belowMinimum === 0 ? ['No student', 'has'] : [counted(belowMinimum, 'student'), haveOf(belowMinimum)];
  return `${some} of this plan ${have} low- or non-engagement.`;
}

/** The same of the students in question. */
function listedOf(all: number, { belowMinimum }: BelowMinimum): string {
  if (all === 1) {
    return `The student has ${belowMinimum === 0 ? 'neither low- nor' : 'low- or'} non-engagement.`;
  }
  if (belowMinimum === 0) return 'None of them has low- or non-engagement.';
  return `${belowMinimum.toLocaleString('en-GB')} of them ${haveOf(belowMinimum)} low- or non-engagement.`;
}

function haveOf(count: number): string {
  return count === 1 ? 'has' : 'have';
}

function notAssessed(all: number, unassessed: number): string {
  if (unassessed === 0) return 'That alone leaves nobody without an assessment.';
  const some =
    all === 1 ? 'The student is' : `${unassessed.toLocaleString('en-GB')} of them ${unassessed === 1 ? 'is' : 'are'}`;
  return `${some} therefore not assessed (no-opportunity).`;
}

interface OfType extends OfFeed {
  readonly type: string;
  /** The types that the exports do have, the likeliest first. */
  readonly known: readonly string[];
  /** The one that was probably meant. */
  readonly nearest: string | null;
}

function nothingOf(who: string, args: OfType): string {
  return `${who} counts "${args.type}", but the exports have none in ${args.feed}. ${theyHave(args)}`;
}

function theyHave({ known }: OfType): string {
  return known.length === 0 ? 'They name no type at all.' : `They have ${named(known)}.`;
}

function meantType({ known, nearest, type }: OfType): string {
  if (nearest !== null) return `Did you mean "${nearest}"? Correct it in the plan`;
  return known.length === 0
    ? `Export the column that says what is a "${type}"`
    : 'Write the type in the plan as the exports do';
}

const BEFORE_LETTERS = 'before any letter is sent';

/** `students` with the verb that agrees. */
function students(count: number, one: string, many: string): string {
  return `${counted(count, 'student')} of this plan ${count === 1 ? one : many}`;
}

/** The same, naming some of them. */
function namedStudents({ ids }: OfStudents, one: string, many: string): string {
  return `${counted(ids.length, 'student')} of this plan ${someOf(ids)} ${ids.length === 1 ? one : many}`;
}

function missingFromFeed(args: OfFeed & OfStudents & BelowMinimum): string {
  const doNotOccur = args.ids.length === 1 ? 'does not occur' : 'do not occur';
  return `${namedStudents(args, 'is', 'are')} active elsewhere but ${doNotOccur} in ${args.feed} at all. ${listedOf(args.ids.length, args)}`;
}

export const completenessCatalogue = {
  // A feed
  'feed-missing': entry<OfFeed & Undecided>(
    'warning',
    (args) =>
      `The plan lists ${args.feed}, but no file in the exports holds it, so nothing is known of it. ${effect(args)}`,
    (args) => `Add ${args.feed}.csv and run again.${whom(args)}`,
  ),
  'feed-set-aside-effect': entry<OfFeed & Undecided & { readonly isListed: boolean }>(
    'info',
    (args) =>
      args.isListed
        ? `The plan lists ${args.feed}, which was set aside, so nothing is known of it. ${effect(args)}`
        : `The plan does not list ${args.feed}, but what was set aside may hold evidence all the same (8.4): until it is read nobody has non-engagement or a certain ground 10.6-days. ${effect(args)}`,
    (args) => `Run again when ${args.feed} can be read.${whom(args)}`,
  ),
  'feed-without-acts': entry<OfFeed & Undecided & { readonly on: string }>(
    'warning',
    (args) => `Nobody has done anything in ${args.feed} up to ${args.on}, so nothing is known of it. ${effect(args)}`,
    (args) => `Check that ${args.feed} was exported for this term.${whom(args)}`,
  ),
  'feed-of-others': entry<OfFeed & Undecided & { readonly acts: number; readonly on: string }>(
    'warning',
    (args) =>
      `Of ${counted(args.acts, 'act')} in ${args.feed} up to ${args.on}, none is of a student whom the students table has, so nothing is known of it. ${effect(args)}`,
    (args) =>
      `Check that ${args.feed} and students.csv write ids in the same way, and that ${args.feed} was exported for these students.${whom(args)}`,
  ),
  'feed-after-checkpoint': entry<OfFeed & Undecided & { readonly firstOn: string; readonly on: string }>(
    'warning',
    (args) =>
      `Everything in ${args.feed} is later than the checkpoint: the first act is of ${args.firstOn}, the checkpoint of ${args.on}. So nothing is known of it. ${effect(args)}`,
    (args) => `Check that ${args.feed} was exported for this term, and from its first day.${whom(args)}`,
  ),
  'feed-before-teaching': entry<
    OfFeed & Undecided & BelowMinimum & { readonly lastOn: string; readonly teachingStartsOn: string }
  >(
    'warning',
    (args) =>
      `Everything in ${args.feed} is earlier than teaching: the last act is of ${args.lastOn}, teaching began on ${args.teachingStartsOn}. It is probably the export of another term. ${effect(args)} ${listed(args)}`,
    (args) => `Export ${args.feed} for this term and run again ${BEFORE_LETTERS}.${whom(args)}`,
  ),
  'feed-begins-late': entry<OfFeed & Undecided & { readonly firstOn: string; readonly days: number }>(
    'warning',
    (args) => {
      const { feed, firstOn, days } = args;
      const before = `The first act in ${feed} is of ${firstOn}:`;
      return days === 0
        ? `${before} the days before it are not known, and a clock without evidence reaches back to them. ${effect(args)}`
        : `${before} ${counted(days, 'day')} of the window before it ${days === 1 ? 'is' : 'are'} not known. ${effect(args)}`;
    },
    (args) => `Export from the first day of ${args.days === 0 ? 'teaching' : 'the window'} and run again.${whom(args)}`,
  ),
  'feed-ends-early': entry<
    OfFeed & Undecided & { readonly lastOn: string; readonly knownTo: string; readonly days: number }
  >(
    'warning',
    (args) => {
      const { feed, lastOn, knownTo, days } = args;
      return `The last act in ${feed} is of ${lastOn}. With the plan's tolerance it is known to ${knownTo}: ${counted(days, 'later day')} of the window ${days === 1 ? 'is' : 'are'} not. ${effect(args)}`;
    },
    (args) => `Export again, up to the checkpoint date, and run again.${whom(args)}`,
  ),
  'feed-not-covered': entry<OfFeed & Undecided & { readonly days: number }>(
    'warning',
    (args) =>
      args.days === 0
        ? `As the sources file says, the exports of ${args.feed} cover the window, but not every day before it. ${effect(args)}`
        : `As the sources file says, the exports of ${args.feed} do not cover ${counted(args.days, 'day')} of the window. ${effect(args)}`,
    (args) => `Export again, declare in the sources file what it covers then, and run again.${whom(args)}`,
  ),
  'covers-beyond-acts': entry<OfFeed & BelowMinimum & { readonly lastOn: string | null; readonly coveredTo: string }>(
    'warning',
    ({ feed, lastOn, coveredTo, belowMinimum }) =>
      `The sources file says that the exports of ${feed} cover every day up to ${coveredTo}, but nobody is active in them ${lastOn === null ? 'before that day at all' : `after ${lastOn}`}. ${listed({ belowMinimum })}`,
    () =>
      'Before writing to anybody, make sure that the export was made after these days. If it was not, put right what "covers" says, and run again.',
  ),
  'submissions-may-be-stale': entry<
    BelowMinimum & { readonly lastOn: string; readonly dues: number; readonly students: number }
  >(
    'warning',
    ({ lastOn, dues, students: own, belowMinimum }) =>
      `The last submission by anybody is of ${lastOn}, and ${counted(dues, 'submission')} of ${counted(own, 'student')} of this plan ${dues === 1 ? 'was' : 'were'} due later in the window: the export may be older than that. ${listedOf(own, { belowMinimum })}`,
    () => 'Before writing to anybody about submissions, make sure that the export was made after the checkpoint date.',
  ),
  'volume-fell': entry<
    OfFeed &
      BelowMinimum & {
        readonly from: string;
        readonly acts: number;
        readonly weeks: number;
        readonly median: number;
      }
  >(
    'warning',
    ({ feed, from, acts, weeks, median, belowMinimum }) =>
      `${feed} fell suddenly: ${counted(acts, 'act')} in the week from Monday ${from}, where the median of the ${weeks} teaching weeks before it is ${median.toLocaleString('en-GB')}. The week counts as known. ${listed({ belowMinimum })}`,
    ({ feed }) =>
      `Check ${BEFORE_LETTERS} that the export of ${feed} holds the whole week: a file or a module may be missing. If there was no teaching, declare the week in the calendar.`,
  ),

  // Registers and meetings
  'registers-missing': entry<OfEvents>(
    'warning',
    (args) =>
      `${counted(args.events, 'timetabled event')} in the window ${args.events === 1 ? 'has' : 'have'} no register; ${students(args.students, 'was', 'were')} perhaps there. ${effect(args)}`,
    (args) =>
      `registers-to-chase.csv names them: have the registers entered, or the events cancelled in the timetable, and run again.${whom(args)}`,
  ),
  'registers-silent': entry<OfEvents>(
    'warning',
    (args) =>
      `The registers of ${counted(args.events, 'event')} in the window do not say whether ${students(args.students, 'was', 'were')} there. ${effect(args)}`,
    (args) => `registers-to-chase.csv names them: have them completed, and run again.${whom(args)}`,
  ),
  'registers-all-absent': entry<OfEvents>(
    'warning',
    (args) =>
      `${counted(args.events, 'register')} in the window ${args.events === 1 ? 'marks' : 'mark'} everyone absent, and ${students(args.students, 'is', 'are')} on ${args.events === 1 ? 'it. Probably nobody took it.' : 'them. Probably nobody took them.'} ${effect(args)}`,
    (args) =>
      `registers-to-chase.csv names them: have them corrected, or the events cancelled in the timetable, and run again.${whom(args)}`,
  ),
  'registers-all-absent-believed': entry<{ readonly events: number; readonly students: number }>(
    'info',
    ({ events, students: own }) =>
      `${counted(events, 'register')} in the window ${events === 1 ? 'marks' : 'mark'} everyone absent. The plan takes registers at their word (all_absent_registers: absent), so ${students(own, 'is', 'are')} absent there.`,
    () => 'If nobody took these registers, say so in the plan: all_absent_registers: unknown.',
  ),
  'registers-missing-of-nobody': entry<BelowMinimum & { readonly events: number }>(
    'warning',
    ({ events, belowMinimum }) =>
      `${counted(events, 'timetabled event')} in the window ${events === 1 ? 'has' : 'have'} no register, and nobody can say whose ${events === 1 ? 'it is' : 'they are'}: the exports hold neither module_enrolments nor allocations. ${listed({ belowMinimum })}`,
    () => `Add one of these tables and run again ${BEFORE_LETTERS}: somebody may have been there.`,
  ),
  'registers-missing-unallocated': entry<
    BelowMinimum & { readonly events: number; readonly eventId: string; readonly module: string; readonly on: string }
  >(
    'warning',
    ({ events, eventId, module, on, belowMinimum }) =>
      `${counted(events, 'timetabled event')} in the window ${events === 1 ? 'has' : 'have'} no register, and the allocations send nobody to ${events === 1 ? `it: "${eventId}" (${module}, ${on})` : `them; the first is "${eventId}" (${module}, ${on})`}. Students are judged without ${events === 1 ? 'it' : 'them'}. ${listed({ belowMinimum })}`,
    () =>
      `Complete the allocations, or have the events cancelled in the timetable, and run again ${BEFORE_LETTERS}: somebody may have been there.`,
  ),
  'timetable-of-another-term': entry<{
    readonly from: string;
    readonly to: string;
    readonly teachingStartsOn: string;
    readonly on: string;
  }>(
    'warning',
    ({ from, to, teachingStartsOn, on }) =>
      `The timetable holds events of ${from} to ${to}, but none between the start of teaching on ${teachingStartsOn} and the checkpoint on ${on}: it is probably that of another term, and cannot say which registers are missing.`,
    () => 'Export the timetable of this term and run again.',
  ),
  'meetings-open': entry<Undecided & { readonly meetings: number; readonly students: number }>(
    'warning',
    (args) =>
      `${counted(args.meetings, 'meeting')} with ${counted(args.students, 'student')} of this plan in the window ${args.meetings === 1 ? 'does' : 'do'} not say whether the student came. ${effect(args)}`,
    (args) => `Have yes or no entered in the column "attended", and run again.${whom(args)}`,
  ),

  // What the plan calls things
  'indicator-type-absent': entry<OfType & BelowMinimum & { readonly indicator: string }>(
    'warning',
    (args) => `${nothingOf(`The indicator "${args.indicator}"`, args)} ${listed(args)}`,
    (args) => `${meantType(args)}, or leave the type out of \`only\` ${BEFORE_LETTERS}.`,
  ),
  'module-alerts-type-absent': entry<OfType>(
    'warning',
    (args) => nothingOf('The minimum of module_alerts (6.3)', args),
    (args) => `${meantType(args)}, or leave the type out of \`only\`.`,
  ),
  'register-type-absent': entry<OfType>(
    'warning',
    (args) =>
      `The plan keeps registers of "${args.type}", but neither attendance nor the timetable has such an event, so no missing register of it will be noticed. ${theyHave(args)}`,
    (args) => `${meantType(args)}, or leave the type out of \`registers\`.`,
  ),

  // The students
  'roster-barely-overlaps': entry<OfStudents & BelowMinimum & { readonly students: number }>(
    'warning',
    ({ students: all, ids, belowMinimum }) =>
      `${ids.length.toLocaleString('en-GB')} of the ${counted(all, 'student')} of this plan ${someOf(ids)} occur in no export of engagement. ${listed({ belowMinimum })}`,
    () =>
      `Check ${BEFORE_LETTERS} that students.csv and the other exports are of the same students and write their ids in the same way.`,
  ),
  'students-missing-from-feed': entry<OfFeed & OfStudents & BelowMinimum>(
    'warning',
    missingFromFeed,
    ({ feed }) =>
      `Check ${BEFORE_LETTERS} that ${feed} writes their ids as students.csv does and that it was exported for all modules.`,
  ),
  'students-without-feed': entry<OfFeed & OfStudents & BelowMinimum>('info', missingFromFeed),
  'registers-of-other-modules': entry<
    OfStudents &
      BelowMinimum & {
        readonly marks: number;
        readonly unassessed: number;
        readonly module: string;
        /** The same code as the enrolments write it, in other capitals or with other spaces. */
        readonly enrolledAs: string | null;
      }
  >(
    'warning',
    ({ marks, ids, module, enrolledAs, ...effects }) => {
      const [are, they] = marks === 1 ? ['is of a module', 'It counts'] : ['are of modules', 'They count'];
      const differently = enrolledAs === null ? '' : `, which the enrolments write "${enrolledAs}"`;
      const unassessed = effects.unassessed === 0 ? '' : ` ${notAssessed(ids.length, effects.unassessed)}`;
      return `${counted(marks, 'mark')} in registers of the window, of ${counted(ids.length, 'student')} of this plan ${someOf(ids)}, ${are} on which the student has no enrolment at all, for example "${module}"${differently}. ${they} neither as expected nor as attended. ${listedOf(ids.length, effects)}${unassessed}`;
    },
    ({ enrolledAs }) =>
      enrolledAs === null
        ? `Check ${BEFORE_LETTERS} that module_enrolments.csv holds these students' modules and writes the codes as the registers do.`
        : `Have module codes written alike in registers and enrolments, capitals and spaces too, and run again ${BEFORE_LETTERS}.`,
  ),
  'students-without-modules': entry<OfStudents & { readonly unassessed: number }>(
    'warning',
    ({ ids, unassessed }) =>
      `${counted(ids.length, 'enrolled student')} of this plan ${someOf(ids)} ${ids.length === 1 ? 'has' : 'have'} no module enrolment in the window, so nothing is expected of them in modules. ${notAssessed(ids.length, unassessed)}`,
    () => 'Check module_enrolments.csv.',
  ),
  'students-without-identity': entry<OfFeed & OfStudents & Undecided & { readonly systems: readonly string[] }>(
    'warning',
    (args) =>
      `The exports of ${args.feed} name people by their ids of ${args.systems.join(' and ')}, and nobody has said which is that of ${counted(args.ids.length, 'student')} of this plan ${someOf(args.ids)}: what ${args.ids.length === 1 ? 'this student' : 'they'} did there is not known. ${effect(args)}`,
    ({ systems }) =>
      systems.every((system) => system === 'email')
        ? 'Fill in their e-mail addresses in the students table, and run again.'
        : `Export identities of ${systems.join(' and ')} for all students, and run again.`,
  ),
  'calendar-level-unknown': entry<OfStudents & { readonly programmes: readonly string[] }>(
    'warning',
    ({ ids, programmes }) =>
      `Nobody can say which vacations ${namedStudents({ ids }, 'has', 'have')}: every vacation counts for ${ids.length === 1 ? 'this student' : 'them'}, so clocks run later than they may have to. ${programmes.length === 1 ? 'The programme is' : 'The programmes are'} ${named(programmes)}.`,
    () => 'Assign each programme to a level of the calendar under `levels` in the plan, or fill in target_award_rqf.',
  ),

  // Circumstances
  'circumstance-of-unknown-assessment': entry<{ readonly count: number }>(
    'warning',
    ({ count }) =>
      count === 1
        ? '1 circumstance names an assessment that no student of this plan has in the submissions: it has no effect.'
        : `${counted(count, 'circumstance')} name assessments that no student of this plan has in the submissions: they have no effect. This is the first.`,
    () => `Correct the assessment's id ${BEFORE_LETTERS}, or export the submissions of that assessment too.`,
  ),
  'extension-without-effect': entry<{ readonly count: number }>('info', ({ count }) =>
    count === 1
      ? '1 extension has no effect: nothing of the student is due then, or it is not later than the due date.'
      : `${counted(count, 'extension')} have no effect: nothing of the students is due then, or they are not later than the due dates. This is the first.`,
  ),
  'contact-holds-to-come': entry<OfStudents>(
    'info',
    ({ ids }) =>
      `${namedStudents({ ids }, 'has a contact hold', 'have contact holds')} from a day after the checkpoint on. ${ids.length === 1 ? 'It keeps the student' : 'They keep the students'} off the letter lists already.`,
  ),
  'contacts-of-unknown-checkpoint': entry<{ readonly contacts: number }>(
    'info',
    ({ contacts }) =>
      `${counted(contacts, 'contact')} with students of this plan ${contacts === 1 ? 'names a checkpoint' : 'name checkpoints'} that the plan does not have. Letters are counted by the day of the contact, so nothing is lost.`,
  ),

  // After the checkpoint
  'later-than-checkpoint': entry<OfFeed & { readonly on: string; readonly count: number }>(
    'info',
    ({ feed, on, count }) => `${feed}: ${counted(count, 'act')} after ${on} ${count === 1 ? 'was' : 'were'} left out.`,
  ),
};

function named(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `"${name}"`);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}
