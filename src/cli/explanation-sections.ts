// What an explanation says of a window that falls to several sections of a plan (9.4): which of them judges, and by which days.
import { counted } from '../diagnostics/fault.js';
import type { Explanation } from '../reports/explanation.js';

type ExplainedSection = NonNullable<Explanation['judged_days']>[number];

/** `2026-10-07 to 2026-10-18, 12 days, 12 monitored: the group students on placement (away); judged on these days`. */
export function sectionLines({ judged_days: sections }: Explanation): readonly string[] {
  if (sections === null) return [];
  const isJudged = sections.some(({ judges }) => judges);
  const isShared = sections.filter(({ has_section: hasSection }) => hasSection).length > 1;
  return [
    ...(isJudged && isShared ? [SHARED] : []),
    ...sections.map((section) => `${daysText(section)}: ${whose(section)}${isJudged ? whatFor(section) : ''}`),
  ];
}

const SHARED =
  'several sections of the plan share these days: the one with most of them judges the student, of equals the later; one of vacation alone gives way (9.4)';

function daysText({ periods, days, monitored_days: monitored }: ExplainedSection): string {
  const when = periods.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(' and ');
  return `${when}, ${counted(days, 'day')}, ${monitored} monitored`;
}

function whose({ group, title, has_section: hasSection }: ExplainedSection): string {
  if (!hasSection) return 'on placement or abroad, for which the plan has no section';
  return group === null ? 'the rule of the plan' : `the group ${title ?? group} (${group})`;
}

function whatFor({ judges }: ExplainedSection): string {
  return judges ? '; judged on these days' : '; not judged, but evidence counts for 7.3 and the clock';
}
