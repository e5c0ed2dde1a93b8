// Sources written in a test as an administrator writes them.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fault } from '../../../src/diagnostics/catalogue.js';
import type { Sources, SourceFiles } from '../../../src/mapping/mapping.js';
import { mappingsNamedIn, readSources } from '../../../src/mapping/resolve.js';
import type { Checked, YamlText } from '../../../src/yaml/document.js';

export const READY_MAPPINGS = resolve(import.meta.dirname, '../../../plans/sources');

/** With the ready mappings that it names, and others that are given. */
export function readWritten(yaml: string, own: Readonly<Record<string, string>> = {}): Checked<readonly SourceFiles[]> {
  const source = { file: 'sources.yaml', text: yaml };
  const mappings = mappingsNamedIn(source).map(({ name }): [string, YamlText] => {
    const text = own[name] ?? readFileSync(join(READY_MAPPINGS, `${name}.yaml`), 'utf8');
    return [name, { file: `${name}.yaml`, text }];
  });
  return readSources(source, new Map(mappings));
}

/** A sources file without any fault. */
export function sourcesOf(yaml: string, own: Readonly<Record<string, string>> = {}): Sources {
  const read = readWritten(yaml, own);
  if ('faults' in read) throw new Error(read.faults.map(({ message }) => message).join('\n'));
  return { sources: read.value, files: [] };
}

/** What is wrong with a sources file, by code and line. */
export function faultsIn(yaml: string, own: Readonly<Record<string, string>> = {}): readonly Fault[] {
  const read = readWritten(yaml, own);
  return 'faults' in read ? read.faults : [];
}
