// What lies after the checkpoint is left out and counted.
import { expect, test } from 'vitest';
import { due, KNOWN, ledger } from '../../support/build.js';
import { found } from './found.js';

test('by feed, and of listed feeds only', () => {
  const later = ledger(
    [
      { on: '2026-10-18' },
      { on: '2026-10-19', acts: 2 },
      { on: '2026-11-01' },
      { on: '2026-11-01', feed: 'activities' },
    ],
    [
      due({ due: '2026-10-18', submitted: '2026-10-19' }),
      due({ due: '2026-10-18', submitted: '2026-10-18', assessmentId: 'A2' }),
    ],
    KNOWN,
  );
  expect(found(later)).toEqual([
    'later-than-checkpoint ×3: vle: 3 acts after 2026-10-18 were left out.',
    'later-than-checkpoint ×1: submissions: 1 act after 2026-10-18 was left out.',
  ]);
});
