// Why a student was classified as they were: one or two plain sentences, never a number of merit (5.1b, 10.1).
import type { NotAssessedReason } from '../engagement/outcome.js';
import { counted } from '../diagnostics/fault.js';
import { periodText } from './day-text.js';
import { firstThatFits, shortenings } from './fitted.js';
import { measuredText, titleText } from './measured-text.js';
import { classificationGaps, gapText } from './missing-text.js';
import { measuredIndicators, unmetIndicators, type MeasuredIndicator } from './points.js';
import type { Row } from './row.js';

export function reasonText(row: Row): string {
  switch (row.outcome.classification) {
    case 'engaged':
      return 'The minimum is met.';
    case 'low-engagement':
      return lowReason(row);
    case 'non-engagement':
      return `No engagement of any kind is recorded ${periodText(row.outcome.studentWindow ?? row.outcome.window)}.`;
    case 'withheld':
      return withheldReason(row);
    case 'not-assessed':
      return row.outcome.notAssessedReason === null ? '' : notAssessedText(row.outcome.notAssessedReason, row);
  }
}

function lowReason(row: Row): string {
  const parts = unmetIndicators(row).map(indicatorText);
  const claim = 'Below the minimum.';
  return firstThatFits([...shortenings(parts, '. ').map((text) => `${claim} ${text}.`), claim]);
}

function withheldReason({ plan, outcome }: Row): string {
  const open = measuredIndicators(plan, outcome.indicators).filter(({ result }) => result === 'unknown');
  const gaps = shortenings(classificationGaps(outcome).map(gapText), '; ');
  const claim = 'Not decided, because records are missing.';
  const sentences = shortenings(open.map(indicatorText), '. ').map((text) => `${claim} ${text}.`);
  return firstThatFits([
    ...sentences.flatMap((sentence) => gaps.map((gap) => `${sentence} ${gap}.`)),
    ...sentences,
    claim,
  ]);
}

function indicatorText({ indicator, measured }: MeasuredIndicator): string {
  return `${titleText(indicator)}: ${measuredText(indicator, measured)}`;
}

function notAssessedText(reason: NotAssessedReason, { plan, outcome }: Row): string {
  switch (reason) {
    case 'research':
      return 'Not assessed: on a research programme, which has its own code of practice.';
    case 'withdrawn':
      return 'Not assessed: had withdrawn by the checkpoint date.';
    case 'sabbatical-officer':
      return 'Not assessed: serving as a sabbatical officer.';
    case 'not-started':
      return 'Not assessed: had not started by the checkpoint date.';
    case 'completed':
      return 'Not assessed: had completed the course by the checkpoint date.';
    case 'interrupted':
      return 'Not assessed: studies are interrupted on the checkpoint date.';
    case 'no-placement-section':
      return 'Not assessed: on placement or study abroad, for which the plan has no section.';
    case 'no-transnational-section':
      return 'Not assessed: studies overseas, for which the plan has no section.';
    case 'grace': {
      const days = counted(outcome.studentMonitoredDays, 'monitored day');
      return `Not assessed yet: only ${days} in this window; at least ${plan.graceDays} are needed.`;
    }
    case 'authorised-absence':
      return 'Not assessed: absent with permission for most of this window.';
    case 'no-opportunity':
      return 'Not assessed: no module enrolment and nothing due in this window.';
  }
}
