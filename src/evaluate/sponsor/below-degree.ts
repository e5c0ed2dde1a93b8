// What months of low attendance lead to below degree level (9.1): the process, and the ground.
import type { Certainty, Missing } from '../../engagement/outcome.js';
import type { Below, SponsorMonth } from '../../engagement/sponsorship.js';

export interface MonthsFinding {
  readonly certainty: Certainty;
  /** What leaves it open; nothing where it is not withheld. */
  readonly missing: readonly Missing[];
}

const MONTHS_IN_A_ROW = 3;
/** A month enrolled only in part is one of the three with so many teaching weeks. */
const LEAST_TEACHING_WEEKS = 2;

/**
 * The process: a month below 85 % that ended since the checkpoint before.
 * @clause 9.1, 10.5
 */
export function processOf(months: readonly SponsorMonth[]): MonthsFinding {
  const ended = months.filter(({ isNew }) => isNew);
  if (ended.some(({ attendance }) => attendance?.belowProcess === 'below'))
    return { certainty: 'certain', missing: [] };
  return withheldFor(ended.filter(({ attendance }) => attendance?.belowProcess === 'open'));
}

/**
 * The ground: three months in a row below 70 %, the last of them ended since the checkpoint before, or the last that there
 * is. Months with nothing expected, and those in part without two teaching weeks, neither count nor break.
 * @clause 9.1
 */
export function monthsGroundOf(months: readonly SponsorMonth[]): MonthsFinding {
  const counted = months.filter((month) => {
    const isLongEnough = !month.isInPart || month.teachingWeeks >= LEAST_TEACHING_WEEKS;
    return month.isComplete && month.attendance !== null && isLongEnough;
  });
  if (runsOf(counted, ['below']).length > 0) return { certainty: 'certain', missing: [] };
  const possible = new Set(runsOf(counted, ['below', 'open']).flat());
  return withheldFor([...possible].filter(({ attendance }) => attendance?.belowGround === 'open'));
}

/** The runs of three, each month as low as given, whose last month is still to be acted on. */
function runsOf(counted: readonly SponsorMonth[], low: readonly Below[]): readonly (readonly SponsorMonth[])[] {
  return counted.flatMap((last, index) => {
    const run = counted.slice(Math.max(0, index - MONTHS_IN_A_ROW + 1), index + 1);
    const isLow = run.every(({ attendance }) => attendance !== null && low.includes(attendance.belowGround));
    const isDue = last.isNew || index === counted.length - 1;
    return run.length === MONTHS_IN_A_ROW && isLow && isDue ? [run] : [];
  });
}

function withheldFor(months: readonly SponsorMonth[]): MonthsFinding {
  if (months.length === 0) return { certainty: 'none', missing: [] };
  return { certainty: 'withheld', missing: months.flatMap(({ missing }) => missing) };
}
