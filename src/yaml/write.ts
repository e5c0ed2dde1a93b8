// Plain values as YAML that people will read and edit.
import { stringify } from 'yaml';

export function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' });
}
