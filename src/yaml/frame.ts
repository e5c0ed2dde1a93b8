// The lines around a fault, with a mark under it, as syntax errors have them.
import type { Fault } from '../diagnostics/catalogue.js';
import { printable } from '../diagnostics/printable.js';
import type { YamlText } from './document.js';

/** Long lines are shown from this many characters before the fault to as many after it. */
const REACH = 100;
const LINES_ABOVE = 2;
const LINES_BELOW = 3;

/** Adds the frame to every fault that has a line in one of the texts. The framing code is loaded only for a fault. */
export async function withFrames(faults: readonly Fault[], sources: readonly YamlText[]): Promise<readonly Fault[]> {
  if (faults.length === 0) return faults;
  const { codeFrameColumns } = await import('@babel/code-frame');
  // A place names its file as a message can show it.
  const texts = new Map(sources.map(({ file, text }) => [printable(file), text.split(/\r?\n/)]));
  return faults.map((it) => {
    const text = texts.get(it.place?.file ?? '');
    if (it.place?.line === undefined || text === undefined) return it;
    const { line, lineColumn = 1 } = it.place;
    const left = Math.max(0, lineColumn - 1 - REACH);
    const startLine = Math.max(1, line - LINES_ABOVE);
    const near = text.slice(startLine - 1, line + LINES_BELOW);
    const lines = near.map((row) => printable(row.slice(left, left + 2 * REACH)));
    // The types do not know `startLine` yet.
    const options = { highlightCode: false, linesAbove: LINES_ABOVE, linesBelow: LINES_BELOW, startLine };
    const start = { line, column: lineColumn - left };
    return { ...it, place: { ...it.place, frame: codeFrameColumns(lines.join('\n'), { start }, options) } };
  });
}
