// The exact search for cells that a mapping cannot read. Both readers name them with it, so that they say the same.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import { shownCell } from '../cell.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guard/guarded-file.js';
import { eachFileRow } from '../records-of.js';
import type { CellSource, Step } from './mapping.js';
import { cellReader, ruleFinder, type FileRow } from './read-cell.js';
import type { Position } from './reading.js';
import { fittingFormats, timeOf, type FormatCounts, type Survey, type TimeStep } from './survey.js';
import { timeReader } from './time-format.js';

/** What is told of one cell of a row; null: nothing. */
type CellFault = (row: FileRow, record: number) => Fault | null;

export async function mappingFaults(file: GuardedFile, { times }: Survey): Promise<readonly Fault[]> {
  const { reading } = file;
  const ruleOf = ruleFinder(reading, file.file);
  const checks = [...reading.cells].map(([column, source]): CellFault => {
    const time = timeOf(source.steps);
    const counts = times.get(column);
    const steps = stepsFault(file, column, source);
    if (time === null || counts === undefined) return steps;
    const ofTime = timeFault(file, column, source, time, counts);
    return (row, record) => steps(row, record) ?? ofTime(row, record);
  });
  const faults = new FaultList();
  await eachFileRow(file, (row, record) => {
    if (ruleOf(row) >= 0) return;
    for (const check of checks) {
      const found = check(row, record);
      if (found !== null) faults.add(found);
    }
  });
  return faults.faults();
}

/** The header's name of the column that a canonical one is read from. */
function headerName({ report }: GuardedFile, { from }: CellSource<Position>, canonical: string): string {
  const [position] = from.kind === 'columns' ? from.columns : [];
  return position === undefined ? canonical : at(report.header, position);
}

/** Of the steps before a time. */
function stepsFault(file: GuardedFile, canonical: string, source: CellSource<Position>): CellFault {
  const steps = source.steps.filter(({ kind }) => kind !== 'time');
  const column = headerName(file, source, canonical);
  // What there is after none of the steps, after the first …
  const [start, ...after] = [-1, ...steps.keys()].map((last) =>
    cellReader({ ...source, steps: steps.slice(0, last + 1) }, file.file),
  );
  return (row, record) => {
    const failing = after.findIndex((read) => read(row) === null);
    const step = steps[failing];
    if (step === undefined) return null;
    const cell = shownCell((after[failing - 1] ?? start)?.(row) ?? '');
    return stepFault(step, { record, cell, canonical }, { file: file.file, record, column });
  };
}

interface CellPlace {
  readonly file: string;
  readonly record: number;
  readonly column: string;
}

function stepFault(step: Step, args: { record: number; cell: string; canonical: string }, place: CellPlace): Fault {
  switch (step.kind) {
    case 'values':
      return fault('value-not-mapped', { ...args, values: [...step.values.keys()] }, place);
    case 'minutes':
      return fault('duration-unreadable', { ...args, unit: step.unit }, place);
    case 'id':
    case 'if-blank':
    case 'pattern':
    case 'time':
    case 'through':
      throw new Error(`${step.kind} cannot fail before times are read`);
  }
}

/** A time has figures; what has none, or an address, may be anybody's name. */
function shownTime(cell: string): string {
  return /\d/.test(cell) && !cell.includes('@') ? shownCell(cell) : 'a text without figures';
}

/** Where no format reads every cell: the cells that the best of them cannot; where several do: the first that they read otherwise. */
function timeFault(
  file: GuardedFile,
  canonical: string,
  source: CellSource<Position>,
  time: TimeStep,
  counts: FormatCounts,
): CellFault {
  const read = cellReader({ ...source, steps: source.steps.filter((step) => step !== time) }, file.file);
  const fitting = fittingFormats(counts);
  const column = headerName(file, source, canonical);
  if (fitting.length === 0) {
    const best = at(time.formats, counts.read.indexOf(Math.max(...counts.read)));
    const readTime = timeReader(best);
    const names = time.formats.map(({ written }) => written);
    return (row, record) => {
      const cell = read(row);
      if (cell === null || cell === '' || readTime(cell) !== null) return null;
      const args = { record, cell: shownTime(cell), format: best.written, names, canonical };
      return fault('time-not-in-format', args, { file: file.file, record, column });
    };
  }
  let isTold = fitting.length === 1;
  const [one, other] = fitting.map((format) => at(time.formats, format));
  return (row, record) => {
    if (isTold || one === undefined || other === undefined) return null;
    const cell = read(row) ?? '';
    const [first, second] = [timeReader(one)(cell), timeReader(other)(cell)];
    if (first === null || second === null || first === second) return null;
    isTold = true;
    const args = {
      record,
      cell: shownTime(cell),
      canonical,
      format: one.written,
      time: first,
      otherFormat: other.written,
      otherTime: second,
    };
    return fault('time-format-ambiguous', args, { file: file.file, record, column });
  };
}
