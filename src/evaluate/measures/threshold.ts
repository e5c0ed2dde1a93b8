// The minimum (for recency the maximum) that an indicator asks of a student at a checkpoint.
import { whole, type Fraction } from '../../engagement/fraction.js';
import type { Measured } from '../../engagement/outcome.js';
import { valueOn } from '../../plan/dated.js';
import type { AmountIndicator, Indicator } from '../../plan/plan.js';
import type { Situation } from '../situation.js';

export type Threshold = Pick<Measured, 'threshold' | 'plannedThreshold'>;

/** Null where a minimum for each teaching week meets a window without one. */
export function thresholdOf(indicator: Indicator, situation: Situation): Threshold | null {
  switch (indicator.measure) {
    case 'rate':
      return { threshold: valueOn<Fraction>(indicator.minimum, situation.on) };
    case 'recency':
      return { threshold: whole(valueOn(indicator.maximum, situation.on)) };
    case 'count':
    case 'minutes':
    case 'active_days':
    case 'active_weeks':
      return amountThreshold(indicator, situation);
  }
}

function amountThreshold(indicator: AmountIndicator, situation: Situation): Threshold | null {
  const { per, isProrated } = indicator;
  const { levelWindow, on } = situation;
  const times = per === 'teaching_week' ? levelWindow.teachingWeeks : 1;
  if (times === 0) return null;
  const planned = valueOn(indicator.minimum, on) * times;
  const minimum = isProrated ? prorated(planned, situation) : planned;
  return { threshold: whole(minimum), ...(minimum === planned ? {} : { plannedThreshold: planned }) };
}

/**
 * In proportion to the share of the window's monitored days that the section judges (9.4), authorised ones taken out:
 * rounded down, at least 1.
 */
function prorated(planned: number, { sectionMonitoredDays, sectionAuthorisedDays, levelWindow }: Situation): number {
  const days = sectionMonitoredDays - sectionAuthorisedDays;
  return Math.max(1, Math.floor((planned * days) / levelWindow.monitoredDays));
}
