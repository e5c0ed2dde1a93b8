// Reads a plan file and its university's, and fills in what a plan may leave unsaid.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dayNumber } from './days.js';
import { FEEDS, type Feed } from './exports.js';
import type { Pattern, Plan, Rule, SponsorChoices } from './plan.js';
import type { OneOrMore, WrittenPlan, WrittenReferral, WrittenRule, WrittenSponsored } from './plan-language.js';
import { indicatorOf } from './read-indicator.js';
import { readYear } from './read-year.js';

export function readPlan(file: string): Plan {
  const written = parse(readFileSync(file, 'utf8')) as WrittenPlan;
  const indicators = Object.entries(written.indicators).map(([id, indicator]) => indicatorOf(id, indicator));
  const ids = indicators.map(({ id }) => id);
  const { school, programmes, rqf, mode } = written.students;
  return {
    ...readYear(file, written),
    name: written.plan,
    students: {
      schools: listOf(school),
      programmes: programmes === undefined ? null : listOf(programmes),
      rqf: rqf === undefined ? null : listOf(rqf).map(String),
      modes: mode === undefined ? null : listOf(mode),
    },
    checkpoints: checkpointsOf(written),
    feeds: new Set(feedsOf(written)),
    registers: written.registers === undefined ? null : listOf(written.registers),
    isEveryoneAbsentBelieved: written.all_absent_registers === 'absent',
    eventMinutes: written.event_minutes ?? 60,
    graceDays: written.grace_days ?? 7,
    toleranceDays: written.tolerance_days ?? 3,
    reply: replyOf(written),
    clock: {
      isPausedByVacation: written.clock?.vacation !== 'counts',
      isPausedByAuthorisedAbsence: written.clock?.authorised_absence !== 'counts',
    },
    levels: new Map(
      Object.entries(written.levels ?? {}).flatMap(([level, codes]) => codes.map((code) => [code, level] as const)),
    ),
    indicators,
    rule: ruleOf(written.rule ?? 'all', ids),
    groups: Object.entries(written.groups ?? {}).map(([id, { when, rule }]) => ({ id, when, rule: ruleOf(rule, ids) })),
    patterns: patternsOf(written.referral ?? {}),
    sponsored: sponsoredOf(written.sponsored ?? {}),
    moduleAlerts: moduleAlertsOf(written),
  };
}

export function listOf<Value>(written: OneOrMore<Value>): readonly Value[] {
  return isList(written) ? written : [written];
}

function isList<Value>(written: OneOrMore<Value>): written is readonly Value[] {
  return Array.isArray(written);
}

function checkpointsOf({ checkpoints }: WrittenPlan): Plan['checkpoints'] {
  return Object.entries(checkpoints)
    .map(([id, at]) => {
      const { date, from = null } = typeof at === 'string' ? { date: at } : at;
      return { id, on: dayNumber(date), from: from === null ? null : dayNumber(from) };
    })
    .sort((one, other) => one.on - other.on);
}

function feedsOf({ feeds, indicators, module_alerts: alerts }: WrittenPlan): Feed[] {
  if (feeds === undefined) return [...Object.values(indicators), ...(alerts ? [alerts] : [])].map(({ feed }) => feed);
  const names: readonly string[] = Array.isArray(feeds) ? feeds : Object.keys(feeds);
  return FEEDS.filter((feed) => names.includes(feed));
}

function replyOf(written: WrittenPlan): Plan['reply'] {
  const { reply_within_days: days, reply_within_working_days: workingDays } = written;
  return workingDays === undefined ? { days: days ?? 7, isWorking: false } : { days: workingDays, isWorking: true };
}

function ruleOf(written: WrittenRule, ids: readonly string[]): Rule {
  if (written === 'all' || written === 'any') return { need: written, of: ids };
  if (typeof written === 'string') return written;
  const partsOf = (parts: readonly WrittenRule[]): Rule[] => parts.map((part) => ruleOf(part, ids));
  if ('all' in written) return { need: 'all', of: partsOf(written.all) };
  if ('any' in written) return { need: 'any', of: partsOf(written.any) };
  return { need: written.at_least, of: partsOf(written.of) };
}

function moduleAlertsOf({ module_alerts: written }: WrittenPlan): Plan['moduleAlerts'] {
  return written === undefined ? null : indicatorOf('module_alerts', { ...written, scope: 'each_module' });
}

function sponsoredOf(written: WrittenSponsored): SponsorChoices {
  const rules = { degree: '9.2', 'below-degree': '9.1' } as const;
  return {
    ruleOfOthers: written.rqf_4_5 === undefined ? '' : rules[written.rqf_4_5],
    foundationYears: listOf(written.foundation_years ?? []),
    classroom: written.classroom === undefined ? null : listOf(written.classroom),
    remoteApproved: listOf(written.remote_approved ?? []),
    isAuthorisedCounted: written.authorised_absence === 'stays',
    reportDays: written.report_within_working_days ?? 10,
  };
}

function patternsOf(written: WrittenReferral): Pattern[] {
  const patterns: Pattern[] = [];
  const kinds = [
    {
      counts: 'non-engagement',
      inARow: written.non_engagement_in_a_row ?? 2,
      ofLast: written.non_engagement_of_last,
      inYear: written.non_engagement_in_year,
    },
    {
      counts: 'failed',
      inARow: written.failed_in_a_row,
      ofLast: written.failed_of_last,
      inYear: written.failed_in_year,
    },
  ] as const;
  for (const { counts, inARow, ofLast, inYear } of kinds) {
    if (inARow !== undefined && inARow !== 'none') patterns.push({ counts, atLeast: inARow, of: inARow });
    if (ofLast !== undefined) patterns.push({ counts, atLeast: ofLast.at_least, of: ofLast.of });
    if (inYear !== undefined) patterns.push({ counts, atLeast: inYear, of: 'year' });
  }
  return patterns;
}
