// A row of the circumstances table. What it says is personal: of a faulty cell a message shows a date at most.
import { z } from 'zod';
import { CIRCUMSTANCE_KINDS, type Circumstance, type CircumstanceKind } from '../../engagement/circumstance.js';
import { blankIssue, column, id, optionalPrivateDay, privateDay, text } from './cell-schema.js';

export const circumstanceSchema = z
  .strictObject({
    student_id: id,
    kind: column<CircumstanceKind>(
      (cell) => CIRCUMSTANCE_KINDS.find((kind) => kind === cell),
      CIRCUMSTANCE_KINDS.join(', '),
      () => null,
    ),
    from: privateDay,
    to: optionalPrivateDay,
    assessment_id: text,
    reference: text,
  })
  .check(({ value: { kind, to }, issues }) => {
    if (kind === 'extension' && to === null) issues.push(blankIssue('to', 'extension-without-date'));
  });

export function circumstanceOf(row: z.infer<typeof circumstanceSchema>): Omit<Circumstance, 'source'> {
  return {
    studentId: row.student_id,
    kind: row.kind,
    from: row.from,
    to: row.to,
    assessmentId: row.assessment_id,
    reference: row.reference,
  };
}
