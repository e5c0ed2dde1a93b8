// One line that says how far long work has come, for somebody who watches; never in a log.
import type { Progress } from '../exports/reader.js';
import type { Terminal } from './terminal.js';

const CLEAR_LINE = '\r\u001b[2K';

export interface ProgressLine {
  readonly report: Progress;
  /** Wipes the line, before anything else is written. */
  readonly clear: () => void;
}

/** Nothing is shown where nobody watches, or where nothing should be said. */
export function progressLine({ isWatched, flash }: Terminal, isQuiet = false): ProgressLine {
  let shown = '';
  const show = (text: string): void => {
    if (text === shown) return;
    shown = text;
    flash(text === '' ? CLEAR_LINE : `${CLEAR_LINE}${text}`);
  };
  return {
    report: (stage, done, total) => {
      if (!isWatched || isQuiet) return;
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      show(`${stage} … ${percent} %`);
    },
    clear: () => {
      if (shown !== '') show('');
    },
  };
}
