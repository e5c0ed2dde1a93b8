// Times of one table that some files tell to the second and others to the minute.
import { groupBy } from '../../engagement/group-by.js';
import type { TimeFormat } from '../../mapping/time-format.js';
import type { GuardedFile } from '../guarded-file.js';
import { withSteps } from './reading.js';
import { timeOf } from './survey.js';

/** All to the minute, where one of them is. */
export function toOnePrecision(files: readonly GuardedFile[]): readonly GuardedFile[] {
  const columns = columnsOfTwoPrecisions(files);
  return columns.size === 0 ? files : files.map((file) => toMinutes(file, columns));
}

/**
 * The columns of times that have seconds in one file and none in another: one export, saved once more by a spreadsheet,
 * would otherwise be read as other acts.
 */
function columnsOfTwoPrecisions(files: readonly GuardedFile[]): ReadonlySet<string> {
  const times = files.flatMap(({ reading, survey }) =>
    [...reading.cells].flatMap(([column, { steps }]) => {
      // A column without a time in it has no precision.
      const isWritten = (survey.times.get(column)?.written ?? 0) > 0;
      return isWritten ? (timeOf(steps)?.formats ?? []).map((format) => ({ column, format })) : [];
    }),
  );
  const byColumn = groupBy(times, ({ column }) => column);
  const mixed = [...byColumn].filter(([, own]) => {
    const toTheMinute = own.filter(({ format }) => isToTheMinute(format)).length;
    return toTheMinute > 0 && toTheMinute < own.length;
  });
  return new Set(mixed.map(([column]) => column));
}

function isToTheMinute({ parts }: TimeFormat): boolean {
  return parts.includes('minute') && !parts.includes('second');
}

function toMinutes(file: GuardedFile, columns: ReadonlySet<string>): GuardedFile {
  const reading = withSteps(file.reading, (step, column) => {
    if (step.kind !== 'time' || !columns.has(column)) return step;
    return { ...step, formats: step.formats.map((format) => ({ ...format, isCutToMinute: true })) };
  });
  return { ...file, reading };
}
