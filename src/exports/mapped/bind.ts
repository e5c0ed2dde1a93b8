// A mapping against the header of one of its files.
import { fault, type Fault } from '../../diagnostics/catalogue.js';
import { ColumnFinder } from '../column-finder.js';
import { FaultList } from '../fault-list.js';
import { REQUIRED_COLUMNS } from '../../engagement/tables.js';
import type {
  CellSource,
  ColumnNames,
  Condition,
  JoinedColumn,
  JoinedPart,
  Mapping,
  SetAsideRule,
  Subject,
} from '../../mapping/mapping.js';
import type { Position, Reading } from './reading.js';

export interface BoundMapping {
  readonly reading: Reading;
  readonly findings: readonly Fault[];
}

/** Refuses a file that lacks a column which the table requires, one that is not declared optional, or a rule's. */
export function bindMapping(mapping: Mapping, file: string, header: readonly string[]): BoundMapping {
  const faults = new FaultList();
  const absent: AbsentColumn[] = [];
  const find = new ColumnFinder(file, header, faults);
  const cells = new Map<string, CellSource<Position>>();
  const joined = new Map<string, JoinedColumn<Position>>();
  const tellMissing = (column: string, names: ColumnNames): void => {
    const isRequired = (REQUIRED_COLUMNS[mapping.table] as readonly string[]).includes(column);
    const named = { canonical: column, names };
    if (!isRequired && mapping.optional.has(column)) absent.push(named);
    else {
      const args = { mapping: mapping.name, ...named, isRequired, nearest: find.nearestTo(names) };
      faults.add(fault('mapped-column-missing', args, { file, record: 0, column: names[0] ?? column }));
    }
  };
  for (const [column, source] of mapping.columns) {
    const bound = boundSource(source, find);
    if ('missing' in bound) tellMissing(column, bound.missing);
    else cells.set(column, bound);
  }
  for (const [column, source] of mapping.joined) {
    const bound = boundJoined(source, find);
    if ('missing' in bound) tellMissing(column, bound.missing);
    else joined.set(column, bound);
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
  return { reading: { cells, joined, setAside }, findings: absentFindings(mapping.name, file, absent) };
}

/** A column of the table, and the names from which it would be read. */
interface AbsentColumn {
  readonly canonical: string;
  readonly names: ColumnNames;
}

function absentFindings(mapping: string, file: string, absent: readonly AbsentColumn[]): readonly Fault[] {
  if (absent.length === 0) return [];
  const args = {
    mapping,
    columns: absent.map(({ canonical }) => canonical),
    names: absent.flatMap(({ names }) => names),
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

function boundJoined(joined: JoinedColumn<ColumnNames>, find: ColumnFinder): JoinedColumn<Position> | Missing {
  const parts: JoinedPart<Position>[] = [];
  for (const part of joined.parts) {
    const bound = boundSubject(part, find);
    if ('missing' in bound) return bound;
    parts.push(bound);
  }
  return { ...joined, parts };
}

function boundSubject(subject: Subject<ColumnNames>, find: ColumnFinder): Subject<Position> | Missing {
  if (subject.kind === 'canonical') return subject;
  const column = find.positionOf(subject.column);
  return column === null ? { missing: subject.column } : { kind: 'column', column };
}

function boundCondition(condition: Condition<ColumnNames>, find: ColumnFinder): Condition<Position> | Missing {
  const subject = boundSubject(condition.subject, find);
  return 'missing' in subject ? subject : { ...condition, subject };
}
