// Errors of the file system, told from mistakes of this program.

/** `ENOSPC` and its like; undefined for Node's complaints about how it was called (`ERR_…`) and for anything else. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code.startsWith('ERR_') ? undefined : error.code;
}
