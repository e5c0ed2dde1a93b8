// What the data could not decide, and what is missing (8.4): one row for each student and each thing withheld.
import type { Ground, Missing } from '../engagement/outcome.js';
import type { Sponsorship } from '../engagement/sponsorship.js';
import { column, type Column } from './column.js';
import { checkpointColumns, dayCell, identityColumns } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import { firstThatFits } from './fitted.js';
import { lists } from './listed.js';
import { daysOfGaps, daysReason, gapListings, gapsOf, type Gap } from './missing-text.js';
import { reasonText } from './reason.js';
import type { Row } from './row.js';
import { processReason, sponsorGroundReason } from './sponsor-reason.js';

interface WithheldRow extends Row {
  readonly withheld: 'classification' | 'process' | Ground;
  readonly reason: string;
  readonly gaps: readonly Gap[];
  /** What is missing where it is no record. */
  readonly choice: string;
}

const columns: readonly Column<WithheldRow>[] = [
  ...identityColumns,
  ...checkpointColumns,
  column('reason', ({ reason }) => reason),
  column('withheld', ({ withheld }) => withheld),
  column('feed', ({ gaps }) => [...new Set(gaps.map(({ feed }) => feed))].join(';')),
  column('missing', ({ gaps, choice }) => (choice === '' ? firstThatFits(lists(gapListings(gaps), '; ')) : choice)),
  column('unknown_from', ({ gaps }) => dayCell(daysOfGaps(gaps)[0])),
  column('unknown_to', ({ gaps }) => dayCell(daysOfGaps(gaps).at(-1))),
  column('unknown_days', ({ gaps }) => `${daysOfGaps(gaps).length}`),
];

export function withheld(rows: readonly Row[]): Table {
  return tableOf('withheld.csv', columns, rows.flatMap(withheldOf));
}

type Because = Pick<WithheldRow, 'withheld' | 'reason' | 'gaps' | 'choice'>;

export function withheldOf(row: Row): readonly WithheldRow[] {
  const because = row.outcome.isUnsettled ? unsettled(row) : undecided(row);
  return because.map((it) => ({ ...row, ...it }));
}

/** 6.2f. */
function unsettled(row: Row): readonly Because[] {
  const choice = 'which school decides (joint_decided_by of students)';
  const grounds = row.outcome.groundsWithheld.map((ground) => lacking(ground, unsettledGround(ground), []));
  return [lacking('classification', reasonText(row), []), ...grounds].map((it) => ({ ...it, choice }));
}

function unsettledGround(ground: Ground): string {
  return `Ground ${ground} is not decided, because the schools do not agree on which of them decides.`;
}

function undecided(row: Row): readonly Because[] {
  const { classification, missing, sponsorship } = row.outcome;
  return [
    ...(classification === 'withheld' ? [lacking('classification', reasonText(row), missing)] : []),
    ...(sponsorship === null ? [] : ofSponsorship(sponsorship, row)),
    ...daysGround(row),
    ...patternGround(row),
  ];
}

function lacking(withheld: WithheldRow['withheld'], reason: string, missing: readonly Missing[]): Because {
  return { withheld, reason, gaps: gapsOf(missing), choice: '' };
}

/** The process is not open where the classification decides it. */
function ofSponsorship(sponsorship: Sponsorship, { outcome }: Row): readonly Because[] {
  const { groundsWithheld, missing, missingForProcess } = sponsorship;
  const isProcessOpen = outcome.process === 'none' && sponsorship.process === 'withheld';
  return [
    ...(isProcessOpen ? [lacking('process', processReason(sponsorship), missingForProcess)] : []),
    ...groundsWithheld.map((ground) => {
      const it = lacking(ground, sponsorGroundReason(ground, sponsorship), missing);
      return { ...it, choice: choiceOf(sponsorship) };
    }),
  ];
}

function daysGround({ outcome }: Row): readonly Because[] {
  const { clock, groundsWithheld, missingForGrounds } = outcome;
  if (clock === null || !groundsWithheld.includes('10.6-days')) return [];
  return [lacking('10.6-days', daysReason('10.6-days', clock, missingForGrounds), missingForGrounds)];
}

/** A checkpoint that a feed set aside leaves open might have broken the pattern. */
function patternGround({ outcome: { groundsWithheld, missingForGrounds } }: Row): readonly Because[] {
  if (!groundsWithheld.includes('10.6-pattern')) return [];
  const reason = 'Ground 10.6-pattern is not decided, because a checkpoint of the pattern is withheld.';
  return [lacking('10.6-pattern', reason, missingForGrounds)];
}

/** What the plan has still to say. */
function choiceOf({ withheldBecause }: Sponsorship): string {
  switch (withheldBecause) {
    case 'rule-undeclared':
      return 'rqf_4_5 in the plan';
    case 'attendance-unlisted':
      return 'attendance among the feeds of the plan';
    case null:
      return '';
  }
}
