// Why a student was classified as they were: one or two plain sentences, never a number of merit (5.1b, 10.1).
import { counted } from '../diagnostics/fault.js';
import type { Missed } from '../engagement/outcome.js';
import { periodText } from './day-text.js';
import { firstThatFits } from './fitted.js';
import { judgedDaysText } from './judged-days-text.js';
import { listOf, lists, mostOf, type Listing } from './listed.js';
import {
  achievements,
  expectation,
  missedOf,
  openIndicators,
  unmetIndicators,
  type MeasuredIndicator,
} from './measured-indicators.js';
import { missedListings } from './missed-text.js';
import { gapListings, gapsOf } from './missing-text.js';
import { notAssessedText } from './not-assessed-text.js';
import type { Row } from './row.js';

/** @clause 5.1a, 10.1 */
export function reasonText(row: Row): string {
  switch (row.outcome.classification) {
    case 'engaged':
      return 'The minimum is met.';
    case 'low-engagement':
      return firstThatFits(lowReasons(row));
    case 'non-engagement':
      return firstThatFits(nonReasons(row));
    case 'withheld':
      return row.outcome.isUnsettled ? unsettledText(row) : firstThatFits(withheldReasons(row));
    case 'not-assessed':
      return row.outcome.notAssessedReason === null ? '' : notAssessedText(row.outcome.notAssessedReason, row);
  }
}

/** 6.2f. */
function unsettledText({ student: { school, joint } }: Row): string {
  return `Not decided: the records of ${school} and ${joint?.otherSchool ?? ''} do not agree on which school decides.`;
}

/** As many of the things missed as fit, equally many of each kind; then fewer indicators. */
function* lowReasons(row: Row): Generator<string> {
  const unmet = unmetIndicators(row);
  const claim = `Below the minimum${judgedDaysText(row.outcome, ', judged on ', '')}.`;
  const missed = unmet.map((it) => missedListings(missedOf(it)));
  for (let named = mostOf(missed.flat()); named > 0; named -= 1) {
    const texts = unmet.map((it, index) => `${indicatorText(it)}.${missedText(missed[index] ?? [], named)}`);
    yield `${claim} ${texts.join(' ')}`;
  }
  for (const text of sentences(unmet)) yield `${claim} ${text}`;
  yield claim;
}

function missedText(missed: readonly Listing[], named: number): string {
  return missed.length === 0 ? '' : ` ${listOf(missed, named, '. ')}.`;
}

function* nonReasons(row: Row): Generator<string> {
  const { studentWindow, window } = row.outcome;
  const claim = `No engagement of any kind is recorded ${periodText(studentWindow ?? window)}.`;
  const missed = unmetIndicators(row).flatMap(missedOf);
  for (const list of lists(missedListings(distinct(missed)), '. ')) yield `${claim} ${list}.`;
  yield claim;
}

/** Two indicators may ask for the same event. */
function distinct(missed: readonly Missed[]): readonly Missed[] {
  return [...new Map(missed.map((it) => [JSON.stringify([it.kind, it.name, it.module, it.on]), it])).values()];
}

function* withheldReasons(row: Row): Generator<string> {
  const claim = 'Not decided, because records are missing.';
  const missing = gapListings(gapsOf(row.outcome.missing));
  const texts = [...sentences(openIndicators(row))].map((text) => `${claim} ${text}`);
  for (const text of texts) for (const gaps of lists(missing, '; ')) yield `${text} ${sentenceCase(gaps)}.`;
  yield* texts;
  for (const gaps of lists(missing, '; ')) yield `${claim} ${sentenceCase(gaps)}.`;
  yield claim;
}

function sentenceCase(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** One of each indicator; then with one module each where many are named, and then of ever fewer indicators. */
function* sentences(indicators: readonly MeasuredIndicator[]): Generator<string> {
  for (const textOf of [indicatorText, shortIndicatorText]) {
    for (let named = indicators.length; named > 0; named -= 1) {
      const more = indicators.length - named;
      const others = more === 0 ? '' : ` And ${counted(more, 'more indicator')}.`;
      yield `${indicators.slice(0, named).map(textOf).join('. ')}.${others}`;
    }
  }
}

function indicatorText(it: MeasuredIndicator): string {
  return textsOf(it)[0] ?? '';
}

/** With one module named, where the indicator is asked of each. */
function shortIndicatorText(it: MeasuredIndicator): string {
  return textsOf(it).at(-1) ?? '';
}

function textsOf(it: MeasuredIndicator): readonly string[] {
  return [...achievements(it)].map((achieved) => `${achieved}; ${expectation(it)}`);
}
