// The months of 9.1, a row for each student and month, with everything that they were decided on.
import { formatRate, type Fraction } from '../engagement/fraction.js';
import type { ShareBounds } from '../engagement/outcome.js';
import {
  isDecidedByAuthorised,
  type Below,
  type MonthAttendance,
  type SponsorMonth,
} from '../engagement/sponsorship.js';
import { column, yesOrNo, type Column } from './column.js';
import { countCell } from './common-columns.js';
import { tableOf, type Table } from './csv.js';
import { monthCell, monthText } from './month-text.js';
import type { Row } from './row.js';

interface MonthRow extends Row {
  readonly month: SponsorMonth;
}

/** A cell of what was expected in the month; blank where nothing was. */
function attendanceColumn(name: string, cell: (attendance: MonthAttendance) => string): Column<MonthRow> {
  return column(name, ({ month: { attendance } }) => (attendance === null ? '' : cell(attendance)));
}

function countColumns(unit: 'minutes' | 'sessions'): readonly Column<MonthRow>[] {
  const count = (bound: 'worst' | 'best', part: keyof Fraction) => {
    // Where nobody knows what was expected, there is nothing to count.
    return ({ [unit]: share }: MonthAttendance) => countCell(share.isOpenEnded ? undefined : share[bound][part]);
  };
  return [
    attendanceColumn(`attended_${unit}`, count('worst', 'numerator')),
    attendanceColumn(`expected_${unit}`, count('worst', 'denominator')),
    attendanceColumn(`attended_${unit}_best_case`, count('best', 'numerator')),
    attendanceColumn(`expected_${unit}_best_case`, count('best', 'denominator')),
  ];
}

const columns: readonly Column<MonthRow>[] = [
  column('student_id', ({ student }) => student.studentId),
  column('first_name', ({ student }) => student.firstName),
  column('last_name', ({ student }) => student.lastName),
  column('programme_code', ({ student }) => student.programmeCode),
  column('month', ({ month }) => monthCell(month)),
  column('month_text', ({ month }) => monthText(month)),
  column('provisional', ({ month }) => yesOrNo(!month.isComplete)),
  column('since_last_checkpoint', ({ month }) => yesOrNo(month.isNew)),
  column('in_part', ({ month }) => yesOrNo(month.isInPart)),
  column('teaching_weeks', ({ month }) => countCell(month.teachingWeeks)),
  attendanceColumn('attendance', ({ minutes }) => formatRate(minutes.worst)),
  attendanceColumn('attendance_best_case', ({ minutes }) => formatRate(minutes.best)),
  attendanceColumn('below_85', ({ belowProcess }) => BELOW[belowProcess]),
  attendanceColumn('below_70', ({ belowGround }) => BELOW[belowGround]),
  ...countColumns('minutes'),
  ...countColumns('sessions'),
  // With authorised absence counted where the plan leaves it out, and the other way round.
  column('otherwise', ({ month: { otherwise } }) => rateCell(otherwise, 'worst')),
  column('otherwise_best_case', ({ month: { otherwise } }) => rateCell(otherwise, 'best')),
  column('decided_by_authorised', ({ month }) => yesOrNo(isDecidedByAuthorised(month))),
];

const BELOW: Readonly<Record<Below, string>> = { below: 'yes', 'not-below': 'no', open: 'unknown' };

function rateCell(attendance: MonthAttendance | null, bound: keyof Pick<ShareBounds, 'worst' | 'best'>): string {
  return attendance === null ? '' : formatRate(attendance.minutes[bound]);
}

export function sponsoredMonths(rows: readonly Row[]): Table {
  const months = rows.flatMap((row) => (row.outcome.sponsorship?.months ?? []).map((month) => ({ ...row, month })));
  return tableOf('sponsored-months.csv', columns, months);
}
