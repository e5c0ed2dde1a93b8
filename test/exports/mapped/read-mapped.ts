// Mapped exports of a test, read by both readers.
import { expect } from 'vitest';
import { formatDay } from '../../../src/calendar/day.js';
import type { EventRecord } from '../../../src/engagement/ledger.js';
import { everything, line, READERS, reading, STUDENTS, withFolder, type Files } from '../workspace.js';
import { sourcesOf } from './sources.js';

/** What is known of the first student, with what became of the rows of each file; both readers say the same. */
export async function readMapped(yaml: string, files: Files) {
  const sources = sourcesOf(yaml);
  return withFolder({ 'students.csv': STUDENTS, ...files }, async (folder) => {
    const found = [];
    for (const reader of READERS) {
      found.push(
        await reading(
          folder,
          reader,
          async (exports) => ({
            all: await everything(exports),
            records: (await exports.trace('0001')).map(recordText),
            rows: exports.files
              .filter(({ table }) => table !== 'students')
              .map(({ file, rows }) => ({ file, ...rows })),
            findings: exports.findings.map(line),
          }),
          sources,
        ),
      );
    }
    const [duckdb, csvParse] = found;
    expect(csvParse).toEqual(duckdb);
    if (duckdb === undefined) throw new Error('no reader read it');
    return duckdb;
  });
}

function recordText({ file, record, at, type, module, minutes, acts, standing, eventId }: EventRecord): string {
  const minute = at.minute === null ? '' : ` ${Math.floor(at.minute / 60)}:${String(at.minute % 60).padStart(2, '0')}`;
  const rest = [type, module, minutes, `×${acts}`, standing, eventId].filter((it) => it !== '' && it !== null);
  return `${file} ${record}: ${formatDay(at.day)}${minute} ${rest.join(' ')}`;
}
