// Draws what happened to students, and who wrote to them.
import { isoDay, type DayNumber } from './days.js';
import type { Member } from './generated-members.js';
import { seededRandom, type Random } from './random.js';
import type { Row } from './tables.js';

const KINDS = [
  'authorised-absence',
  'authorised-absence',
  'authorised-absence',
  'interruption',
  'interruption',
  'extension',
  'extension',
  'extenuating',
  'extenuating',
  'contact-hold',
  'remote-approved',
  'remote-approved',
  'placement',
  'study-abroad',
  'sabbatical-officer',
] as const;

const LENGTHS = [0, 1, 4, 6, 7, 13, 20, 45] as const;

export function drawCircumstances(random: Random, { id, question: { at, edges } }: Member): Row[] {
  return Array.from({ length: random.pick([0, 0, 0, 1, 1, 2, 3]) }, () => {
    const kind = random.pick(KINDS);
    const from = random.chance(0.6) ? random.pick(edges) : at - random.integer(0, 40);
    const to = random.pick([from + random.pick(LENGTHS), Math.max(from, at + random.pick([-1, 0, 1]))]);
    const isOpenEnded = kind !== 'extension' && random.chance(0.12);
    const isOfAssessment = kind === 'extension' || kind === 'extenuating';
    return {
      student_id: id,
      kind,
      from: isoDay(from),
      to: isOpenEnded ? '' : isoDay(to),
      assessment_id: isOfAssessment && random.chance(0.7) ? random.pick(['A1', 'A2', 'A3']) : '',
      reference: random.pick(['', 'SW-17']),
    };
  });
}

export function drawContacts(random: Random, { id, question: { at, edges } }: Member): Row[] {
  if (random.chance(0.7)) return [];
  return Array.from({ length: random.integer(1, 3) }, (_, index) => {
    const on = random.pick([at, at + 1, random.pick(edges)]);
    const channel = random.pick(['email', 'phone']);
    return { student_id: id, stage: `${index + 1}`, channel, outcome: '', ...drawReply(on, at, index) };
  });
}

/** From a stream of its own: what people answer changes nothing of the schools. */
function drawReply(edge: DayNumber, at: DayNumber, index: number): Row {
  const random = seededRandom(edge * 7 + index);
  // Beside the dates on which the days to reply are over.
  const on = random.pick([edge, edge, at - 7, at - 10, at - 14, at - 15, at - random.integer(5, 30)]);
  const hasReplied = random.chance(0.3);
  return {
    contacted_on: isoDay(on),
    checkpoint: random.pick(['', 'c1', 'c1', 'c2', 'c2', 'c3', 'ad-hoc', 'no-checkpoint']),
    responded_on: hasReplied ? isoDay(Math.max(on, random.pick([on, on + 3, at - 1, at, at + 1]))) : '',
  };
}
