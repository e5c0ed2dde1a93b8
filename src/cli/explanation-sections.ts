// What an explanation says of a window that falls to several sections of a plan (9.4): which of them judges, and why.
import { counted } from '../diagnostics/fault.js';
import type { Explanation } from '../reports/explanation.js';

/** `2026-10-07 to 2026-10-18, 12 days: students on placement (away), which judges …`. */
export function sectionLines({ judged_days: sections }: Explanation): readonly string[] {
  return (sections ?? []).map(({ periods, days, monitored_days: monitored, judges, ...section }) => {
    const when = periods.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ');
    const length = `${counted(days, 'day')}, ${monitored} monitored`;
    return `${when}: ${length}; ${whose(section)}${judges ? JUDGES : ', for 7.3 and the clock only'}`;
  });
}

const JUDGES = ', which judges these days: it has most of the window, or as many and the later (9.4)';

function whose({
  group,
  title,
  has_section: hasSection,
}: Pick<NonNullable<Explanation['judged_days']>[number], 'group' | 'title' | 'has_section'>): string {
  if (!hasSection) return 'away, without a section of the plan for it';
  return group === null ? 'the rule of the plan' : `the group ${title ?? group} (${group})`;
}
