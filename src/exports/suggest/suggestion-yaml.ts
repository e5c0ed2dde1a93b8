// Sources that were suggested or drafted, as they are pasted into a sources file.
import { stringifyYaml } from '../../yaml/write.js';
import { separatorWord } from '../../mapping/separator.js';
import type { Suggestion } from './suggest.js';

/** One source of a sources file. */
export interface DraftedSource {
  readonly name: string;
  readonly files: string;
  readonly says: object;
  /** What a person must still decide. */
  readonly remarks: readonly string[];
}

export function namedSource(file: string, says: object, remarks: readonly string[] = []): DraftedSource {
  return { name: sourceNameOf(file), files: patternOf(file), says, remarks };
}

export function suggestedSource(
  { mapping, table, encoding, separator, isOtherSeparator }: Suggestion,
  file: string,
): DraftedSource {
  return namedSource(file, {
    ...(mapping === null ? { table } : { mapping }),
    ...(encoding === null ? {} : { encoding }),
    ...(isOtherSeparator ? { separator: separatorWord(separator) } : {}),
  });
}

/** The lines of one source. */
export function sourceLines({ name, files, says, remarks }: DraftedSource): readonly string[] {
  const yaml = stringifyYaml({ [name]: { files, ...says } });
  return [...remarks.map((remark) => `# ${remark}`), ...yaml.trimEnd().split('\n')];
}

const HEADING = [
  '# Drafted by `checkpoint sources --write` from the names, headers and first rows of the files. Nothing here is in force',
  '# until this file is called sources.yaml: read it, finish it, and look again with `checkpoint sources`.',
];

/** A whole sources file; files that one pattern takes in are one source. */
export function draftText(drafts: readonly DraftedSource[]): string {
  const byPattern = new Map(drafts.map((draft) => [draft.files, draft]));
  const names = new Set<string>();
  const lines = [...byPattern.values()].flatMap((draft) => {
    let { name } = draft;
    for (let number = 2; names.has(name); number += 1) name = `${draft.name}-${number}`;
    names.add(name);
    return ['', ...sourceLines({ ...draft, name }).map((line) => `  ${line}`)];
  });
  return [...HEADING, 'sources:', ...lines.slice(1), ''].join('\n');
}

/** What changes from one export to the next: dates, numbers, and the "(1)" of a second download. */
function patternOf(file: string): string {
  const [, name = file, ending = ''] = /^(.*?)((?:\.[A-Za-z]+(?:\.gz)?)?)$/.exec(file) ?? [];
  const stem = name.replaceAll(/[[\]{}()!?*+@\\]/g, '?').replaceAll(/[-_ ?]*[0-9][-_ 0-9?]*/g, '*');
  return `${stem}*${ending}`.replaceAll(/\*+/g, '*');
}

function sourceNameOf(file: string): string {
  const name = file
    .replace(/\..*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return name === '' ? 'exports' : name.slice(0, 40);
}
