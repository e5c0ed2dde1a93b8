// Runs the program as its command line does, and reads what it wrote.
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { vi } from 'vitest';
import { main } from '../../src/cli/main.js';

export interface Spoken {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** What a command line returns, and what it says to stdout and stderr. */
export async function checkpoint(...argv: readonly string[]): Promise<Spoken> {
  const out = listenTo(process.stdout);
  const err = listenTo(process.stderr);
  try {
    const exitCode = await main(argv);
    return { exitCode, out: out.heard(), err: err.heard() };
  } finally {
    out.stop();
    err.stop();
  }
}

function listenTo(stream: NodeJS.WriteStream): { heard: () => string; stop: () => void } {
  const texts: string[] = [];
  const spy = vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
    texts.push(text.toString());
    const done = rest.find((it) => typeof it === 'function');
    done?.();
    return true;
  });
  return {
    heard: () => texts.join(''),
    stop: () => {
      spy.mockRestore();
    },
  };
}

/** The rows of a report, each by column. */
export async function rowsOf(file: string): Promise<readonly Readonly<Record<string, string>>[]> {
  return parse<Record<string, string>>(await readFile(file), { bom: true, columns: true });
}
