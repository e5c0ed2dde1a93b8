// What went wrong with the disk, in words that name the folder and the remedy.
import { fault, type Fault } from '../diagnostics/catalogue.js';
import { EXIT, Refusal } from '../diagnostics/refusal.js';
import { Stranded } from './exchange.js';
import { systemCode } from '../process/system-error.js';

/** Errors of the file system become a Refusal; a mistake of this program stays what it is. */
export function refusalOf(error: unknown, folder: string): unknown {
  if (systemCode(error) === 'EBUSY') return new Refusal(EXIT.tryAgain, [fault('reports-in-use', { folder })]);
  const found = faultOf(error, folder);
  return found === undefined ? error : new Refusal(EXIT.ioFailed, [found]);
}

function faultOf(error: unknown, folder: string): Fault | undefined {
  if (error instanceof Stranded) return fault('reports-stranded', { folder, earlier: error.earlier });
  const code = systemCode(error);
  switch (code) {
    case undefined:
      return undefined;
    case 'EACCES':
    case 'EPERM':
      return fault('reports-no-permission', { folder });
    case 'EROFS':
      return fault('reports-read-only', { folder });
    case 'ENOSPC':
    case 'EDQUOT':
      return fault('reports-disk-full', { folder });
    case 'EEXIST':
    case 'ENOTDIR':
    case 'ENOTEMPTY':
      return fault('reports-in-the-way', { folder });
    default:
      return fault('reports-not-written', { folder, cause: code });
  }
}
