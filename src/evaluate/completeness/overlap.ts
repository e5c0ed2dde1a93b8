// Whether the exports speak of the same students: ids may differ between systems, or an export be of another cohort.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import type { Feed } from '../../engagement/feed.js';
import type { Ledger } from '../../engagement/ledger.js';
import { isOfStudents } from '../coverage.js';
import { isEvidence } from '../evidence.js';
import { isListedFeed } from '../feeds.js';
import { EVERYDAY_FEEDS, isBelow, isExpected, whoAre, type Gate, type Judged } from './gate.js';

/** Of fewer students a quiet one or two are no sign of anything. */
const SMALLEST_ROSTER = 10;

interface Seen extends Judged {
  /** The feeds that name the student at all, whenever it was. */
  readonly named: ReadonlySet<Feed>;
  /** Of these, the ones with evidence of the student's. */
  readonly active: ReadonlySet<Feed>;
}

export function overlapFindings(gate: Gate): readonly Fault[] {
  const seen = gate.judged.filter(isExpected).map((judged) => ({ ...judged, ...feedsOf(gate.ledger, judged) }));
  const everyday = EVERYDAY_FEEDS.filter((feed) => isListedFeed(gate.plan, feed));
  const used = everyday.filter((feed) => isOfStudents(gate.ledger.feeds.get(feed), gate.target.on));
  const isOnRegister = isOnRegisteredModule(gate);
  return [
    ...rosterFindings(gate.ledger, seen),
    ...used.flatMap((feed) => missingFrom(feed, feed === 'attendance' ? seen.filter(isOnRegister) : seen)),
  ];
}

/** Only who is on a module that has registers can be missing from them; a register without a module may be anybody's. */
function isOnRegisteredModule({ ledger, judged }: Gate): (student: Judged) => boolean {
  const open = judged.flatMap(({ subject }) => ledger.openEventsOf(subject.student.studentId));
  const registers = [...ledger.kinds, ...open.filter(({ why }) => why !== 'no-register')];
  const modules = new Set(registers.filter(({ feed }) => feed === 'attendance').map(({ module }) => module));
  return ({ subject: { enrolments } }) => {
    return enrolments === null || modules.has('') || enrolments.some(({ moduleCode }) => modules.has(moduleCode));
  };
}

function feedsOf(ledger: Ledger, { subject }: Judged): Pick<Seen, 'named' | 'active'> {
  const { studentId } = subject.student;
  const kinds = [...new Set(ledger.sheetOf(studentId).kinds)].map((kind) => at(ledger.kinds, kind));
  const dues = ledger.duesOf(studentId);
  // A timetabled event without a register names nobody by itself.
  const open = ledger.openEventsOf(studentId).filter(({ why }) => why !== 'no-register');
  return {
    named: new Set([...kinds, ...open].map(({ feed }) => feed).concat(dues.length > 0 ? ['submissions'] : [])),
    active: new Set(
      kinds
        .filter(isEvidence)
        .map(({ feed }) => feed)
        .concat(dues.some(({ submitted }) => submitted !== null) ? ['submissions'] : []),
    ),
  };
}

/** Less than half of the students occur in any export of events. */
function rosterFindings({ feeds }: Ledger, seen: readonly Seen[]): readonly Fault[] {
  const missing = seen.filter(({ named }) => named.size === 0);
  const isOverlapping = 2 * missing.length <= seen.length;
  if (feeds.size === 0 || seen.length < SMALLEST_ROSTER || isOverlapping) return [];
  const belowMinimum = seen.filter(isBelow).length;
  const { ids, place } = whoAre(missing);
  return [fault('roster-barely-overlaps', { students: seen.length, ids, belowMinimum }, place, ids.length)];
}

/** Students who are active elsewhere, and whom the feed does not name at all. */
function missingFrom(feed: Feed, seen: readonly Seen[]): readonly Fault[] {
  const missing = seen.filter(({ named, active }) => active.size > 0 && !named.has(feed));
  if (missing.length === 0) return [];
  const listed = missing.filter(isBelow);
  // First those who are written to.
  const { ids, place } = whoAre([...listed, ...missing.filter((it) => !isBelow(it))]);
  // Some students never watch lecture capture; that nobody does is a sign.
  const isOrdinary = feed === 'lecture_capture' && seen.some(({ named }) => named.has(feed));
  const code = listed.length === 0 || isOrdinary ? 'students-without-feed' : 'students-missing-from-feed';
  return [fault(code, { feed, ids, belowMinimum: listed.length }, place, ids.length)];
}
