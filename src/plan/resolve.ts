// A written plan as the evaluation uses it: dates are days, defaults are filled in, the university's year is the calendar.
import { fault } from '../diagnostics/catalogue.js';
import type { Check } from './check.js';
import {
  POLICY_VERSION,
  type Indicator,
  type InputFile,
  type Plan,
  type StudentSelector,
  type SupportContacts,
} from './plan.js';
import { resolveCalendar, resolveLevels } from './resolve-calendar.js';
import { resolveCheckpoints } from './resolve-checkpoints.js';
import { resolveFeeds } from './resolve-feeds.js';
import { resolveIndicator } from './resolve-indicator.js';
import { resolveReferral } from './resolve-referral.js';
import { resolveBankHolidays, resolveReply } from './resolve-reply.js';
import { resolveRules } from './resolve-rules.js';
import { resolveSponsored } from './resolve-sponsored.js';
import type { University } from './resolve-university.js';
import type { WrittenPlan } from './schema.js';
import { warnOfUnregistered } from './unregistered.js';
import { refuseUnsupported } from './unsupported.js';

const DEFAULT_GRACE_DAYS = 7;
const DEFAULT_TOLERANCE_DAYS = 3;
const DEFAULT_EVENT_MINUTES = 60;

/**
 * Null where the plan cannot be resolved; whatever is wrong is reported.
 * @clause 6.2b, 6.2d, 8.1, 8.2
 */
export function resolvePlan(
  written: WrittenPlan,
  university: University,
  files: readonly InputFile[],
  check: Check,
): Plan | null {
  refuseUnsupported(written, check);
  warnOfPolicy(written, check);
  warnOfUnregistered(written, check);
  const indicators = Object.entries(written.indicators).map(([id, indicator]) =>
    resolveIndicator(['indicators', id], indicator, written.checkpoints, check),
  );
  const moduleAlerts = resolveModuleAlerts(written, check);
  const sound = indicators.filter((indicator) => indicator !== null);
  const rules = resolveRules(written, check);
  const feeds = resolveFeeds(written, university.feeds, check);
  const patterns = resolveReferral(written.referral ?? {}, check);
  const sponsored = resolveSponsored(written.sponsored);
  const replyWithin = resolveReply(written, check);
  const levels = resolveLevels(written.levels, university, check);
  const contacts = resolveContacts(written, university, check);
  const teachingStartsOn = written.teaching_starts ?? university.teachingStartsOn;
  if (teachingStartsOn === null) {
    check.report(fault('plan-without-teaching-start', {}, check.document.placeOfKey(['university'])));
    return null;
  }
  const checkpoints = resolveCheckpoints(written.checkpoints, teachingStartsOn, check);
  const calendar = resolveCalendar(written, university, teachingStartsOn, check);
  if (rules === null || sound.length < indicators.length) return null;
  if (moduleAlerts === null && written.module_alerts !== undefined) return null;
  return {
    name: written.plan,
    title: written.title ?? written.plan,
    policyVersion: written.policy ?? POLICY_VERSION,
    students: resolveStudents(written.students),
    leads: written.leads,
    contacts,
    replyWithin,
    calendar,
    bankHolidays: resolveBankHolidays(teachingStartsOn),
    levels,
    checkpoints,
    graceDays: written.grace_days ?? DEFAULT_GRACE_DAYS,
    toleranceDays: written.tolerance_days ?? DEFAULT_TOLERANCE_DAYS,
    feeds,
    registers: written.registers ?? null,
    allAbsentRegisters: written.all_absent_registers ?? 'unknown',
    eventMinutes: written.event_minutes ?? DEFAULT_EVENT_MINUTES,
    clock: {
      vacation: written.clock?.vacation ?? 'pauses',
      authorisedAbsence: written.clock?.authorised_absence ?? 'pauses',
    },
    indicators: sound,
    ...rules,
    moduleAlerts,
    patterns,
    sponsored,
    files,
  };
}

/** 6.3: asked of each module. Null without it, or where something in it is wrong. */
function resolveModuleAlerts({ module_alerts: alerts, checkpoints }: WrittenPlan, check: Check): Indicator | null {
  if (alerts === undefined) return null;
  return resolveIndicator(['module_alerts'], { ...alerts, scope: 'each_module' }, checkpoints, check);
}

/** A plan pins the version of the policy that it was written for (14). */
function warnOfPolicy({ policy }: WrittenPlan, { document, report }: Check): void {
  if (policy === undefined) report(fault('plan-without-policy', { current: POLICY_VERSION }, document.placeOfKey([])));
  else if (policy !== POLICY_VERSION) {
    report(fault('plan-other-policy', { policy, current: POLICY_VERSION }, document.placeOf(['policy'])));
  }
}

function resolveStudents({ school, programmes, rqf, mode }: WrittenPlan['students']): StudentSelector {
  return {
    schools: school,
    ...(programmes && { programmes }),
    ...(rqf && { rqf }),
    ...(mode && { modes: mode }),
  };
}

/** The plan's own contacts win over the university's, one by one. */
function resolveContacts(written: WrittenPlan, university: University, { document, report }: Check): SupportContacts {
  const support = written.support ?? university.contacts.support;
  if (support === undefined) report(fault('plan-without-support', {}, document.placeOfKey([])));
  return {
    supportName: support?.name ?? '',
    supportEmail: support?.email ?? '',
    wellbeingUrl: written.wellbeing_url ?? university.contacts.wellbeing_url ?? '',
    adviceUrl: written.advice_url ?? university.contacts.advice_url ?? '',
    appealsUrl: written.appeals_url ?? university.contacts.appeals_url ?? '',
  };
}
