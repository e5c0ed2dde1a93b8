// What a mapping makes of a cell, in TypeScript; mapped-sql.ts does the same in SQL, and the tests hold both together.
import { createHash } from 'node:crypto';
import { tidyCell } from '../cell.js';
import type { CellSource, Condition, DurationUnit, SetAsideRule, Step, Subject } from '../../mapping/mapping.js';
import { Pattern } from '../../mapping/pattern.js';
import { plainCase } from '../../mapping/plain-name.js';
import type { Position, Reading } from './reading.js';
import { timeReader } from '../../mapping/time-format.js';

/** A row of the file: its cells as they are. */
export type FileRow = readonly string[];

/** Null: a step could not read what it was given. */
export type CellText = string | null;

export type ReadCell = (row: FileRow) => CellText;

/** Steps up to, but without, the look-up of ids. */
export function cellReader({ from, steps }: CellSource<Position>, file: string): ReadCell {
  const start = originReader(from, file);
  const made = steps.filter(({ kind }) => kind !== 'through').map(stepOf);
  return (row) => made.reduce<CellText>((text, step) => (text === null ? null : step(text)), start(row));
}

function originReader(from: CellSource<Position>['from'], file: string): (row: FileRow) => string {
  switch (from.kind) {
    case 'constant':
      return () => from.text;
    case 'file-name':
      return () => file;
    case 'columns': {
      const { columns, between, keepsBlanks } = from;
      return (row) =>
        columns
          .map((position) => tidyCell(row[position] ?? ''))
          .filter((cell) => keepsBlanks || cell !== '')
          .join(between);
    }
  }
}

function stepOf(step: Step): (text: string) => CellText {
  if (step.kind === 'if-blank') return (text) => (text === '' ? step.text : text);
  const read = filledStepOf(step);
  return (text) => (text === '' ? '' : read(text));
}

/** Of a text that is not blank. */
function filledStepOf(step: Exclude<Step, { kind: 'if-blank' }>): (text: string) => CellText {
  switch (step.kind) {
    case 'pattern': {
      const patterns = step.patterns.map((pattern) => new Pattern(pattern));
      const absent = step.isDemanded ? null : '';
      return (text) => {
        const part = firstThat(patterns, (pattern) => pattern.partIn(text));
        // Found, though it holds nothing, is a blank that the mapping means.
        return part ?? (patterns.some((pattern) => pattern.isIn(text)) ? '' : absent);
      };
    }
    case 'values': {
      const { values, otherwise } = step;
      return (text) => values.get(plainCase(text)) ?? otherwise;
    }
    case 'time': {
      const readers = step.formats.map(timeReader);
      return (text) => firstThat(readers, (read) => read(text)) ?? null;
    }
    case 'minutes':
      return (text) => wholeMinutes(step.unit, text);
    case 'id':
      return idOf;
    case 'through':
      return (text) => text;
  }
}

function firstThat<T>(all: readonly T[], made: (one: T) => string | null): string | undefined {
  for (const one of all) {
    const text = made(one);
    if (text !== null && text !== '') return text;
  }
  return undefined;
}

/** How each unit is written; the groups hold hours, minutes and seconds. */
export const DURATION_PATTERNS: Readonly<Record<DurationUnit, string>> = {
  minutes: '^()([0-9]{1,6})(?:[.,][0-9]{1,12})?()$',
  seconds: '^()()([0-9]{1,8})(?:[.,][0-9]{1,12})?$',
  clock: '^([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?$',
  words:
    '^(?:([0-9]{1,3}) ?h(?:ours?|rs?)?)? ?(?:([0-9]{1,4}) ?m(?:in(?:ute)?s?)?)? ?(?:([0-9]{1,6}) ?s(?:ec(?:ond)?s?)?)?$',
};

const durations = Object.fromEntries(
  Object.entries(DURATION_PATTERNS).map(([unit, pattern]) => [unit, new RegExp(pattern)]),
);

function wholeMinutes(unit: DurationUnit, text: string): CellText {
  const found = durations[unit]?.exec(text);
  if (found === null || found === undefined) return null;
  const [, hours = '', minutes = '', seconds = ''] = found;
  return String(Number(hours) * 60 + Number(minutes) + Math.floor(Number(seconds) / 60));
}

/** As long as an id may be; what is longer keeps its beginning, and a mark of the whole tells it from others. */
export const LONGEST_ID = 64;
export const ID_MARK = 12;

export function idOf(text: string): string {
  const id = text.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  if (id.length <= LONGEST_ID) return id;
  const mark = createHash('sha256').update(id).digest('hex').slice(0, ID_MARK);
  return `${id.slice(0, LONGEST_ID - ID_MARK - 1)}-${mark}`;
}

/** The index of the first rule that sets the row aside; -1: none does. */
export type RuleOf = (row: FileRow) => number;

export function ruleFinder({ setAside, cells }: Reading, file: string): RuleOf {
  const holds = setAside.map((rule) => conditionReader(rule, cells, file));
  return (row) => holds.findIndex((isMet) => isMet(row));
}

/** A cell that cannot be read meets no condition. */
function conditionReader(
  { condition }: SetAsideRule<Position>,
  cells: Reading['cells'],
  file: string,
): (row: FileRow) => boolean {
  const isMet = cellCondition(condition);
  const read = subjectReader(condition.subject, cells, file);
  return (row) => {
    const text = read(row);
    return text !== null && isMet(text);
  };
}

function subjectReader(subject: Subject<Position>, cells: Reading['cells'], file: string): ReadCell {
  if (subject.kind === 'column') return (row) => tidyCell(row[subject.column] ?? '');
  const source = cells.get(subject.canonical);
  if (source === undefined) return () => '';
  return cellReader({ ...source, steps: source.steps.filter(({ kind }) => kind !== 'time') }, file);
}

function cellCondition(condition: Condition<Position>): (cell: string) => boolean {
  if (condition.kind === 'is') {
    const words = new Set(condition.words.map(plainCase));
    return (cell) => words.has(plainCase(cell));
  }
  const pattern = new Pattern(condition.pattern);
  return condition.kind === 'matches' ? (cell) => pattern.isIn(cell) : (cell) => !pattern.isIn(cell);
}
