// Sources drafted one by one, made to stand in one sources file: no name twice, and no file that two of them take.
import picomatch from 'picomatch';
import { exactPattern, type DraftedSource } from './suggestion-yaml.js';

/**
 * In their order; what one pattern takes in, and is read in one way, is one source with one name. `folder`: every name in
 * the folder, of which a source takes none but its own.
 */
export function standingApart(drafts: readonly DraftedSource[], folder: readonly string[]): readonly DraftedSource[] {
  const keyOfFile = new Map(drafts.map((draft) => [draft.file, sourceKey(draft)]));
  const named = drafts.map((draft) => {
    const isMatch = picomatch(draft.files, { nocase: true });
    const takesOthers = folder.some((file) => keyOfFile.get(file) !== sourceKey(draft) && isMatch(file));
    return takesOthers ? { ...draft, files: exactPattern(draft.file) } : draft;
  });
  const names = new Map<string, string>();
  const taken = new Set<string>();
  return named.map((draft) => {
    const key = sourceKey(draft);
    const name = names.get(key) ?? freeName(draft.name, taken);
    names.set(key, name);
    taken.add(name);
    return { ...draft, name };
  });
}

function sourceKey({ files, says }: DraftedSource): string {
  return JSON.stringify([files, says]);
}

/** A number at its end still leaves it short enough. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name.slice(0, 36)}-${number}`;
  return free;
}
