// All files through the guard, their faults together, and every header matched with its table.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { collect, FaultList } from './fault-list.js';
import type { DiscoveredFile } from './discovery.js';
import { matchHeader } from './header.js';
import { bindMapping, type BoundMapping } from './mapped/bind.js';
import { canonicalReading } from './mapped/reading.js';
import { NOTHING_SET_ASIDE } from './mapped/survey.js';
import type { Progress } from './reader.js';
import { checkFile, type CheckTools } from './guard/check-file.js';
import { demandUnchanged } from './bytes/file-stamp.js';
import type { GuardReport } from './guard/guard.js';
import type { CheckedFile } from './guard/checked-file.js';
import type { GuardedFile } from './guarded-file.js';

export interface GuardTools extends Omit<CheckTools, 'onBytes'> {
  readonly progress: Progress;
}

export interface GuardedFiles {
  /** Without copies; in the order given. */
  readonly files: readonly GuardedFile[];
  readonly findings: readonly Fault[];
}

export async function guardFiles(discovered: readonly DiscoveredFile[], tools: GuardTools): Promise<GuardedFiles> {
  const faults = new FaultList();
  const files: GuardedFile[] = [];
  const findings: Fault[] = [];
  const all = discovered.reduce((sum, { listed }) => sum + Number(listed.size), 0);
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    tools.progress('checking files', done, all);
  };
  const refused: DiscoveredFile[] = [];
  for (const file of discovered) {
    const passed = await collect(faults, async () => {
      const checked = await checkFile(file, { ...tools, onBytes });
      const matched = matchColumns(file, ownHeader(checked));
      const copied = files.find((earlier) => isCopy(checked, earlier));
      if (copied !== undefined) {
        findings.push(fault('file-identical', { other: copied.file }, { file: file.file }));
        return true;
      }
      findings.push(...checked.findings, ...matched.findings);
      findings.push(...doubtsOf(file, checked.report));
      files.push({ ...checked, reading: matched.reading, survey: NOTHING_SET_ASIDE });
      return true;
    });
    if (passed === undefined) refused.push(file);
  }
  // A file that has changed since it was listed may look faulty because it is half-written: that is then the better answer.
  for (const { file, path, listed } of refused) await demandUnchanged(file, path, listed);
  faults.refuse();
  return { files, findings };
}

/** The same bytes, read alike: for the same source, and so that nothing is read from the name of the file. */
function isCopy(file: CheckedFile, earlier: GuardedFile): boolean {
  const isAlike = file.table === earlier.table && file.source === earlier.source && file.sha256 === earlier.sha256;
  return isAlike && ![...earlier.reading.cells.values()].some(({ from }) => from.kind === 'file-name');
}

/** Without the column that a private copy adds. */
function ownHeader({ report, recordAt }: CheckedFile): readonly string[] {
  return recordAt === null ? report.header : report.header.slice(0, recordAt);
}

function matchColumns({ table, file, mapping }: DiscoveredFile, header: readonly string[]): BoundMapping {
  if (mapping !== null) return bindMapping(mapping, file, header);
  const { positions, findings } = matchHeader(table, file, header);
  return { reading: canonicalReading(positions), findings };
}

/** A sheet of Excel has 1,048,576 rows; one of them is the header. What does not fit is lost when the sheet is saved. */
const EXCEL_RECORDS = 1_048_575;

/** What makes a sound file look as if more should be in it. */
function doubtsOf(file: DiscoveredFile, { records, endsOpen }: GuardReport): readonly Fault[] {
  if (records === 0) return [withoutRows(file)];
  const findings: Fault[] = [];
  if (endsOpen) findings.push(fault('last-record-open', { record: records }, { file: file.file, record: records }));
  if (records === EXCEL_RECORDS) findings.push(fault('rows-at-excel-limit', { records }, { file: file.file }));
  return findings;
}

/** In these tables it is no wonder that nobody has anything. */
function withoutRows({ table, file }: DiscoveredFile): Fault {
  const isOrdinary = table === 'circumstances' || table === 'contacts';
  return isOrdinary ? fault('table-still-empty', { table }, { file }) : fault('file-without-rows', {}, { file });
}
