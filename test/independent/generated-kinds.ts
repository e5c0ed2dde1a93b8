// What must have occurred among generated schools: a run that compares nothing of a kind has not tried it.
import { ASIDE_KINDS_OF_SOME, asideKinds } from './generated-aside-kinds.js';
import { INDICATOR_KINDS } from './generated-indicators.js';
import type { Plan } from './plan.js';
import type { Verdict } from './simulation.js';

const STATES = [
  'research',
  'withdrawn',
  'sabbatical-officer',
  'not-started',
  'completed',
  'interrupted',
  'no-placement-section',
  'no-transnational-section',
  'grace',
  'authorised-absence',
  'no-opportunity',
];

const RESULTS = ['met', 'not-met', 'unknown'];

export const KINDS_OF_SOME: readonly string[] = [
  'engaged',
  'low-engagement',
  'non-engagement',
  'withheld',
  'not-assessed',
  ...STATES,
  'ground 9.2',
  'ground 10.6-days',
  'ground 10.6-pattern',
  'withheld ground 9.1',
  'withheld ground 9.2',
  'withheld ground 10.6-days',
  'process of a month',
  'month below 85',
  'month perhaps below 85',
  'month perhaps below 70',
  'month in part',
  'month decided by authorised absence',
  'week under 15 hours',
  'sponsor clock beside another',
  'longest clock 59',
  'longest clock 60',
  'longest clock 61',
  'ad-hoc date',
  'feeds set aside',
  'held',
  'joint and undecided',
  'reply awaited',
  'reply awaited by this day',
  'several replies awaited',
  ...ASIDE_KINDS_OF_SOME,
  'in a group',
  'judged in part by a group',
  'judged in part by the rule',
  ...Object.keys(INDICATOR_KINDS).map((id) => `${id} measured`),
];

/** What only many schools are sure to hold: CI draws them, a quick run of the tests does not. */
export const KINDS_OF_MANY: readonly string[] = [
  'ground 9.1',
  'not-assessed with a ground',
  'engaged with a withheld ground',
  'process perhaps of a month',
  'module alert of days on campus',
  'ground 9.1 withheld for records',
  'ground 9.2 withheld for records',
  'sponsor clock 59',
  'sponsor clock 60',
  'shortest clock 59 of a longer one',
  'shortest clock 60 of a longer one',
  ...Object.keys(INDICATOR_KINDS).flatMap((id) => RESULTS.map((result) => `${id} ${result}`)),
];

export function kindsIn(verdicts: readonly Verdict[], plan: Plan, isAdHoc: boolean): string[] {
  return verdicts.flatMap((verdict) => {
    const { classification, notAssessedReason, clock, grounds, groundsWithheld, indicators } = verdict;
    const longest = clock?.longest ?? 0;
    const shortest = clock?.shortest ?? 0;
    return [
      classification,
      notAssessedReason,
      ...grounds.map((ground) => `ground ${ground}`),
      ...groundsWithheld.map((ground) => `withheld ground ${ground}`),
      ...(grounds.length > 0 ? [`${classification} with a ground`] : []),
      ...(groundsWithheld.length > 0 ? [`${classification} with a withheld ground`] : []),
      `longest clock ${longest}`,
      ...(shortest < longest ? [`shortest clock ${shortest} of a longer one`] : []),
      ...indicators.flatMap(({ id, result }) => [
        `${id} ${result}`,
        ...(RESULTS.includes(result) ? [`${id} measured`] : []),
      ]),
      ...(isAdHoc ? ['ad-hoc date'] : []),
      ...sponsorKinds(verdict),
      ...(verdict.isHeld ? ['held'] : []),
      ...(verdict.isUnsettled ? ['joint and undecided'] : []),
      ...replyKinds(verdict),
      ...asideKinds(verdict),
      ...(verdict.group === '' ? [] : ['in a group']),
      ...(verdict.isJudgedInPart && indicators.length > 0
        ? [`judged in part by ${verdict.group === '' ? 'the rule' : 'a group'}`]
        : []),
    ];
  });
}

function replyKinds({ awaited }: Verdict): string[] {
  if (awaited === '') return [];
  const [overdue, unanswered] = awaited.split(' ').slice(2).map(Number);
  return [
    'reply awaited',
    ...(overdue === 0 ? ['reply awaited by this day'] : []),
    ...(unanswered === 1 ? [] : ['several replies awaited']),
  ];
}

function sponsorKinds({ sponsor, clock }: Verdict): string[] {
  if (sponsor === null) return [];
  const { months, weeks, rule, groundsWithheld } = sponsor;
  const longest = sponsor.clock?.longest ?? 0;
  return [
    ...(sponsor.process === 'certain' ? ['process of a month'] : []),
    ...(sponsor.process === 'perhaps' ? ['process perhaps of a month'] : []),
    ...(rule === '' ? [] : groundsWithheld.map((ground) => `ground ${ground} withheld for records`)),
    ...months.flatMap(({ below85, below70, isInPart, isOtherwiseDecided }) => [
      ...(below85 === 'yes' ? ['month below 85'] : []),
      ...(below85 === 'perhaps' ? ['month perhaps below 85'] : []),
      ...(below70 === 'perhaps' ? ['month perhaps below 70'] : []),
      ...(isInPart ? ['month in part'] : []),
      ...(isOtherwiseDecided ? ['month decided by authorised absence'] : []),
    ]),
    ...(weeks.some(({ minutes }) => minutes < 900) ? ['week under 15 hours'] : []),
    `sponsor clock ${longest}`,
    ...(longest !== clock?.longest ? ['sponsor clock beside another'] : []),
  ];
}
