// What is missing from the exports at a checkpoint, seen from the plan.
import { counted, entry } from './fault.js';

interface OfFeed {
  readonly feed: string;
}

const WITHHELD = 'Students whom this leaves undecided are on withheld.csv.';

export const completenessCatalogue = {
  'feed-missing': entry<OfFeed>(
    'warning',
    ({ feed }) => `The plan lists ${feed}, but no file in the exports holds it, so nothing is known of it.`,
    ({ feed }) => `Add ${feed}.csv and run again. ${WITHHELD}`,
  ),
  'feed-without-acts': entry<OfFeed & { readonly on: string }>(
    'warning',
    ({ feed, on }) => `Nobody has done anything in ${feed} up to ${on}, so nothing is known of it.`,
    ({ feed }) => `Check that ${feed} was exported for this term. ${WITHHELD}`,
  ),
  'feed-begins-late': entry<OfFeed & { readonly firstOn: string; readonly days: number }>(
    'warning',
    ({ feed, firstOn, days }) =>
      `The first act in ${feed} is of ${firstOn}: ${counted(days, 'day')} of the window before it ${days === 1 ? 'is' : 'are'} not known.`,
    () => `Export from the first day of the window and run again. ${WITHHELD}`,
  ),
  'feed-ends-early': entry<OfFeed & { readonly lastOn: string; readonly knownTo: string; readonly days: number }>(
    'warning',
    ({ feed, lastOn, knownTo, days }) =>
      `The last act in ${feed} is of ${lastOn}. With the plan's tolerance it is known to ${knownTo}: ${counted(days, 'later day')} of the window ${days === 1 ? 'is' : 'are'} not.`,
    () => `Export again, up to the checkpoint date, and run again. ${WITHHELD}`,
  ),
  'submissions-may-be-stale': entry<{ readonly lastOn: string; readonly dues: number }>(
    'warning',
    ({ lastOn, dues }) =>
      `The last submission by anybody is of ${lastOn}, and ${counted(dues, 'assessment')} of students of this plan ${dues === 1 ? 'was' : 'were'} due later in the window: the export may be older than that.`,
    () => 'Before writing to anybody about submissions, make sure that the export was made after the checkpoint date.',
  ),
  'students-without-modules': entry<{ readonly students: number }>(
    'warning',
    ({ students }) =>
      `${counted(students, 'enrolled student')} of this plan ${students === 1 ? 'has' : 'have'} no module enrolment in the window.`,
    () =>
      'They cannot be expected to use the VLE. Check module_enrolments.csv; outcomes.csv shows them as no-opportunity.',
  ),
  'later-than-checkpoint': entry<OfFeed & { readonly on: string; readonly count: number }>(
    'info',
    ({ feed, on, count }) => `${feed}: ${counted(count, 'act')} after ${on} ${count === 1 ? 'was' : 'were'} left out.`,
  ),
};
