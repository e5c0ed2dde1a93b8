// `checkpoint sources`: what each file of the exports is taken for, and how far each feed reaches.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, worstOf, type ExitCode } from '../diagnostics/refusal.js';
import { draftText } from '../exports/suggest/suggestion-yaml.js';
import { writeDraft } from '../publish/write-draft.js';
import { lookAtSources, type SourcesSeen } from '../sources.js';
import { loadMappings, loadSources } from '../workspace/sources.js';
import { jsonText } from './json-text.js';
import { describeFaults } from './messages.js';
import { MAPPING_FOLDERS, type SourcesOptions } from './options.js';
import { progressLine } from './progress.js';
import { sourcesAsJson } from './sources-json.js';
import { describeSources } from './sources-text.js';
import type { Terminal } from './terminal.js';

export async function sourcesCommand(options: SourcesOptions, terminal: Terminal): Promise<ExitCode> {
  const sources = await loadSources({ file: options.sources ?? null, mappingFolders: MAPPING_FOLDERS });
  const progress = progressLine(terminal);
  const seen = await lookAtSources({
    exports: {
      folder: options.exports,
      reader: options.reader ?? null,
      setAside: [],
      sources,
      progress: progress.report,
      signal: terminal.interruption,
    },
    mappings: await loadMappings(MAPPING_FOLDERS),
  }).finally(progress.clear);
  const drafted = options.write === undefined ? [] : [await draftTo(options.write, seen)];
  const messages = [...seen.files.flatMap(({ faults }) => faults), ...seen.findings, ...drafted];
  const hasWarnings = messages.some(({ severity }) => severity === 'warning');
  const exitCode = worstOf([seen.exitCode, options.strict === true && hasWarnings ? EXIT.warnings : EXIT.done]);
  if (options.json === true) await terminal.out(jsonText(sourcesAsJson(seen, exitCode)));
  else await terminal.out(describeSources(seen, options.exports, terminal.paint));
  // What nobody claims stands in the list of files, with how it could be read.
  const spoken = messages.filter(
    (it) => (it.severity !== 'info' && it.code !== 'export-not-claimed') || drafted.includes(it),
  );
  await terminal.err(describeFaults(spoken, terminal.paintErr));
  return exitCode;
}

/** Says what was written. */
async function draftTo(file: string, { files }: SourcesSeen): Promise<Fault> {
  const drafts = files.flatMap(({ draft }) => draft ?? []);
  if (drafts.length === 0) return fault('nothing-to-draft', {});
  await writeDraft(file, draftText(drafts));
  return fault('draft-written', { file });
}
