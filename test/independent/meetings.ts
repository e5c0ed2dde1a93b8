// Reads meetings: of rows that differ only in whether the student came, the best one counts.
import { momentOf } from './moments.js';
import type { Session, Standing } from './sessions.js';
import { cell, groupedBy, readTable, type Row } from './tables.js';

export interface Meetings {
  readonly hasTable: boolean;
  readonly byStudent: ReadonlyMap<string, readonly Session[]>;
}

const BEST_FIRST: readonly Standing[] = ['done', 'missed', 'open'];

export function readMeetings(folder: string): Meetings {
  const files = readTable(folder, 'meetings');
  const rows = (files ?? []).map((file) => file.map((row) => ({ ...row, attended: row['attended'] ?? 'yes' })));
  const keyOf = (row: Row): string =>
    JSON.stringify(['student_id', 'held_at', 'kind'].map((column) => cell(row, column)));
  const student = (row: Row): string => cell(row, 'student_id');
  const sessions = [...groupedBy(rows.flat(), keyOf)].flatMap(([key, same]) => {
    const standings = same.map(standingOf);
    const standing = BEST_FIRST.find((one) => standings.includes(one)) ?? 'open';
    const isBest = (row: Row): boolean => keyOf(row) === key && standingOf(row) === standing;
    const times = Math.max(...rows.map((file) => file.filter(isBest).length));
    return same.slice(0, times).map((row) => ({ student: student(row), session: sessionOf(row, standing) }));
  });
  const grouped = groupedBy(sessions, (one) => one.student);
  return {
    hasTable: files !== null,
    byStudent: new Map([...grouped].map(([id, own]) => [id, own.map(({ session }) => session)])),
  };
}

function standingOf(row: Row): Standing {
  const attended = cell(row, 'attended');
  if (attended === 'yes') return 'done';
  return attended === 'no' ? 'missed' : 'open';
}

function sessionOf(row: Row, standing: Standing): Session {
  const { day } = momentOf(cell(row, 'held_at'));
  const type = cell(row, 'kind');
  return {
    day,
    module: '',
    type,
    minutes: null,
    daytime: 0,
    isOnline: false,
    standing,
    event: '',
    isEveryoneAbsent: false,
  };
}
