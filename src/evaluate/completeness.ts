// The completeness gate: what the exports lack at a checkpoint, and what that does to outcomes. A missing export must
// never pass for quiet students (8.4).
import type { Fault } from '../diagnostics/catalogue.js';
import type { Outcome } from '../engagement/outcome.js';
import { circumstanceFindings } from './completeness/circumstances.js';
import { feedFindings } from './completeness/feeds.js';
import { gateOf } from './completeness/gate.js';
import { laterActs } from './completeness/later-acts.js';
import { moduleFindings } from './completeness/modules.js';
import { onlineEvents } from './completeness/online-events.js';
import { overlapFindings } from './completeness/overlap.js';
import { registerFindings } from './completeness/registers.js';
import { studentFindings } from './completeness/students.js';
import { sponsoredFindings } from './completeness/sponsored.js';
import { staleSubmissions } from './completeness/submissions.js';
import { timetableFindings } from './completeness/timetable.js';
import { typeFindings } from './completeness/types.js';
import { volumeFindings } from './completeness/volume.js';
import type { Subject } from './presence.js';
import type { Stage } from './situation.js';

/** The findings of one plan at one checkpoint; `outcomes` are those of its own students at it. */
export function completeness(
  stage: Stage,
  subjects: readonly Subject[],
  outcomes: readonly Outcome[],
): readonly Fault[] {
  const gate = gateOf(stage, subjects, outcomes);
  return [
    ...feedFindings(gate),
    ...staleSubmissions(gate),
    ...volumeFindings(gate),
    ...timetableFindings(gate),
    ...registerFindings(gate),
    ...overlapFindings(gate),
    ...moduleFindings(gate),
    ...typeFindings(gate),
    ...studentFindings(gate),
    ...sponsoredFindings(gate),
    ...onlineEvents(gate),
    ...circumstanceFindings(gate),
    ...laterActs(gate),
  ];
}
