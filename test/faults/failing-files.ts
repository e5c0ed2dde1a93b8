// A disk on which any one call can be made to fail, or after which nothing happens any more, as after a kill.
import type * as Files from 'node:fs/promises';

type Fate = 'fail' | 'stop';

/** What becomes of calls: the one with the number fails, or it and all later ones are never made. */
export const disk = { calls: 0, at: Infinity, fate: 'fail' as Fate };

export function disturb(at: number, fate: Fate): void {
  Object.assign(disk, { calls: 0, at, fate });
}

/** What a killed process would have done next. It must not come to this. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

function count(): void {
  disk.calls += 1;
  if (disk.fate === 'stop' && disk.calls >= disk.at) throw new Stopped('the process was killed');
  if (disk.calls === disk.at) throw Object.assign(new Error('EIO: a test lets this call fail'), { code: 'EIO' });
}

type Call = (...args: never[]) => unknown;

function counted<T extends Call>(call: T, wrap: (result: unknown) => unknown = (result) => result): T {
  return (async (...args: never[]) => {
    count();
    return wrap(await call(...args));
  }) as unknown as T;
}

const CALLS_OF_HANDLES = ['read', 'stat', 'write', 'writeFile', 'sync'];

/** The handle's calls are counted too; closing is not: a process that ends closes its files. */
function countedHandle(handle: Files.FileHandle): Files.FileHandle {
  return new Proxy(handle, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const call = (value as Call).bind(target);
      return typeof name === 'string' && CALLS_OF_HANDLES.includes(name) ? counted(call) : call;
    },
  });
}

/** `node:fs/promises` with every call counted. */
export function countedFiles(real: typeof Files): typeof Files {
  const wrapped = Object.entries(real).map(([name, value]): [string, unknown] => {
    if (typeof value !== 'function') return [name, value];
    const isOpening = name === 'open';
    return [name, counted(value as Call, (it) => (isOpening ? countedHandle(it as Files.FileHandle) : it))];
  });
  return Object.fromEntries(wrapped) as unknown as typeof Files;
}
