// Every student of the plan with everything that was measured, whatever the outcome (5.1b).
import { formatRate, type Fraction } from '../engagement/fraction.js';
import type { Bound, IndicatorOutcome, Measured } from '../engagement/outcome.js';
import type { Indicator, Plan } from '../plan/plan.js';
import { column, type Column } from './column.js';
import { commonColumns } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import type { Row } from './row.js';

export function outcomes(plan: Plan, rows: readonly Row[]): Table {
  return tableOf('outcomes.csv', [...outcomeColumns, ...plan.indicators.flatMap(indicatorColumns)], rows);
}

const outcomeColumns: readonly Column<Row>[] = [
  ...commonColumns,
  column('process', ({ outcome }) => outcome.process),
  column('grounds', ({ outcome }) => outcome.grounds.join(';')),
  column('grounds_withheld', ({ outcome }) => outcome.groundsWithheld.join(';')),
  column('not_assessed_reason', ({ outcome }) => outcome.notAssessedReason ?? ''),
];

function indicatorColumns(indicator: Indicator): readonly Column<Row>[] {
  const measuredCell = (bound: (measured: Measured) => Bound) => {
    return (row: Row): string => {
      const measured = outcomeOf(indicator, row)?.measured;
      return measured === undefined ? '' : boundCell(indicator, bound(measured));
    };
  };
  return [
    column(
      `${indicator.id}_measure`,
      measuredCell(({ worst }) => worst),
    ),
    column(
      `${indicator.id}_best_case`,
      measuredCell(({ best }) => best),
    ),
    column(
      `${indicator.id}_minimum`,
      measuredCell(({ threshold }) => threshold),
    ),
    column(`${indicator.id}_result`, (row) => outcomeOf(indicator, row)?.result ?? ''),
  ];
}

function outcomeOf({ id }: Indicator, { outcome }: Row): IndicatorOutcome | undefined {
  return outcome.indicators.find(({ indicatorId }) => indicatorId === id);
}

function boundCell({ measure }: Indicator, bound: Bound): string {
  if (bound === 'unbounded') return 'unlimited';
  return measure === 'rate' ? formatRate(bound) : wholeCell(bound);
}

function wholeCell({ numerator }: Fraction): string {
  return numerator.toString();
}
