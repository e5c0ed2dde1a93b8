// Sources that were suggested or drafted, as they are pasted into a sources file.
import { stringifyYaml } from '../../yaml/write.js';
import { separatorWord } from '../../mapping/separator.js';
import type { Suggestion } from './suggest.js';

/** One source of a sources file. */
export interface DraftedSource {
  /** Of which it was made. */
  readonly file: string;
  readonly name: string;
  readonly files: string;
  readonly says: object;
  /** What a person must still decide. */
  readonly remarks: readonly string[];
}

export function namedSource(file: string, says: object, remarks: readonly string[] = []): DraftedSource {
  return { file, name: sourceNameOf(file), files: patternOf(file), says, remarks };
}

export function suggestedSource(suggestion: Suggestion, file: string): DraftedSource {
  const { mapping, table, encoding, otherSeparator, sheet, columns, guessed, missing, left } = suggestion;
  const blank = [...missing, ...left];
  const says = {
    ...(mapping === null ? { table } : { mapping }),
    ...(encoding === null ? {} : { encoding }),
    ...(otherSeparator === null ? {} : { separator: separatorWord(otherSeparator) }),
    ...(sheet === null ? {} : { sheet }),
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
  };
  const remarks = [
    ...(guessed.length === 0 ? [] : [`Look whether this is the right column: ${guessed.join(', ')}.`]),
    ...(blank.length === 0 ? [] : [`Still to be filled in, or the source is refused: ${blank.join(', ')}.`]),
  ];
  const draft = namedSource(file, says, remarks);
  // What is said of this file would be wrong of the next assignment or meeting.
  return left.length === 0 ? draft : { ...draft, files: patternOfOne(file) };
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

/** A whole sources file of sources that stand apart. */
export function draftText(drafts: readonly DraftedSource[]): string {
  const byName = new Map(drafts.map((draft) => [draft.name, draft]));
  const lines = [...byName.values()].flatMap((draft) => ['', ...sourceLines(draft).map((line) => `  ${line}`)]);
  return [...HEADING, 'sources:', ...lines.slice(1), ''].join('\n');
}

/** What changes from one export to the next: dates, numbers, and the "(1)" of a second download. */
function patternOf(file: string): string {
  const [, name = file, ending = ''] = /^(.*?)((?:\.[A-Za-z]+(?:\.gz)?)?)$/.exec(file) ?? [];
  const stem = exactPattern(name).replaceAll(/[-_ ?]*[0-9][-_ 0-9?]*/g, '*');
  return `${stem}*${ending}`.replaceAll(/\*+/g, '*');
}

/** Nothing but the day of the export changes. */
function patternOfOne(file: string): string {
  return exactPattern(file).replaceAll(/20[0-9]{2}-?(?:0[1-9]|1[0-2])-?[0-3][0-9](?:[-_ T]?[0-9]{4,6})?/g, '*');
}

/** That fits this name, and none that differs in more than a mark of the patterns. */
export function exactPattern(file: string): string {
  return file.replaceAll(/[[\]{}()!?*+@\\]/g, '?');
}

function sourceNameOf(file: string): string {
  const name = file
    .replace(/\..*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return name === '' ? 'exports' : name.slice(0, 40);
}
