// A file under check: where its values stand, and the list of what is wrong with them.
import type { Fault } from '../diagnostics/catalogue.js';
import type { YamlDocument } from '../yaml/document.js';

export interface Check {
  readonly document: YamlDocument;
  readonly report: (fault: Fault) => void;
}
