// `checkpoint sources`: what each file of the exports is taken for, and how far each feed reaches.
import { EXIT, worstOf, type ExitCode } from '../diagnostics/refusal.js';
import { lookAtSources } from '../sources.js';
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
  const messages = [...seen.files.flatMap(({ faults }) => faults), ...seen.findings];
  const hasWarnings = messages.some(({ severity }) => severity === 'warning');
  const exitCode = worstOf([seen.exitCode, options.strict === true && hasWarnings ? EXIT.warnings : EXIT.done]);
  if (options.json === true) await terminal.out(jsonText(sourcesAsJson(seen, exitCode)));
  else await terminal.out(describeSources(seen, options.exports, terminal.paint));
  const spoken = messages.filter(({ severity }) => severity !== 'info');
  await terminal.err(describeFaults(spoken, terminal.paintErr));
  return exitCode;
}
