// What became of every data record of every file: none is lost without a word.
import { at } from '../engagement/columns.js';
import type { GuardedFile } from './guarded-file.js';

/** The data records of one file that are records of its table. */
export interface RowAccount {
  /** What outcomes are decided on. */
  readonly used: number;
  /** They say again what an earlier file says, or in records (students, contacts …) an earlier row. */
  readonly repeated: number;
  /** Of ids that the students table does not have, repeated or not. */
  readonly ofUnknownStudents: number;
}

/** All data records of one file. */
export interface FileAccount extends RowAccount {
  /** No records of the table, as the file's mapping says. */
  readonly setAside: number;
}

const NONE: RowAccount = { used: 0, repeated: 0, ofUnknownStudents: 0 };

/** Counts row by row. */
export class RowAccounts {
  readonly #byFile: Map<string, { -readonly [K in keyof RowAccount]: RowAccount[K] }>;

  constructor(files: readonly Pick<GuardedFile, 'file'>[]) {
    this.#byFile = new Map(files.map(({ file }) => [file, { ...NONE }]));
  }

  add(file: string, as: keyof RowAccount): void {
    this.#of(file)[as] += 1;
  }

  /** A row that was counted as used, and says what an earlier file says. */
  foundRepeated(file: string): void {
    const account = this.#of(file);
    account.used -= 1;
    account.repeated += 1;
  }

  /** By file, in the order of the files. */
  all(): ReadonlyMap<string, RowAccount> {
    return this.#byFile;
  }

  #of(file: string) {
    const account = this.#byFile.get(file);
    if (account === undefined) throw new RangeError(`${file} is none of the files`);
    return account;
  }
}

/** From counts that stand in the order of the files. */
export function rowAccounts(
  files: readonly Pick<GuardedFile, 'file'>[],
  counts: {
    readonly rows: readonly number[];
    readonly unknown: readonly number[];
    readonly repeated: readonly number[];
  },
): ReadonlyMap<string, RowAccount> {
  return new Map(
    files.map(({ file }, index) => {
      const [ofUnknownStudents, repeated] = [at(counts.unknown, index), at(counts.repeated, index)];
      return [file, { used: at(counts.rows, index) - ofUnknownStudents - repeated, repeated, ofUnknownStudents }];
    }),
  );
}

/** All files together. */
export function totalOf(accounts: ReadonlyMap<string, RowAccount>): RowAccount {
  return [...accounts.values()].reduce((sum, { used, repeated, ofUnknownStudents }) => {
    return {
      used: sum.used + used,
      repeated: sum.repeated + repeated,
      ofUnknownStudents: sum.ofUnknownStudents + ofUnknownStudents,
    };
  }, NONE);
}
