// The options of the commands, as commander hands them over.
import { fileURLToPath } from 'node:url';
import type { ReaderName } from '../exports/reader.js';

/** Where `checkpoint` looks for plans that are not named by their file. */
export const PLANS_FOLDER = 'plans';

/** Where mappings lie: the workspace's own, then those that come with the program. */
export const MAPPING_FOLDERS = [
  `${PLANS_FOLDER}/sources`,
  fileURLToPath(new URL('../../plans/sources', import.meta.url)),
];

export interface LaterOptions {
  readonly due?: boolean;
  readonly previous?: string;
  readonly statement?: boolean;
}

export interface RunOptions extends LaterOptions {
  readonly at: string;
  readonly exports: string;
  readonly sources?: string;
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
  readonly sources?: string;
  readonly setAside: readonly string[];
  readonly adHoc?: boolean;
  readonly json?: boolean;
  readonly reader?: ReaderName;
}

export interface SourcesOptions {
  readonly exports: string;
  readonly sources?: string;
  readonly write?: string;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly reader?: ReaderName;
}

export interface CheckOptions {
  readonly out: string;
  readonly json?: boolean;
  readonly strict?: boolean;
}
