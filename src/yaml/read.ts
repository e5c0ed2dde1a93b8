// YAML text to checked values: a schema says what is allowed, and every objection knows its place in the file.
import type { z } from 'zod';
import type { Fault } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/fault.js';
import { tooLong } from './abundance.js';
import { parseYaml, type Checked, type YamlDocument, type YamlText } from './document.js';
import { faultsOf } from './issues.js';
import { byPlace } from './order.js';

/** What to say where a certain key, written `a.b`, is missing or has nothing in it. */
export type WhenMissing = Readonly<Record<string, (place: Place) => Fault>>;

export interface Read<T> {
  readonly written: T;
  readonly document: YamlDocument;
}

/** All faults of the file together, in the order of their places. */
export function readYaml<Schema extends z.ZodType>(
  source: YamlText,
  schema: Schema,
  whenMissing: WhenMissing = {},
): Checked<Read<z.output<Schema>>> {
  const parsed = parseYaml(source);
  if ('faults' in parsed) return parsed;
  const document = parsed.value;
  const result = schema.safeParse(document.valueAt([]));
  const faults = result.success
    ? tooLong(document)
    : result.error.issues.flatMap((issue) => faultsOf(issue, document, whenMissing)).sort(byPlace);
  return result.success && faults.length === 0 ? { value: { written: result.data, document } } : { faults };
}
