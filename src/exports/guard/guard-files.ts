// All files through the guard, their faults together, and every header matched with its table.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { collect, FaultList } from '../fault-list.js';
import type { DiscoveredFile } from '../discovery.js';
import { matchHeader } from '../header.js';
import type { Progress } from '../reader.js';
import { checkFile, type CheckTools } from './check-file.js';
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
  const all = discovered.reduce((sum, { listedBytes }) => sum + listedBytes, 0);
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    tools.progress('checking files', done, all);
  };
  for (const file of discovered) {
    await collect(faults, async () => {
      const checked = await checkFile(file, { ...tools, onBytes });
      const matched = matchHeader(file.table, file.file, checked.report.header);
      const copied = files.find(({ table, sha256 }) => table === checked.table && sha256 === checked.sha256);
      if (copied !== undefined) {
        findings.push(fault('file-identical', { other: copied.file }, { file: file.file }));
        return;
      }
      findings.push(...matched.findings);
      if (checked.report.records === 0) findings.push(withoutRows(file));
      files.push({ ...checked, positions: matched.positions });
    });
  }
  faults.refuse();
  return { files, findings };
}

/** In these tables it is no wonder that nobody has anything. */
function withoutRows({ table, file }: DiscoveredFile): Fault {
  const isOrdinary = table === 'circumstances' || table === 'contacts';
  return isOrdinary ? fault('table-still-empty', { table }, { file }) : fault('file-without-rows', {}, { file });
}
