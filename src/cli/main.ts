// The outermost layer: arguments in, exit code out, and the one place where errors end.
import { CommanderError } from 'commander';
import { fault } from '../diagnostics/catalogue.js';
import { printable } from '../diagnostics/printable.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { systemCode } from '../process/system-error.js';
import { describeFaults } from './messages.js';
import { programFor } from './program.js';
import { openTerminal, OutputClosed, OutputFailed, type Spoken, type Surroundings, type Terminal } from './terminal.js';
import { usageFault } from './usage.js';

/** Ctrl-C, and what `timeout`, a log-out or a shutdown send: all of them clean up first. */
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs one command line (without `node` and the script) and returns its exit code; never throws. It speaks to the
 * process's own streams unless given others.
 */
export async function main(argv: readonly string[], surroundings: Surroundings = process): Promise<number> {
  const interruption = new AbortController();
  const interrupt = (signal: NodeJS.Signals): void => {
    // Somebody who asks twice does not want to wait for what is cleaned up.
    if (interruption.signal.aborted) {
      for (const each of STOPPING) process.off(each, interrupt);
      process.kill(process.pid, signal);
    }
    interruption.abort();
  };
  for (const signal of STOPPING) process.on(signal, interrupt);
  const terminal = openTerminal(surroundings, interruption.signal);
  const spoken: Spoken = { out: '', err: '' };
  let exitCode: number = EXIT.done;
  const program = programFor(terminal, spoken, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return await endOf(error, terminal, spoken);
  } finally {
    for (const signal of STOPPING) process.off(signal, interrupt);
  }
}

async function endOf(error: unknown, terminal: Terminal, spoken: Spoken): Promise<number> {
  try {
    if (terminal.interruption.aborted) {
      await terminal.err(describeFaults([fault('interrupted', {})], terminal.paintErr));
      return EXIT.interrupted;
    }
    if (error instanceof OutputClosed) return EXIT.done;
    if (error instanceof OutputFailed) {
      await terminal.err(describeFaults([fault('output-failed', { reason: error.message })], terminal.paintErr));
      return EXIT.ioFailed;
    }
    if (error instanceof CommanderError) return await endOfCommander(error, terminal, spoken);
    if (error instanceof Refusal) {
      await terminal.err(describeFaults(error.faults, terminal.paintErr));
      return error.exitCode;
    }
    const reason = systemCode(error);
    if (reason !== undefined) {
      await terminal.err(describeFaults([fault('system-failed', { reason })], terminal.paintErr));
      return EXIT.ioFailed;
    }
    await terminal.err(describeCrash(error, terminal));
    return EXIT.ourFault;
  } catch {
    // Neither stdout nor stderr takes a word: the exit code is all that is left to say.
    return EXIT.ioFailed;
  }
}

/** Help and the version that were asked for, help where nothing was, or what is wrong with the command line. */
async function endOfCommander(error: CommanderError, terminal: Terminal, spoken: Spoken): Promise<number> {
  if (spoken.out !== '') await terminal.out(spoken.out);
  if (error.exitCode === 0) return EXIT.done;
  const isHelp = error.code === 'commander.help';
  await terminal.err(isHelp ? spoken.err : describeFaults([usageFault(error)], terminal.paintErr));
  return EXIT.invalidPlan;
}

/** Names what broke and where in the program, but not the error's own text, which may quote a student's record. */
function describeCrash(error: unknown, { paintErr }: Terminal): string {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error();
  const frames = stack
    .replace(message, () => '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => `${printable(line)}\n`);
  return `${describeFaults([fault('program-failed', { name })], paintErr)}${frames.join('')}`;
}
