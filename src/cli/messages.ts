// Faults as an administrator reads them: where, what is wrong, what to do.
import type { ChalkInstance } from 'chalk';
import type { Fault } from '../diagnostics/catalogue.js';
import type { Place, Severity } from '../diagnostics/fault.js';

/** One fault, ending in a line break; the frame and the remedy stand indented below. */
function describeFault({ severity, place, message, hint }: Fault, paint: ChalkInstance): string {
  const where = place === null ? '' : `${paint.bold(describePlace(place))}\n  `;
  const lines = [
    `${paintSeverity(severity, paint)} ${where}${message}`,
    ...(place?.frame === undefined ? [] : place.frame.split('\n').map((line) => `    ${line}`)),
    ...(hint === '' ? [] : [`  ${paint.cyan('→')} ${hint}`]),
  ];
  return `${lines.join('\n')}\n`;
}

export function describeFaults(faults: readonly Fault[], paint: ChalkInstance): string {
  return faults.map((fault) => describeFault(fault, paint)).join('');
}

/** `students.csv, record 4, column email` or `plan.yaml:12:3`. */
function describePlace({ file, record, column, line, lineColumn }: Place): string {
  if (line !== undefined) return `${file}:${line}${lineColumn === undefined ? '' : `:${lineColumn}`}`;
  return [
    file,
    ...(record === undefined ? [] : [record === 0 ? 'header' : `record ${record}`]),
    ...(column === undefined ? [] : [columnText(column)]),
  ].join(', ');
}

/** A column without a name is called by its number already: `column 6`. */
function columnText(column: string): string {
  return /^column \d+$/.test(column) ? column : `column ${column}`;
}

function paintSeverity(severity: Severity, paint: ChalkInstance): string {
  switch (severity) {
    case 'error':
      return paint.red('error:');
    case 'warning':
      return paint.yellow('warning:');
    case 'info':
      return paint.dim('note:');
  }
}
