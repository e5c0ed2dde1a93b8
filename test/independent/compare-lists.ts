// Holds the lists beside the outcomes against the simulation: who is on them, and what they say.
import { differencesOfOnline } from './compare-findings.js';
import { differencesOfOfficers } from './compare-officers.js';
import { differencesOfSponsored } from './compare-sponsored.js';
import type { Reports } from './reports.js';
import type { Verdict } from './simulation.js';
import type { Row } from './tables.js';

export function differencesOfLists(
  reports: Reports,
  verdicts: readonly Verdict[],
  associates: ReadonlySet<string>,
): string[] {
  const lists = listsOf(reports, verdicts, associates);
  const letters = [...reports.lowEngagement, ...reports.nonEngagement];
  return [
    ...lists.flatMap(({ name, rows, expected }) => {
      const listed = [...new Set(rows.map((row) => row['student_id'] ?? ''))].sort().join(' ');
      const wanted = expected.map(({ studentId }) => studentId).sort();
      return listed === wanted.join(' ')
        ? []
        : [`${name} at ${verdicts[0]?.checkpointOn ?? ''}: '${listed}', expected '${wanted.join(' ')}'`];
    }),
    ...Object.entries(LETTER_CELLS).flatMap(([column, expected]) =>
      cellsThatDiffer(letters, verdicts, column, expected),
    ),
    ...cellsThatDiffer(reports.contactsToRecord, verdicts, 'stage', ({ stage }) => stage.toString()),
    ...cellsThatDiffer(
      reports.panelReferral,
      verdicts,
      'sixty_days_reached_on',
      ({ clock }) => clock?.reachesSixtyOn ?? '',
    ),
    ...cellsThatDiffer(reports.awaitingReply, verdicts, 'contact_hold', ({ isHeld }) => (isHeld ? 'yes' : 'no')),
    ...differencesOfAwaiting(reports, verdicts),
    ...differencesOfSponsored(reports, verdicts),
    ...differencesOfOfficers(reports, verdicts),
    ...differencesOfOnline(reports, verdicts),
    ...differencesOfWithheld(reports, verdicts),
    ...differencesOfRegisters(reports, verdicts),
  ];
}

interface List {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly expected: readonly Verdict[];
}

function listsOf(reports: Reports, verdicts: readonly Verdict[], associates: ReadonlySet<string>): List[] {
  const isListed = ({ classification }: Verdict): boolean =>
    classification === 'low-engagement' || classification === 'non-engagement';
  const own = verdicts.filter((verdict) => isListed(verdict) && !associates.has(verdict.studentId));
  const written = own.filter(({ isHeld }) => !isHeld);
  return [
    {
      name: 'low-engagement.csv',
      rows: reports.lowEngagement,
      expected: written.filter(({ classification }) => classification === 'low-engagement'),
    },
    {
      name: 'non-engagement.csv',
      rows: reports.nonEngagement,
      expected: written.filter(({ classification }) => classification === 'non-engagement'),
    },
    { name: 'held.csv', rows: reports.held, expected: own.filter(({ isHeld }) => isHeld) },
    { name: 'contacts-to-record.csv', rows: reports.contactsToRecord, expected: written },
    {
      name: 'joint-alerts.csv',
      rows: reports.jointAlerts,
      expected: verdicts.filter(({ isJoint, isUnsettled, process, grounds }) => {
        return isJoint && (isUnsettled || process === 'non-engagement' || grounds.length > 0);
      }),
    },
    {
      name: 'associate-students.csv',
      rows: reports.associateStudents,
      expected: verdicts.filter(({ studentId }) => associates.has(studentId)),
    },
    {
      name: 'awaiting-reply.csv',
      rows: reports.awaitingReply,
      expected: verdicts.filter(({ awaited }) => awaited !== ''),
    },
    {
      name: 'panel-referral.csv',
      rows: reports.panelReferral,
      expected: verdicts.filter(({ grounds }) => grounds.length > 0),
    },
    {
      name: 'withheld.csv',
      rows: reports.withheld,
      expected: verdicts.filter((verdict) => withheldOf(verdict).length > 0),
    },
  ];
}

const LETTER_CELLS: Readonly<Record<string, (verdict: Verdict) => string>> = {
  stage: ({ stage }) => stage.toString(),
  listed_before: ({ stage }) => (stage > 1 ? 'yes' : 'no'),
  reply_by: ({ replyBy }) => replyBy,
  letters_sent: ({ lettersSent }) => lettersSent.toString(),
  below: ({ indicators, below }) =>
    indicators
      .filter(({ id }) => below.includes(id))
      .map(({ id }) => id)
      .join(';'),
};

const AWAITED_CELLS = ['contacted_on', 'reply_by', 'days_overdue', 'contacts_unanswered'] as const;

function differencesOfAwaiting({ awaitingReply }: Reports, verdicts: readonly Verdict[]): string[] {
  const told = awaitingReply.map((row) => [row['student_id'], ...AWAITED_CELLS.map((column) => row[column])].join(' '));
  const expected = verdicts.flatMap(({ studentId, awaited }) => (awaited === '' ? [] : [`${studentId} ${awaited}`]));
  const [first, second] = [told.join(', '), expected.sort().join(', ')];
  return first === second ? [] : [`awaiting-reply.csv: '${first}', expected '${second}'`];
}

function withheldOf({ classification, groundsWithheld, process, sponsor, isUnsettled }: Verdict): string[] {
  const isProcessOpen = !isUnsettled && process === 'none' && sponsor?.process === 'perhaps';
  return [
    ...(classification === 'withheld' ? ['classification'] : []),
    ...(isProcessOpen ? ['process'] : []),
    ...groundsWithheld,
  ];
}

/** One row for the classification, and one for each ground. */
function differencesOfWithheld({ withheld }: Reports, verdicts: readonly Verdict[]): string[] {
  return verdicts.flatMap((verdict) => {
    const rows = withheld.filter((row) => row['student_id'] === verdict.studentId);
    const found = rows.map((row) => row['withheld'] ?? 'absent').join(' ');
    const expected = withheldOf(verdict).join(' ');
    return found === expected ? [] : [`${verdict.studentId}: withheld.csv says '${found}', expected '${expected}'`];
  });
}

function cellsThatDiffer(
  rows: readonly Row[],
  verdicts: readonly Verdict[],
  column: string,
  expected: (verdict: Verdict) => string,
): string[] {
  const byStudent = new Map(verdicts.map((verdict) => [verdict.studentId, verdict]));
  return rows.flatMap((row) => {
    const verdict = byStudent.get(row['student_id'] ?? '');
    if (verdict === undefined || row[column] === expected(verdict)) return [];
    const label = `${verdict.studentId} at ${verdict.checkpointOn}`;
    return [`${label}: ${column} is '${row[column] ?? 'absent'}', expected '${expected(verdict)}'`];
  });
}

/** Each open event with how many students it concerns, and how many of them it leaves undecided. */
function differencesOfRegisters({ registersToChase }: Reports, verdicts: readonly Verdict[]): string[] {
  const found = registersToChase.map((row) => `${row['event_id']} ${row['students']} ${row['students_undecided']}`);
  const events = new Set(verdicts.flatMap(({ openEvents, decidingEvents }) => [...openEvents, ...decidingEvents]));
  const expected = [...events].map((event) => {
    const undecided = verdicts.filter(({ decidingEvents }) => decidingEvents.includes(event));
    const concerned = verdicts.filter((one) => one.openEvents.includes(event) || undecided.includes(one));
    return `${event} ${concerned.length} ${undecided.length}`;
  });
  const [first, second] = [found, expected].map((lines) => lines.sort().join(', '));
  return first === second ? [] : [`registers-to-chase.csv: '${first ?? ''}', expected '${second ?? ''}'`];
}
