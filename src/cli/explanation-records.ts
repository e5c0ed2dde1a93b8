// The records of a student by what each did to the outcome: every one is there, once.
import { counted } from '../diagnostics/fault.js';
import type { Explanation } from '../reports/explanation.js';
import type { ExplainedRecord } from '../reports/explained-records.js';
import { describeRecords } from './record-list.js';

const EFFECTS: Readonly<Record<ExplainedRecord['effect'], string>> = {
  'in-window': 'evidence in the window',
  'remote-not-approved':
    'attended online without approval: evidence for 7.3 and the clock, not attended for a rate (8.5)',
  'other-section':
    'in the window, on a day that another section of the plan would judge: evidence for 7.3 and the clock (9.4)',
  'before-window': 'evidence before the window: moves the clock only',
  'not-enrolled': 'in the window, on a day on which the student was not enrolled: moves the clock only',
  'not-attended': 'expected and not attended',
  'not-judged': 'not attended on a day that another section of the plan would judge: not counted (9.4)',
  open: 'nobody knows whether attended: unknown, never an absence',
  authorised: 'not attended, with permission: not counted',
  disruption: 'not attended on a day of disrupted teaching: not counted',
  cancelled: 'cancelled: not counted',
  'after-checkpoint': 'after the checkpoint: ignored',
  repeated: 'repeated from another file: counted once, there',
  overruled: 'another record of the same event counts in its place',
  superseded: 'submitted again: the earliest submission counts',
  'no-act': 'due and not submitted, or an entry that counts no act',
};

export function recordLines({ records }: Explanation): readonly string[] {
  if (records.length === 0) return ['no export names this student'];
  return byEffect(records).flatMap(([effect, own]) => [
    `${EFFECTS[effect]}: ${counted(own.length, 'record')}`,
    ...describeRecords(own).map((line) => `  ${line}`),
  ]);
}

/** The records that an indicator rests on; where they did different things, with what they did. */
export function recordsBehindLines(records: readonly ExplainedRecord[]): readonly string[] {
  const groups = byEffect(records);
  if (groups.length < 2) return describeRecords(records);
  return groups.flatMap(([effect, own]) => [EFFECTS[effect], ...describeRecords(own).map((line) => `  ${line}`)]);
}

function byEffect(records: readonly ExplainedRecord[]): readonly [ExplainedRecord['effect'], ExplainedRecord[]][] {
  return (Object.keys(EFFECTS) as (keyof typeof EFFECTS)[])
    .map((effect): [ExplainedRecord['effect'], ExplainedRecord[]] => {
      return [effect, records.filter((record) => record.effect === effect)];
    })
    .filter(([, own]) => own.length > 0);
}
