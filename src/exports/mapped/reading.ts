// A mapping bound to the header of one file: what each canonical column is made of, and which rows are none.
import type { CellSource, JoinedColumn, SetAsideRule, Step } from '../../mapping/mapping.js';

/** The place of a column in the file, from 0. */
export type Position = number;

export interface Reading {
  /** By canonical column; those that the file has nothing for are absent. */
  readonly cells: ReadonlyMap<string, CellSource<Position>>;
  readonly joined: ReadonlyMap<string, JoinedColumn<Position>>;
  readonly setAside: readonly SetAsideRule<Position>[];
}

/** Of a canonical file: each column as it is. */
export function canonicalReading(positions: ReadonlyMap<string, Position>): Reading {
  const cells = [...positions].map(([column, position]) => {
    const from = { kind: 'columns', columns: [position], between: '', keepsBlanks: false } as const;
    return [column, { from, steps: [] }] as const;
  });
  return { cells: new Map(cells), joined: new Map(), setAside: [] };
}

export type Through = Extract<Step, { kind: 'through' }>;

export function throughOf(steps: readonly Step[]): Through | null {
  return steps.find((step): step is Through => step.kind === 'through') ?? null;
}

/** The systems whose ids a file has. */
export function systemsOf({ cells }: Reading): readonly string[] {
  return [...cells.values()].flatMap(({ steps }) => throughOf(steps)?.system ?? []);
}

/** With other steps, column by column. */
export function withSteps(reading: Reading, made: (step: Step, column: string) => Step): Reading {
  const cells = [...reading.cells].map(([column, source]): readonly [string, CellSource<Position>] => [
    column,
    { ...source, steps: source.steps.map((step) => made(step, column)) },
  ]);
  return { ...reading, cells: new Map(cells) };
}
