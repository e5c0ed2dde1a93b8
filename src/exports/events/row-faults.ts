// The exact search for faulty cells. Both readers name faults with it, so that they say the same.
import type { Fault } from '../../diagnostics/catalogue.js';
import type { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { eachRecord } from '../records-of.js';
import type { EventTable } from '../tables.js';
import { parseSubmissionRow, parseVleRow } from './event-row.js';

export async function addRowFaults(table: EventTable, file: GuardedFile, faults: FaultList): Promise<void> {
  const add = (found: readonly Fault[]): void => {
    found.forEach((one) => {
      faults.add(one);
    });
  };
  if (table === 'vle') {
    await eachRecord('vle', file, (cells, record) => {
      const parsed = parseVleRow(cells, { file: file.file, record });
      if ('faults' in parsed) add(parsed.faults);
    });
    return;
  }
  await eachRecord('submissions', file, (cells, record) => {
    const parsed = parseSubmissionRow(cells, { file: file.file, record });
    if ('faults' in parsed) add(parsed.faults);
  });
}
