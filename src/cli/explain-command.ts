// `checkpoint explain`: one student's outcome, down to file and record.
import { EXIT, type ExitCode } from '../diagnostics/refusal.js';
import { explain } from '../explain.js';
import { describeExplanation } from './explanation.js';
import { refuseLaterOptions } from './later.js';
import { jsonText } from './json-text.js';
import { describeFaults } from './messages.js';
import { MAPPING_FOLDERS, PLANS_FOLDER, type ExplainOptions } from './options.js';
import { progressLine } from './progress.js';
import { feedsNamed } from './set-aside.js';
import { loadSources } from '../workspace/sources.js';
import type { Terminal } from './terminal.js';
import { tool } from './tool.js';

export async function explainCommand(
  studentId: string,
  plans: readonly string[],
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  refuseLaterOptions(options);
  const setAside = feedsNamed(options.setAside);
  const sources = await loadSources({ file: options.sources ?? null, mappingFolders: MAPPING_FOLDERS });
  const progress = progressLine(terminal);
  const { explanation, messages } = await explain({
    studentId,
    plans,
    plansFolder: PLANS_FOLDER,
    at: options.at,
    isAdHoc: options.adHoc ?? false,
    exports: {
      folder: options.exports,
      reader: options.reader ?? null,
      setAside,
      sources,
      progress: progress.report,
      signal: terminal.interruption,
    },
    tool: tool(),
  }).finally(progress.clear);
  await terminal.out(
    options.json === true ? jsonText(explanation) : `${describeExplanation(explanation, terminal.paint)}\n`,
  );
  await terminal.err(describeFaults(messages, terminal.paintErr));
  return EXIT.done;
}
