// A column is its name and its cell, declared together, so that header and cells cannot drift apart.

export interface Column<Subject> {
  /** ASCII letters, digits and underscore: Word takes it as the name of a merge field. */
  readonly name: string;
  readonly cell: (subject: Subject) => string;
}

export function column<Subject>(name: string, cell: (subject: Subject) => string): Column<Subject> {
  return { name, cell };
}

/** A column whose cells people fill in, or that a later version fills. */
export function blankColumn(name: string): Column<unknown> {
  return { name, cell: () => '' };
}

export function yesOrNo(isSo: boolean): string {
  return isSo ? 'yes' : 'no';
}
