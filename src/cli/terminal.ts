// Where the program speaks: results to stdout, messages to stderr, each write awaited so that none fails unseen.
import type { Writable } from 'node:stream';
import { Chalk, type ChalkInstance } from 'chalk';

/** The reader of stdout has gone away, as `| head` does: no reason to complain. */
export class OutputClosed extends Error {}

/** stdout or stderr could not be written: a full disk, say. */
export class OutputFailed extends Error {}

export interface Terminal {
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  /** Colours of stdout and of stderr; without effect where it is no terminal or NO_COLOR is set. */
  readonly paint: ChalkInstance;
  readonly paintErr: ChalkInstance;
  /** Whether somebody watches stderr. */
  readonly isWatched: boolean;
  /** Shows something passing on stderr; whether it arrives does not matter. */
  readonly flash: (text: string) => void;
  /** Aborted by Ctrl-C. */
  readonly interruption: AbortSignal;
}

/** What commander wants said: it writes at once, we await. */
export interface Spoken {
  out: string;
  err: string;
}

interface Stream extends Writable {
  readonly isTTY?: boolean;
}

/** What a process offers to speak with. */
export interface Surroundings {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: NodeJS.ProcessEnv;
}

export function openTerminal({ stdout, stderr, env }: Surroundings, interruption: AbortSignal): Terminal {
  const isColourWanted = (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  const chalkFor = (stream: Stream): ChalkInstance => {
    return new Chalk({ level: isColourWanted && stream.isTTY === true ? 1 : 0 });
  };
  return {
    out: (text) => write(stdout, text),
    err: (text) => write(stderr, text),
    paint: chalkFor(stdout),
    paintErr: chalkFor(stderr),
    isWatched: stderr.isTTY === true,
    flash: (text) => {
      stderr.write(text);
    },
    interruption,
  };
}

function write(stream: Stream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // The stream emits what the callback is given too; unheard, that would end the process.
    const ignore = (): void => undefined;
    stream.once('error', ignore);
    stream.write(text, (error) => {
      if (!error) {
        stream.off('error', ignore);
        resolve();
        return;
      }
      const { code } = error as NodeJS.ErrnoException;
      reject(code === 'EPIPE' ? new OutputClosed() : new OutputFailed(code ?? error.name));
    });
  });
}
