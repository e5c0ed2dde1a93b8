// What a file holds, as its mapping reads it: counted before anything is folded, so that no row is lost without a word.
import { at } from '../../engagement/columns.js';
import type { Step } from '../../mapping/mapping.js';
import { cellReader, ruleFinder, type FileRow } from './read-cell.js';
import { studentOf } from './read-row.js';
import { throughOf, type Reading } from './reading.js';
import { timeReader } from '../../mapping/time-format.js';

export interface Survey {
  /** Rows that each rule sets aside, in the order of the rules. */
  readonly setAside: readonly number[];
  /** Of the other rows those whose id stands for nobody known, and how many ids these are. */
  readonly unmatchedRows: number;
  readonly unmatchedIds: number;
  /** Whether one of the other rows has a cell that a step cannot read, times apart. */
  readonly hasFaults: boolean;
  /** By canonical column that is a time. */
  readonly times: ReadonlyMap<string, FormatCounts>;
}

/** How the formats that a column may have fare with its cells, rows that are set aside left out. */
export interface FormatCounts {
  /** Cells that are not blank. */
  readonly written: number;
  /** Those that each format reads. */
  readonly read: readonly number[];
  /** Those that two formats read as different times, by the pair's indices `one * formats + other`. */
  readonly differing: ReadonlyMap<number, number>;
}

/** What became of rows that are no records of the table. */
export const NOTHING_SET_ASIDE: Survey = {
  setAside: [],
  unmatchedRows: 0,
  unmatchedIds: 0,
  hasFaults: false,
  times: new Map(),
};

export function rowsSetAside({ setAside, unmatchedRows }: Survey): number {
  return setAside.reduce((sum, rows) => sum + rows, unmatchedRows);
}

export type TimeStep = Extract<Step, { kind: 'time' }>;

export function timeOf(steps: readonly Step[]): TimeStep | null {
  return steps.find((step): step is TimeStep => step.kind === 'time') ?? null;
}

/** Whether there is anything that only the rows can tell. */
export function needsSurvey({ cells, setAside }: Reading): boolean {
  return setAside.length > 0 || [...cells.values()].some(({ steps }) => steps.length > 0);
}

/** Surveys row by row. */
export class Surveyor {
  readonly #ruleOf;
  readonly #setAside: number[];
  readonly #columns;
  readonly #unmatched = new Set<string>();
  #unmatchedRows = 0;
  #hasFaults = false;

  constructor(reading: Reading, file: string) {
    this.#ruleOf = ruleFinder(reading, file);
    this.#setAside = reading.setAside.map(() => 0);
    this.#columns = [...reading.cells].map(([column, source]) => {
      const time = timeOf(source.steps);
      return {
        column,
        // What is written in the file, where it is a time.
        read: cellReader(time === null ? source : { ...source, steps: source.steps.filter((it) => it !== time) }, file),
        through: throughOf(source.steps),
        times: time === null ? null : new FormatTally(time),
      };
    });
  }

  add(row: FileRow): void {
    const rule = this.#ruleOf(row);
    if (rule >= 0) {
      this.#setAside[rule] = at(this.#setAside, rule) + 1;
      return;
    }
    let isUnmatched = false;
    for (const { read, through, times } of this.#columns) {
      const text = read(row);
      if (text === null) this.#hasFaults = true;
      else if (times !== null) times.add(text);
      else if (through !== null && studentOf(text, through) === null) {
        isUnmatched = true;
        this.#unmatched.add(text);
      }
    }
    if (isUnmatched) this.#unmatchedRows += 1;
  }

  survey(): Survey {
    return {
      setAside: this.#setAside,
      unmatchedRows: this.#unmatchedRows,
      unmatchedIds: this.#unmatched.size,
      hasFaults: this.#hasFaults,
      times: new Map(this.#columns.flatMap(({ column, times }) => (times === null ? [] : [[column, times.counts()]]))),
    };
  }
}

class FormatTally {
  readonly #readers;
  readonly #read: number[];
  readonly #differing = new Map<number, number>();
  #written = 0;

  constructor({ formats }: TimeStep) {
    this.#readers = formats.map(timeReader);
    this.#read = formats.map(() => 0);
  }

  add(text: string): void {
    if (text === '') return;
    this.#written += 1;
    const times = this.#readers.map((read) => read(text));
    times.forEach((time, one) => {
      if (time === null) return;
      this.#read[one] = at(this.#read, one) + 1;
      for (let other = one + 1; other < times.length; other += 1) {
        if (times[other] === null || times[other] === time) continue;
        const pair = one * times.length + other;
        this.#differing.set(pair, (this.#differing.get(pair) ?? 0) + 1);
      }
    });
  }

  counts(): FormatCounts {
    return { written: this.#written, read: this.#read, differing: this.#differing };
  }
}

/**
 * Which formats read every cell, the first of those that read them all alike; several: they do not agree. None where only
 * formats fit that are not `declared`.
 */
export function fittingFormats({ written, read, differing }: FormatCounts, declared: number): readonly number[] {
  const fitting = read.flatMap((cells, format) => (cells === written ? [format] : []));
  if ((fitting[0] ?? declared) >= declared) return [];
  return fitting.filter((one, place) => {
    return place === 0 || fitting.slice(0, place).every((earlier) => differing.has(earlier * read.length + one));
  });
}
