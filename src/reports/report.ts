// What a report is: a name and its bytes. Reports write nothing; src/publish does.

export interface Report {
  /** Relative to the folder of the set, with forward slashes. */
  readonly file: string;
  readonly content: string;
}
