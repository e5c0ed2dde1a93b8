// Whatever a plan measures, and where it stands: its indicators, then its module alerts (6.3).
import type { IndicatorPath } from './resolve-threshold.js';
import type { WrittenIndicator } from './schema-indicator.js';
import type { WrittenPlan } from './schema.js';

export interface WrittenMeasured {
  readonly path: IndicatorPath;
  readonly written: Pick<WrittenIndicator, 'feed' | 'only' | 'except'>;
}

export function measuredIn({
  indicators,
  module_alerts: alerts,
}: Pick<WrittenPlan, 'indicators' | 'module_alerts'>): readonly WrittenMeasured[] {
  return [
    ...Object.entries(indicators).map(([id, written]) => ({ path: ['indicators', id] as const, written })),
    ...(alerts === undefined ? [] : [{ path: ['module_alerts'] as const, written: alerts }]),
  ];
}
