// What came out, at a glance: how many of each kind, and which file holds them.
import type { ChalkInstance } from 'chalk';
import { describeDay } from '../calendar/day.js';
import { counted } from '../diagnostics/fault.js';
import { printable } from '../diagnostics/printable.js';
import type { Feed } from '../engagement/feed.js';
import type { RunResult } from '../run.js';
import type { PlanRun } from '../run-plan.js';
import { setAsideLines } from './set-aside.js';

export function describeRun({ plans, feedsSetAside }: Summarised, paint: ChalkInstance): string {
  const setAside = feedsSetAside.map(({ feed }) => feed);
  return plans.map((plan) => describePlan(plan, setAside, paint)).join('\n');
}

type Summarised = Pick<RunResult, 'plans' | 'feedsSetAside'>;

function describePlan(planRun: PlanRun, setAside: readonly Feed[], paint: ChalkInstance): string {
  const { plan, target, counts } = planRun;
  const { classifications, rows } = counts;
  const line = (label: string, count: number, aside: string): string => {
    const number = count.toLocaleString('en-GB').padStart(8);
    return `  ${label.padEnd(18)}${count === 0 ? paint.dim(number) : paint.bold(number)}   ${aside}`.trimEnd();
  };
  const rowsIn = (file: string): number => rows[file] ?? 0;
  const inFile = (file: string, more = ''): string => {
    return rowsIn(file) === 0 ? more : `${paint.cyan(file)}${more === '' ? '' : `  ${more}`}`;
  };
  return [
    paint.bold(printable(`${plan.title} (${plan.name})`)),
    `${target.isAdHoc ? 'Ad-hoc date' : target.checkpointId}, ${describeDay(target.on)}: ${counted(counts.students, 'student')}`,
    `Window ${describeDay(target.window.from)} to ${describeDay(target.window.to)}`,
    ...setAsideLines(setAside).map((said) => paint.yellow(said)),
    '',
    line('Engaged', classifications.engaged, ''),
    line(
      'Low engagement',
      classifications['low-engagement'],
      inFile('low-engagement.csv', leftOut(planRun, 'low-engagement')),
    ),
    line(
      'Non-engagement',
      classifications['non-engagement'],
      inFile('non-engagement.csv', leftOut(planRun, 'non-engagement')),
    ),
    line('Withheld', classifications.withheld, inFile('withheld.csv', withheldAside(planRun))),
    line('Not assessed', classifications['not-assessed'], list(counts.not_assessed)),
    '',
    line('Panel referral', rowsIn('panel-referral.csv'), inFile('panel-referral.csv', list(counts.grounds))),
    ...whereAny(rowsIn(SPONSORED), (count) => line('Sponsored', count, inFile(SPONSORED))),
    ...whereAny(rowsIn(REGISTERS), (count) => line('Registers to chase', count, inFile(REGISTERS))),
    ...whereAny(rowsIn(AWAITING), (count) => line('Replies awaited', count, inFile(AWAITING))),
    '',
    `  ${describePublication(planRun, paint)}`,
    '',
  ].join('\n');
}

const AWAITING = 'awaiting-reply.csv';
const REGISTERS = 'registers-to-chase.csv';
const SPONSORED = 'sponsored.csv';

/** A line that says nothing where there is nothing. */
function whereAny(count: number, line: (count: number) => string): readonly string[] {
  return count === 0 ? [] : [line(count)];
}

/** Associate students (6.5) and those under a contact hold are on no letter list, so the file may hold fewer. */
function leftOut({ counts }: PlanRun, kind: 'low-engagement' | 'non-engagement'): string {
  const held = counts.held[kind];
  const associates = counts.classifications[kind] - held - (counts.rows[`${kind}.csv`] ?? 0);
  const parts = [
    ...whereAny(associates, (count) => `${counted(count, 'associate student')} (6.5)`),
    ...whereAny(held, (count) => `${count.toLocaleString('en-GB')} under a contact hold (held.csv)`),
  ];
  return parts.length === 0 ? '' : `without ${parts.join(' and ')}`;
}

/** A line may stand on withheld.csv for its classification, its ground, or both. */
function withheldAside({ counts }: PlanRun): string {
  const grounds = list(counts.grounds_withheld);
  if (counts.rows['withheld.csv'] === 0) return '';
  return `data is missing${grounds === '' ? '' : `; grounds withheld: ${grounds}`}`;
}

/** `grace 2, withdrawn 11`; kinds that did not occur are left out. */
function list(tally: Readonly<Record<string, number>>): string {
  return Object.entries(tally)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
}

function describePublication({ publication, folder: path }: PlanRun, paint: ChalkInstance): string {
  const folder = paint.bold(printable(path));
  switch (publication) {
    case 'published':
      return `Reports written to ${folder}`;
    case 'replaced':
      return `Reports written to ${folder}; the earlier ones, which differ, are kept beside it`;
    case 'unchanged':
      return `Reports in ${folder} are already the same: nothing was changed`;
    case 'dry-run':
      return paint.yellow('Dry run: nothing was written');
  }
}
