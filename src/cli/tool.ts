// What this program is called and which version it is, from its own package.json.
import { createRequire } from 'node:module';

export interface Tool {
  readonly name: string;
  readonly version: string;
}

export function tool(): Tool {
  const { name, version } = createRequire(import.meta.url)('../../package.json') as Tool;
  return { name, version };
}
