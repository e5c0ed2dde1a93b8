// A cell of a workbook as text: numbers as they are, days and times as canonical ones.
import { tidyCell } from '../cell.js';

export type WorkbookCell = string | number | boolean | Date | null;

export function cellText(cell: WorkbookCell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return timeText(cell);
  return tidyCell(String(cell));
}

/** Where workbooks begin to count days: what is on it is a time of day and no day. */
const FIRST_DAYS: readonly string[] = ['1899-12-30', '1904-01-01'];

/**
 * A workbook's days have no zone; the library gives them as UTC. Times are inexact parts of a day, just below or above the
 * second that was meant.
 */
function timeText(date: Date): string {
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [text.slice(0, 10), text.slice(11, 19)];
  if (FIRST_DAYS.includes(day)) return time.endsWith(':00') ? time.slice(0, 5) : time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
