// A plan's text, and its university's, to a resolved plan or to everything that is wrong with them. Reads no files.
import type { z } from 'zod';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/fault.js';
import { parseYaml, type Checked, type YamlText } from '../yaml/document.js';
import { byPlace } from '../yaml/order.js';
import { readYaml, type WhenMissing } from '../yaml/read.js';
import type { InputFile, Plan } from './plan.js';
import { resolvePlan } from './resolve.js';
import { NO_UNIVERSITY, resolveUniversity, type University } from './resolve-university.js';
import { planName, planSchema, universityName } from './schema.js';
import { universitySchema } from './schema-university.js';

export interface PlanText extends YamlText {
  /** Of the file's bytes. */
  readonly sha256: string;
}

export type ReadPlan =
  { readonly plan: Plan; readonly findings: readonly Fault[] } | { readonly faults: readonly Fault[] };

/** What a plan cannot do without, whatever its school decides (6.2). */
const REQUIRED_BY_POLICY: WhenMissing = {
  leads: (place) => fault('plan-without-leads', {}, place),
  indicators: (place) => fault('plan-without-indicators', {}, place),
  checkpoints: (place) => fault('plan-without-checkpoints', {}, place),
};

/** Findings are warnings and remarks; faults are errors, those of the university's file last. */
export function readPlan(source: PlanText, universitySource: PlanText | null): ReadPlan {
  const university = readUniversity(universitySource);
  const read = readYaml(source, planSchema, REQUIRED_BY_POLICY);
  const unread = [read, university].flatMap((it) => ('faults' in it ? it.faults : []));
  if ('faults' in read || 'faults' in university) return { faults: unread };
  const told: Fault[] = [];
  const files = [source, ...(universitySource === null ? [] : [universitySource])].map(inputFile);
  const check = { document: read.value.document, report: (it: Fault) => told.push(it) };
  const plan = resolvePlan(read.value.written, university.value, files, check);
  const faults = told.sort(byPlace).filter(({ severity }) => severity === 'error');
  return plan === null || faults.length > 0 ? { faults } : { plan, findings: told };
}

export interface NamedInPlan {
  readonly text: string;
  readonly place: Place;
}

/** What the plan calls itself and the university file that it names, however wrong the rest may be; null where it does not say. */
export function namedIn(source: YamlText): {
  readonly plan: NamedInPlan | null;
  readonly university: NamedInPlan | null;
} {
  const parsed = parseYaml(source);
  if ('faults' in parsed) return { plan: null, university: null };
  const document = parsed.value;
  const named = (key: string, schema: z.ZodType<string>): NamedInPlan | null => {
    const { data: text } = schema.safeParse(document.valueAt([key]));
    return text === undefined ? null : { text, place: document.placeOf([key]) };
  };
  return { plan: named('plan', planName), university: named('university', universityName) };
}

function readUniversity(source: PlanText | null): Checked<University> {
  if (source === null) return { value: NO_UNIVERSITY };
  const read = readYaml(source, universitySchema);
  if ('faults' in read) return read;
  const faults: Fault[] = [];
  const check = { document: read.value.document, report: (it: Fault) => faults.push(it) };
  const value = resolveUniversity(read.value.written, check);
  return faults.length > 0 ? { faults: faults.sort(byPlace) } : { value };
}

/** Folders are left out: they differ from machine to machine, and what is recorded must not. */
export function inputFile({ file, sha256 }: PlanText): InputFile {
  return { file: file.replace(/^.*[/\\]/, ''), sha256 };
}
