// The options of the commands, as commander hands them over.
import type { ReaderName } from '../exports/reader.js';

/** Where `checkpoint` looks for plans that are not named by their file. */
export const PLANS_FOLDER = 'plans';

export interface LaterOptions {
  readonly sources?: string;
  readonly due?: boolean;
  readonly previous?: string;
  readonly statement?: boolean;
}

export interface RunOptions extends LaterOptions {
  readonly at: string;
  readonly exports: string;
  /** As often as it was given. */
  readonly setAside: readonly string[];
  readonly out: string;
  readonly adHoc?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly strict?: boolean;
  readonly reader?: ReaderName;
}

export interface ExplainOptions extends LaterOptions {
  readonly at: string;
  readonly exports: string;
  readonly setAside: readonly string[];
  readonly adHoc?: boolean;
  readonly json?: boolean;
  readonly reader?: ReaderName;
}

export interface CheckOptions {
  readonly out: string;
  readonly json?: boolean;
  readonly strict?: boolean;
}
