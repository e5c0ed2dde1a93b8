// A mapping against the header of one of its files.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { ColumnFinder } from '../column-finder.js';
import { FaultList } from '../fault-list.js';
import { REQUIRED_COLUMNS } from '../../engagement/tables.js';
import type { CellSource, ColumnNames, Condition, Mapping, SetAsideRule } from '../../mapping/mapping.js';
import type { Position, Reading } from './reading.js';

export interface BoundMapping {
  readonly reading: Reading;
  readonly findings: readonly Fault[];
}

/** Refuses a file that lacks a column which the table requires, or a rule of what is no record. */
export function bindMapping(mapping: Mapping, file: string, header: readonly string[]): BoundMapping {
  const faults = new FaultList();
  const absent: AbsentColumn[] = [];
  const find = new ColumnFinder(file, header, faults);
  const cells = new Map<string, CellSource<Position>>();
  for (const [column, source] of mapping.columns) {
    const bound = boundSource(source, find);
    if ('missing' in bound) {
      const isRequired = (REQUIRED_COLUMNS[mapping.table] as readonly string[]).includes(column);
      const named = { canonical: column, names: bound.missing, nearest: find.nearestTo(bound.missing) };
      const place = { file, record: 0, column: bound.missing[0] ?? column };
      if (isRequired) faults.add(fault('mapped-column-missing', { mapping: mapping.name, ...named }, place));
      else absent.push(named);
    } else cells.set(column, bound);
  }
  const setAside = mapping.setAside.flatMap((rule): readonly SetAsideRule<Position>[] => {
    const condition = boundCondition(rule.condition, find);
    if (!('missing' in condition)) return [{ ...rule, condition }];
    if (rule.isOptional) return [];
    const args = { mapping: mapping.name, rule: rule.name, names: condition.missing };
    faults.add(fault('mapped-rule-column-missing', args, { file, record: 0, column: condition.missing[0] ?? '' }));
    return [];
  });
  faults.refuse();
  return { reading: { cells, setAside }, findings: absentFindings(mapping.name, file, absent) };
}

/** A column of the table, the names from which it would be read, and the one in the file that is most like them. */
interface AbsentColumn {
  readonly canonical: string;
  readonly names: ColumnNames;
  readonly nearest: string | null;
}

function absentFindings(mapping: string, file: string, absent: readonly AbsentColumn[]): readonly Fault[] {
  if (absent.length === 0) return [];
  const args = {
    mapping,
    columns: absent.map(({ canonical }) => canonical),
    names: absent.flatMap(({ names }) => names),
    nearest: absent.flatMap(({ nearest }) => nearest ?? []),
  };
  return [fault('mapped-columns-absent', args, { file, record: 0 }, absent.length)];
}

interface Missing {
  readonly missing: ColumnNames;
}

function boundSource({ from, steps }: CellSource<ColumnNames>, find: ColumnFinder): CellSource<Position> | Missing {
  if (from.kind !== 'columns') return { from, steps };
  const columns: Position[] = [];
  for (const names of from.columns) {
    const position = find.positionOf(names);
    if (position === null) return { missing: names };
    columns.push(position);
  }
  return { from: { ...from, columns }, steps };
}

function boundCondition(condition: Condition<ColumnNames>, find: ColumnFinder): Condition<Position> | Missing {
  const { subject } = condition;
  if (subject.kind === 'canonical') return { ...condition, subject };
  const column = find.positionOf(subject.column);
  return column === null ? { missing: subject.column } : { ...condition, subject: { kind: 'column', column } };
}
