// One line that says how far long work has come, for somebody who watches; never in a log.
import type { Progress } from '../exports/reader.js';

const CLEAR_LINE = '\r\u001b[2K';

export interface ProgressLine {
  readonly report: Progress;
  /** Wipes the line, before anything else is written. */
  readonly clear: () => void;
}

/** `stream` is stderr; nothing is shown where nobody watches. */
export function progressLine(stream: NodeJS.WriteStream, isWatched: boolean): ProgressLine {
  let shown = '';
  const show = (text: string): void => {
    if (text === shown) return;
    shown = text;
    stream.write(text === '' ? CLEAR_LINE : `${CLEAR_LINE}${text}`);
  };
  return {
    report: (stage, done, total) => {
      if (!isWatched) return;
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      show(`${stage} … ${percent} %`);
    },
    clear: () => {
      if (shown !== '') show('');
    },
  };
}
