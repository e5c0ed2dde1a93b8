// A suggestion as it is pasted into a sources file.
import { stringifyYaml } from '../../yaml/write.js';
import type { Suggestion } from './suggest.js';
import type { Separator } from '../mapping/mapping.js';

const SEPARATORS: Readonly<Record<Separator, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** The lines of one source. */
export function suggestionYaml(suggestion: Suggestion, file: string): readonly string[] {
  return stringifyYaml(suggestedSource(suggestion, file)).trimEnd().split('\n');
}

function suggestedSource({ mapping, table, separator, isOtherSeparator }: Suggestion, file: string): object {
  return {
    [sourceNameOf(file)]: {
      files: patternOf(file),
      ...(mapping === null ? { table } : { mapping }),
      ...(isOtherSeparator ? { separator: SEPARATORS[separator] } : {}),
    },
  };
}

/** What changes from one export to the next: dates, numbers, and the "(1)" of a second download. */
function patternOf(file: string): string {
  const [, name = file, ending = ''] = /^(.*?)((?:\.[A-Za-z]+(?:\.gz)?)?)$/.exec(file) ?? [];
  return `${name.replaceAll(/[[\]{}()!?*+@\\]/g, '?').replaceAll(/[-_ ?]*[0-9][-_ 0-9?]*/g, '*')}*${ending}`.replaceAll(
    /\*+/g,
    '*',
  );
}

function sourceNameOf(file: string): string {
  const name = file
    .replace(/\..*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return name === '' ? 'exports' : name.slice(0, 40);
}
