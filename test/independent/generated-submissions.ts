// Draws what was due and whether it was submitted.
import { isoDay, type DayNumber } from './days.js';
import { splitIntoFiles, writtenDay } from './generated-files.js';
import { OTHER, type Member } from './generated-members.js';
import type { Question } from './generated-plan.js';
import type { Random } from './random.js';
import type { Row } from './tables.js';

export function drawSubmissions(random: Random, question: Question, members: readonly Member[]): Row[][] {
  if (random.chance(0.05)) return [];
  const isNothingSubmitted = random.chance(0.08);
  const other = { id: OTHER, question, quietAfter: Infinity };
  const rows: Row[] = drawDue(random, other, 1, isNothingSubmitted);
  for (const member of members) {
    for (let number = random.pick([0, 0, 1, 2, 4]); number > 0; number -= 1) {
      rows.push(...drawDue(random, member, number, isNothingSubmitted));
    }
  }
  return splitIntoFiles(random, rows);
}

/** One assessment; sometimes two rows of it, which may differ in when it was submitted. */
function drawDue(
  random: Random,
  { id, question, quietAfter }: Pick<Member, 'id' | 'question' | 'quietAfter'>,
  number: number,
  isNothingSubmitted: boolean,
): Row[] {
  const { at, edges } = question;
  const due = random.pick(edges);
  const extended = random.chance(0.2) ? due + random.pick([0, 1, 3, 7, 14]) : null;
  const drawSubmitted = (): string => {
    const day: DayNumber | null = random.pick([
      due,
      due,
      due - 1,
      due + 1,
      at,
      at - 1,
      at + 1,
      random.pick(edges),
      null,
      null,
      null,
    ]);
    if (isNothingSubmitted) return random.chance(0.5) ? '' : isoDay(at + 1);
    return day === null || (day > quietAfter && day <= at) ? '' : writtenDay(random, day);
  };
  const row = {
    student_id: id,
    module_code: random.pick(['M1', 'M2', '']),
    assessment_id: `A${number}`,
    kind: random.pick(['summative', 'summative', 'formative', '']),
    due_at: writtenDay(random, due),
    extended_to: extended === null ? '' : writtenDay(random, extended),
    submitted_at: drawSubmitted(),
  };
  return random.chance(0.15) ? [row, { ...row, submitted_at: drawSubmitted() }] : [row];
}
