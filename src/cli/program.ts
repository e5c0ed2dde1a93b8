// The commands and their options. What a command does is imported only when it is called, so that --help is quick.
import { Command, Option } from 'commander';
import type { CheckOptions, ExplainOptions, RunOptions, SourcesOptions } from './options.js';
import type { Spoken, Terminal } from './terminal.js';
import { tool } from './tool.js';

export function programFor(terminal: Terminal, spoken: Spoken, exitWith: (code: number) => void): Command {
  const program = new Command('checkpoint')
    .description('Lists, at a checkpoint, the students whose engagement asks for support, and says why.')
    .version(tool().version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (spoken.out += text),
      writeErr: (text) => (spoken.err += text),
    });

  program
    .command('run')
    .description('judge the students of one or more plans at a checkpoint and write the reports')
    .argument('[plan...]', 'plan files, or names of plans in plans/ (default: every plan in plans/)')
    .requiredOption('--at <date|checkpoint>', 'the checkpoint: its id or its date (YYYY-MM-DD)')
    .option('--exports <folder>', 'the exports', 'exports')
    .option('--sources <file>', 'how exports are read that are not canonical (default: sources.yaml if there is one)')
    .option('--out <folder>', 'where the reports go', 'reports')
    .option('--ad-hoc', 'allow a date that no plan declares (8.2)')
    .option('--dry-run', 'judge and summarise, write nothing')
    .option('--json', 'the summary as JSON')
    .option('--quiet', 'say nothing when all is well')
    .option('--strict', 'exit with 4 where there are warnings')
    .addOption(setAsideOption())
    .addOption(readerOption())
    .addOption(laterOption('--due'))
    .addOption(laterOption('--previous <folder>'))
    .action(async (plans: string[], options: RunOptions) => {
      const { runCommand } = await import('./run-command.js');
      exitWith(await runCommand(plans, options, terminal));
    });

  program
    .command('explain')
    .description('one student’s outcome, down to file and record')
    .argument('<student>', 'the student id')
    .argument('[plan...]', 'plan files, or names of plans in plans/ (default: every plan in plans/)')
    .requiredOption('--at <date|checkpoint>', 'the checkpoint: its id or its date (YYYY-MM-DD)')
    .option('--exports <folder>', 'the exports', 'exports')
    .option('--sources <file>', 'how exports are read that are not canonical (default: sources.yaml if there is one)')
    .option('--ad-hoc', 'allow a date that no plan declares (8.2)')
    .option('--json', 'as JSON')
    .addOption(setAsideOption())
    .addOption(readerOption())
    .addOption(laterOption('--statement'))
    .action(async (studentId: string, plans: string[], options: ExplainOptions) => {
      const { explainCommand } = await import('./explain-command.js');
      exitWith(await explainCommand(studentId, plans, options, terminal));
    });

  program
    .command('check')
    .description('check plans: syntax, schema and policy; list their checkpoints and windows')
    .argument('[plan...]', 'plan files, or names of plans in plans/ (default: every plan in plans/)')
    .option('--out <folder>', 'where to look for report sets that exist', 'reports')
    .option('--json', 'as JSON')
    .option('--strict', 'exit with 4 where there are warnings')
    .action(async (plans: string[], options: CheckOptions) => {
      const { checkCommand } = await import('./check-command.js');
      exitWith(await checkCommand(plans, options, terminal));
    });

  program
    .command('sources')
    .description('what each file of the exports is taken for, what became of its rows, and how far each feed reaches')
    .option('--exports <folder>', 'the exports', 'exports')
    .option('--sources <file>', 'how exports are read that are not canonical (default: sources.yaml if there is one)')
    .option('--write <file>', 'draft a sources file for the files that nobody claims; never written over another')
    .option('--json', 'as JSON')
    .option('--strict', 'exit with 4 where there are warnings')
    .addOption(readerOption())
    .action(async (options: SourcesOptions) => {
      const { sourcesCommand } = await import('./sources-command.js');
      exitWith(await sourcesCommand(options, terminal));
    });

  return program;
}

/** Given once for each feed. */
function setAsideOption(): Option {
  return new Option('--set-aside <feed>', 'go on without a feed, as unknown; may be given again for another')
    .argParser((feed: string, earlier: readonly string[]) => [...earlier, feed])
    .default([], 'none');
}

function readerOption(): Option {
  return new Option(
    '--reader <name>',
    'how event exports are read; both give the same (default: duckdb if installed)',
  ).choices(['duckdb', 'csv-parse']);
}

/** An option of the contract that a later version brings: known, so that it can be refused by name. */
function laterOption(flags: string): Option {
  return new Option(flags).hideHelp();
}
