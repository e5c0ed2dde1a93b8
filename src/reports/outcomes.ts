// Every student of the plan with everything that was measured, whatever the outcome (5.1b).
import { formatRate, type Fraction } from '../engagement/fraction.js';
import type { Bound, IndicatorOutcome, Measured } from '../engagement/outcome.js';
import type { Indicator, Plan } from '../plan/plan.js';
import { column, type Column } from './column.js';
import { commonColumns } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import type { Row } from './row.js';

/** @clause 5.1b */
export function outcomes({ indicators }: Plan, rows: readonly Row[]): Table {
  const columns = [
    ...outcomeColumns,
    ...indicators.flatMap(indicatorColumns),
    group,
    ...indicators.flatMap(moduleColumn),
  ];
  return tableOf('outcomes.csv', columns, rows);
}

const outcomeColumns: readonly Column<Row>[] = [
  ...commonColumns,
  column('process', ({ outcome }) => outcome.process),
  column('grounds', ({ outcome }) => outcome.grounds.join(';')),
  column('grounds_withheld', ({ outcome }) => outcome.groundsWithheld.join(';')),
  column('not_assessed_reason', ({ outcome }) => outcome.notAssessedReason ?? ''),
];

/** Whose rule decided (6.2c); blank: the plan's own. */
const group = column('group', ({ outcome }: Row) => outcome.groupId ?? '');

/** Of an indicator asked of each module: the one whose figures stand in its columns. */
function moduleColumn(indicator: Indicator): readonly Column<Row>[] {
  if (indicator.scope === 'programme') return [];
  return [column(`${indicator.id}_module`, (row) => outcomeOf(indicator, row)?.measured?.module ?? '')];
}

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

/** Absent where the indicator is not in the student's rule. */
function outcomeOf({ id }: Indicator, { outcome }: Row): IndicatorOutcome | undefined {
  return outcome.indicators.find(({ indicatorId }) => indicatorId === id);
}

/** `0.5714` for a rate, else a whole number. */
export function boundCell({ measure }: Indicator, bound: Bound): string {
  if (bound === 'unbounded') return 'unlimited';
  return measure === 'rate' ? formatRate(bound) : wholeCell(bound);
}

function wholeCell({ numerator }: Fraction): string {
  return numerator.toString();
}
