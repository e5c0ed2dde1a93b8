// Draws what only the rules beside the classification look at, each from a stream of its own: nothing else of the schools changes.
import { dayNumber, type DayNumber } from './days.js';
import type { Feed } from './exports.js';
import { drawIndicator, INDICATOR_KINDS, MODULE_FEEDS, type Setting } from './generated-indicators.js';
import type { Question } from './generated-plan.js';
import type { WrittenAlerts, WrittenPlan } from './plan-language.js';
import { seededRandom } from './random.js';
import type { Row } from './tables.js';

/** What the plan expects in its modules of students of other schools (6.3), in a feed that it lists, or nothing. */
export function withModuleAlerts(plan: WrittenPlan, setting: Setting): WrittenPlan {
  const random = seededRandom(setting.start * 31 + Object.keys(plan.indicators).length);
  const feeds: readonly Feed[] = Array.isArray(plan.feeds) ? plan.feeds : [];
  const kinds = Object.values(INDICATOR_KINDS).filter(({ feed, isShare = false }) => {
    return !isShare && MODULE_FEEDS.includes(feed) && feeds.includes(feed);
  });
  const [kind] = random.shuffled(kinds);
  if (kind === undefined || random.chance(0.3)) return plan;
  const alerts: WrittenAlerts & { scope?: string } = { ...drawIndicator(random, kind, setting) };
  delete alerts.scope;
  return { ...plan, module_alerts: alerts };
}

/** UKVI's approval of remote delivery (8.5), for some programmes. */
export function withApprovals(plan: WrittenPlan, start: DayNumber): WrittenPlan {
  const random = seededRandom(start * 37);
  if (random.chance(0.5)) return plan;
  const approved = random.pick(['P1', ['P1', 'P2'], ['P3']]);
  return { ...plan, sponsored: { ...plan.sponsored, remote_approved: approved } };
}

/** Whether remote delivery is permitted (8.5). */
export function withPermission(student: Row): Row {
  const random = seededRandom(dayNumber(student['starts_on'] ?? '') * 41 + Number(student['student_id']));
  return { ...student, remote_permitted: random.pick(['', 'yes', 'yes', 'no', 'no']) };
}

/** Each module is one school's, if anybody's; now and then a row does not say. */
export function withOwner(enrolment: Row, [question, ...others]: readonly [Question, ...Question[]]): Row {
  const { teachingStartsOn: start, school } = question;
  const module = Number((enrolment['module_code'] ?? '').slice(1));
  const schools = others.map((other) => other.school);
  const owner = seededRandom(start * 43 + module).pick([school, ...schools, 'ZZZ', '']);
  const isSaid = seededRandom(start * 47 + module + Number(enrolment['student_id'])).chance(0.9);
  return { ...enrolment, module_school: isSaid ? owner : '' };
}
