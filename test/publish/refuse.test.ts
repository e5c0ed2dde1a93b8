// What an administrator reads when the disk says no: which folder, what is wrong, what to do.
import { describe, expect, it } from 'vitest';
import { EXIT, Refusal } from '../../src/diagnostics/refusal.js';
import { Stranded } from '../../src/publish/exchange.js';
import { refusalOf } from '../../src/publish/refuse.js';

const FOLDER = 'reports/ENG/2013-11-03';

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function sentencesOf(error: unknown): readonly string[] {
  const refusal = refusalOf(error, FOLDER);
  if (!(refusal instanceof Refusal)) throw new Error('not a refusal');
  expect(refusal.exitCode).toBe(EXIT.ioFailed);
  return refusal.faults.flatMap(({ severity, message, hint }) => [severity, message, hint]);
}

describe('a refusal of the disk', () => {
  it.each([
    [
      ['EACCES', 'EPERM'],
      'The reports cannot be written to reports/ENG/2013-11-03: permission is denied.',
      'Ask for the right to write there, or name another folder with --out. Nothing was changed.',
    ],
    [
      ['EROFS'],
      'The reports cannot be written to reports/ENG/2013-11-03: it is read-only.',
      'Name a folder that can be written to with --out. Nothing was changed.',
    ],
    [
      ['ENOSPC', 'EDQUOT'],
      'The reports cannot be written to reports/ENG/2013-11-03: the disk is full.',
      'Make room, or name a folder on another disk with --out, and run again. Nothing was changed.',
    ],
    [
      ['EEXIST', 'ENOTDIR', 'ENOTEMPTY'],
      'The reports cannot be written to reports/ENG/2013-11-03: something that is not a folder of reports is in the way.',
      'Move or rename it, or name another folder with --out. Nothing was changed.',
    ],
    [
      ['EIO'],
      'The reports cannot be written to reports/ENG/2013-11-03 (EIO).',
      'Check the folder, or name another one with --out, and run again. Nothing was changed.',
    ],
  ])('%j', (codes, message, hint) => {
    for (const code of codes) expect(sentencesOf(systemError(code))).toEqual(['error', message, hint]);
  });

  it('names where the earlier reports are, should they not have been put back', () => {
    expect(sentencesOf(new Stranded(`${FOLDER}.earlier-1`, systemError('EIO')))).toEqual([
      'error',
      'The new reports could not be put into reports/ENG/2013-11-03, nor the earlier ones put back.',
      'The earlier reports are complete in reports/ENG/2013-11-03.earlier-1. Once reports/ENG/2013-11-03 can be written to, run again: that puts the new ones in place.',
    ]);
  });

  it('is none where the mistake is ours', () => {
    for (const error of [new RangeError('x'), systemError('ERR_INVALID_ARG_TYPE'), { code: 'EIO' }, null]) {
      expect(refusalOf(error, FOLDER)).toBe(error);
    }
    const oddCode = Object.assign(new Error('x'), { code: 5 });
    expect(refusalOf(oddCode, FOLDER)).toBe(oddCode);
  });
});
