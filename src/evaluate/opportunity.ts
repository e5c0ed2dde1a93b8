// What the student could have done (reading.md, opportunity). Without any, an indicator does not apply.
import type { Day } from '../calendar/day.js';
import type { Feed } from '../engagement/feed.js';
import type { Due } from '../engagement/ledger.js';
import type { ModuleEnrolment } from '../engagement/student.js';
import { dueDay } from './evidence.js';
import type { Situation } from './situation.js';

/** 7.1c, e: an enrolment on any module on one of the days; without that table, always. */
export function isEnrolledOnAModule(enrolments: readonly ModuleEnrolment[] | null, days: readonly Day[]): boolean {
  if (enrolments === null) return days.length > 0;
  return enrolments.some(({ from, to }) => {
    return days.some((day) => (from === null || from <= day) && (to === null || day <= to));
  });
}

/** 7.1b: the assessments of the given types (null: all) that are due on one of the days. */
export function duesOn(dues: readonly Due[], days: ReadonlySet<Day>, only: readonly string[] | null): readonly Due[] {
  return dues.filter((due) => days.has(dueDay(due)) && (only === null || only.includes(due.type)));
}

/** What an opportunity is read from. */
type Asked = Pick<Situation, 'enrolments' | 'dues' | 'ledger'>;

/** Whether a listed feed certainly asked something of the student on the days. */
export function hasOpportunity(feed: Feed, { enrolments, dues }: Asked, days: readonly Day[]): boolean {
  return feed === 'submissions' ? duesOn(dues, new Set(days), null).length > 0 : isEnrolledOnAModule(enrolments, days);
}

/** The same, or nobody knows: without the feed nobody knows what was due. */
export function mayHaveOpportunity(feed: Feed, asked: Asked, days: readonly Day[]): boolean {
  return hasOpportunity(feed, asked, days) || (feed === 'submissions' && !asked.ledger.feeds.has(feed));
}
