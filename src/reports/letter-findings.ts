// What stands in the way of the letters that the lists are for.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { ReportInput } from './input.js';
import { isWrittenTo } from './letter-list.js';
import { rowsOf } from './row.js';

export function letterFindings(input: Pick<ReportInput, 'plan' | 'assessed'>): readonly Fault[] {
  const unreachable = rowsOf(input)
    .filter((row) => isWrittenTo(row) && row.student.email === '')
    .map(({ student }) => student);
  const [first] = unreachable;
  if (first === undefined) return [];
  const ids = unreachable.map(({ studentId }) => studentId);
  return [fault('letters-without-address', { ids }, { ...first.source, column: 'email' }, ids.length)];
}
