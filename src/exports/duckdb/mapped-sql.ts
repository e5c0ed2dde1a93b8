// What a mapping makes of a row, in SQL: the same as mapped/read-cell.ts, and the tests hold both together.
import { at } from '../../engagement/columns.js';
import { absentCell } from '../../engagement/tables.js';
import type { CellSource, Condition, DurationUnit, JoinedColumn, Step } from '../../mapping/mapping.js';
import { Pattern } from '../../mapping/pattern.js';
import { DURATION_PATTERNS, ID_MARK, LONGEST_ID } from '../mapped/read-cell.js';
import { isTimeColumn } from '../mapped/join-read.js';
import { throughOf, type Position } from '../mapped/reading.js';
import { timeOf } from '../mapped/survey.js';
import type { GuardedFile } from '../guarded-file.js';
import { LONDON_TEXT_STAGES, tidyCellSql } from './cell-sql.js';
import { quote } from './database.js';
import { timeStagesSql } from './time-sql.js';

/** An expression of the one before it. */
export type StageSql = (before: string) => string;

/** Selects on top of selects: what a stage needs twice is worked out once. */
class Layers {
  readonly #layers: string[][] = [];

  /** Adds stages one on top of the other, from a depth on; returns the name of the last, and where it can be used. */
  add(name: string, depth: number, first: string, stages: readonly StageSql[]): { name: string; depth: number } {
    let before = first;
    stages.forEach((stage, index) => {
      const column = `${name}_${index}`;
      (this.#layers[depth + index] ??= []).push(`${stage(before)} AS ${column}`);
      before = column;
    });
    return { name: before, depth: depth + stages.length };
  }

  /** Where everything that was added so far can be used. */
  get depth(): number {
    return this.#layers.length;
  }

  over(relation: string): string {
    return this.#layers.reduce((inner, columns) => `SELECT *, ${columns.join(', ')} FROM (${inner})`, relation);
  }
}

export interface MappedColumn {
  readonly column: string;
  /** The SQL column with what the steps make of the cell, times and look-ups apart; null where one cannot read it. */
  readonly text: string;
  /** For each format of a time the SQL column with the canonical time; null where the format cannot read it. */
  readonly times: readonly string[];
  /** The SQL column with the student's id; null where nobody is known by this one. */
  readonly student: string | null;
}

export interface MappedRelation {
  readonly sql: string;
  readonly columns: readonly MappedColumn[];
  /** By column that is joined of others its SQL column; it counts once times have one format. */
  readonly joined: ReadonlyMap<string, string>;
  /** The SQL column with the index of the first rule that sets the row aside; -1: none does. */
  readonly rule: string;
}

/** Over a relation with the cells of a file as `c0`, `c1` …, null where they are blank. */
export function mappedRelation(relation: string, file: GuardedFile): MappedRelation {
  const { reading } = file;
  const layers = new Layers();
  const columns = [...reading.cells].map(([column, source], index) => {
    const name = `m${index}`;
    const steps = source.steps.filter(({ kind }) => kind !== 'time' && kind !== 'through').map(stageSql);
    const text = layers.add(name, 0, '', [() => originSql(source, file), ...steps]);
    const formats = timeOf(source.steps)?.formats ?? [];
    const times = formats.map((format, place) =>
      layers.add(`${name}_t${place}`, text.depth, text.name, timeStagesSql(format)),
    );
    const through = throughOf(source.steps);
    const student =
      through === null
        ? null
        : layers.add(`${name}_s`, text.depth, text.name, [(identity) => studentSql(identity, through.system)]).name;
    return { column, text: text.name, times: times.map((time) => time.name), student };
  });
  const joined = addJoined(layers, columns, file);
  const textOf = (canonical: string): string => columns.find(({ column }) => column === canonical)?.text ?? "''";
  const rule = `CASE ${reading.setAside
    .map(({ condition }, index) => `WHEN ${conditionSql(condition, file, textOf)} THEN ${index}`)
    .join(' ')} ELSE -1 END`;
  const sql = `SELECT *, ${reading.setAside.length === 0 ? '-1' : rule} AS rule FROM (${layers.over(relation)})`;
  return { sql, columns, joined, rule: 'rule' };
}

function addJoined(layers: Layers, columns: readonly MappedColumn[], file: GuardedFile): ReadonlyMap<string, string> {
  const { table, reading } = file;
  const { depth } = layers;
  const partOf = (part: JoinedColumn<Position>['parts'][number], name: string): string => {
    if (part.kind === 'column') return cellSql(part.column, file);
    const column = columns.find((it) => it.column === part.canonical);
    if (column === undefined) return quote(absentCell(table, part.canonical));
    const read = settledSql(column);
    return isTimeColumn(table, part.canonical) ? layers.add(name, depth, read, LONDON_TEXT_STAGES).name : read;
  };
  const all = [...reading.joined].map(([column, joined], index) => {
    const parts = joined.parts.map((part, place) => partOf(part, `j${index}_${place}`));
    return { column, name: `j${index}`, joined, parts };
  });
  const top = layers.depth;
  return new Map(
    all.map(({ column, name, joined: { between, isId }, parts }) => {
      const stages: StageSql[] = [() => joinedSql(parts, between), ...(isId ? [idOfSql] : [])];
      return [column, layers.add(name, top, '', stages).name];
    }),
  );
}

function joinedSql(parts: readonly string[], between: string): string {
  return `concat_ws(${quote(between)}, ${parts.map((part) => `nullif(${part}, '')`).join(', ')})`;
}

/** A cell as it counts. Blank cells come as null, and null is nothing else: no text is set apart to stand for it. */
function cellSql(position: Position, { report }: GuardedFile): string {
  const cell = `coalesce(c${position}, '')`;
  return report.isTidy ? cell : tidyCellSql(cell);
}

/** What a column begins with. */
export function originSql({ from }: CellSource<Position>, file: GuardedFile): string {
  switch (from.kind) {
    case 'constant':
      return quote(from.text);
    case 'file-name':
      return quote(file.file);
    case 'columns': {
      const cells = from.columns.map((position) => cellSql(position, file));
      const [first = "''"] = cells;
      if (cells.length === 1) return first;
      return from.keepsBlanks
        ? `concat_ws(${quote(from.between)}, ${cells.join(', ')})`
        : joinedSql(cells, from.between);
    }
  }
}

function stageSql(step: Step): StageSql {
  const unlessBlank = (made: StageSql): StageSql => {
    // What an earlier step could not read stays null, whatever this one would make of it.
    return (text) => `CASE WHEN ${text} = '' THEN '' WHEN ${text} IS NOT NULL THEN ${made(text)} END`;
  };
  switch (step.kind) {
    case 'pattern': {
      const found = (text: string): string[] =>
        step.patterns.map((pattern) => `nullif(${partInSql(text, pattern)}, '')`);
      const isFound = (text: string): string =>
        step.patterns.map((pattern) => `regexp_matches(${text}, ${quote(pattern)})`).join(' OR ');
      const absent = (text: string): string => (step.isDemanded ? `CASE WHEN ${isFound(text)} THEN '' END` : "''");
      return unlessBlank((text) => `coalesce(${[...found(text), absent(text)].join(', ')})`);
    }
    case 'values': {
      const cases = [...step.values].map(([from, to]) => `WHEN ${quote(from)} THEN ${quote(to)}`).join(' ');
      const otherwise = step.otherwise === null ? 'NULL' : quote(step.otherwise);
      return unlessBlank((text) => `CASE ${plainCaseSql(text)} ${cases} ELSE ${otherwise} END`);
    }
    case 'if-blank':
      return (text) => `CASE WHEN ${text} = '' THEN ${quote(step.text)} ELSE ${text} END`;
    case 'minutes':
      return unlessBlank((text) => minutesOfSql(text, step.unit));
    case 'id':
      return unlessBlank(idOfSql);
    case 'time':
    case 'through':
      throw new Error(`${step.kind} has a stage of its own`);
  }
}

/** As `Pattern.partIn`. */
function partInSql(text: string, pattern: string): string {
  const groups = new Pattern(pattern).taken.map((group) => `regexp_extract(${text}, ${quote(pattern)}, ${group})`);
  return groups.join(' || ');
}

/** As `plainCase`. */
function plainCaseSql(text: string): string {
  return `translate(${text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`;
}

function minutesOfSql(text: string, unit: DurationUnit): string {
  const pattern = quote(DURATION_PATTERNS[unit]);
  const part = (group: number): string =>
    `coalesce(TRY_CAST(regexp_extract(${text}, ${pattern}, ${group}) AS INTEGER), 0)`;
  return `CASE WHEN regexp_matches(${text}, ${pattern})
    THEN CAST(${part(1)} * 60 + ${part(2)} + ${part(3)} // 60 AS VARCHAR) END`;
}

function idOfSql(text: string): string {
  const id = `regexp_replace(regexp_replace(${text}, '[^A-Za-z0-9]+', '-', 'g'), '^-|-$', '', 'g')`;
  const shortened = `left(${id}, ${LONGEST_ID - ID_MARK - 1}) || '-' || left(sha256(${id}), ${ID_MARK})`;
  return `CASE WHEN length(${id}) <= ${LONGEST_ID} THEN ${id} ELSE ${shortened} END`;
}

/** The table that holds the identities of a system. */
export function identitiesTable(system: string): string {
  return `identities_${system}`;
}

function studentSql(identity: string, system: string): string {
  const known = `(SELECT student_id FROM ${identitiesTable(system)} WHERE identity = ${plainCaseSql(identity)})`;
  return `CASE WHEN ${identity} = '' THEN '' ELSE ${known} END`;
}

function conditionSql(
  condition: Condition<Position>,
  file: GuardedFile,
  textOf: (canonical: string) => string,
): string {
  const { subject } = condition;
  const text = subject.kind === 'column' ? cellSql(subject.column, file) : textOf(subject.canonical);
  switch (condition.kind) {
    case 'is': {
      const words = condition.words.map((word) => plainCaseSql(quote(word)));
      return `${plainCaseSql(text)} IN (${words.join(', ')})`;
    }
    case 'matches':
      return `regexp_matches(${text}, ${quote(condition.pattern)})`;
    case 'lacks':
      return `NOT regexp_matches(${text}, ${quote(condition.pattern)})`;
  }
}

/** What counts of a mapped column once its file is settled: one format, and rows of nobody known left out. */
export function settledSql({ text, times, student }: MappedColumn): string {
  return student ?? (times.length === 0 ? text : at(times, 0));
}
