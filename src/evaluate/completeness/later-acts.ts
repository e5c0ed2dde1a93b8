// Later rows are ignored and counted (reading.md, checkpoint).
import { formatDay } from '../../calendar/day.js';
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import type { Feed } from '../../engagement/feed.js';
import type { Gate } from './gate.js';

export function laterActs({ plan, ledger, target: { on }, judged }: Gate): readonly Fault[] {
  const counts = new Map<Feed, number>();
  const add = (feed: Feed, acts: number): void => void counts.set(feed, (counts.get(feed) ?? 0) + acts);
  for (const { subject } of judged) {
    const { studentId } = subject.student;
    const { days, kinds, acts } = ledger.sheetOf(studentId);
    // From the end: the columns are in order of day.
    for (let row = days.length - 1; row >= 0 && at(days, row) > on; row -= 1) {
      add(at(ledger.kinds, at(kinds, row)).feed, at(acts, row));
    }
    const submitted = ledger.duesOf(studentId).filter((due) => due.submitted !== null && due.submitted.day > on);
    add('submissions', submitted.length);
  }
  return plan.feeds.flatMap(({ feed }) => {
    const count = counts.get(feed) ?? 0;
    return count === 0 ? [] : [fault('later-than-checkpoint', { feed, on: formatDay(on), count }, null, count)];
  });
}
