// Every checkpoint of the plan's year so far, as it was judged: the panel sees the course of things (6.6).
import type { Outcome } from '../../engagement/outcome.js';
import { dayText } from '../day-text.js';
import { reasonText } from '../reason.js';
import type { Row } from '../row.js';
import type { Markup } from './markup.js';
import { section, table } from './parts.js';

export function checkpointsSection(row: Row): Markup {
  const outcomes = [...row.earlier, row.outcome];
  const rows = outcomes.map((outcome, index): Row => ({ ...row, outcome, earlier: outcomes.slice(0, index) }));
  return section(
    'checkpoints',
    'Checkpoints of the year so far',
    table(
      [
        ['Checkpoint', ({ outcome }) => `${outcome.checkpointId}, ${dayText(outcome.checkpointOn)}`],
        ['Classification', ({ outcome }) => outcome.classification],
        ['Reason', reasonText],
        ['Process', ({ outcome }) => outcome.process],
        ['Grounds', ({ outcome }) => groundsCell(outcome)],
      ],
      rows,
      '',
    ),
  );
}

function groundsCell({ grounds, groundsWithheld }: Outcome): string {
  const texts = [...grounds, ...groundsWithheld.map((ground) => `${ground} (not decided)`)];
  return texts.length === 0 ? 'none' : texts.join(', ');
}
