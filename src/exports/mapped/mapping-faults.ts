// The exact search for cells that a mapping cannot read. Both readers name them with it, so that they say the same.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { at } from '../../engagement/columns.js';
import { shownCell } from '../cell.js';
import { FaultList } from '../fault-list.js';
import type { GuardedFile } from '../guarded-file.js';
import { eachFileRow } from '../records-of.js';
import type { CellSource, Step } from '../../mapping/mapping.js';
import { cellReader, ruleFinder } from './read-cell.js';
import type { Position } from './reading.js';
import { timeOf, type Survey } from './survey.js';
import { shownTime, timeFault, type CellFault } from './time-faults.js';

export async function mappingFaults(file: GuardedFile, { times }: Survey): Promise<readonly Fault[]> {
  const { reading } = file;
  const ruleOf = ruleFinder(reading, file.file);
  const checks = [...reading.cells].map(([column, source]): CellFault => {
    const time = timeOf(source.steps);
    const counts = times.get(column);
    const steps = stepsFault(file, column, source);
    if (time === null || counts === undefined) return steps;
    const read = cellReader({ ...source, steps: source.steps.filter((step) => step !== time) }, file.file);
    const name = headerName(file, source, column);
    const ofTime = timeFault(file.file, { column: name, canonical: column, time, counts, read });
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
    const cell = (after[failing - 1] ?? start)?.(row) ?? '';
    return stepFault(step, { record, cell, canonical }, { file: file.file, record, column });
  };
}

interface CellPlace {
  readonly file: string;
  readonly record: number;
  readonly column: string;
}

interface OfCell {
  readonly record: number;
  readonly cell: string;
  readonly canonical: string;
}

function stepFault(step: Step, { cell, ...rest }: OfCell, place: CellPlace): Fault {
  const args = { ...rest, cell: shownCell(cell) };
  switch (step.kind) {
    case 'pattern':
      return fault('pattern-not-found', { ...rest, cell: shownTime(cell) }, place);
    case 'values':
      return fault('value-not-mapped', { ...args, values: [...step.values.keys()] }, place);
    case 'minutes':
      return fault('duration-unreadable', { ...args, unit: step.unit }, place);
    case 'id':
    case 'if-blank':
    case 'time':
    case 'through':
      throw new Error(`${step.kind} cannot fail before times are read`);
  }
}
