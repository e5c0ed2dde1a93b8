// Everything that a folder of canonical exports says, read naively: every file of a table, every row.
import type { DayNumber } from './days.js';
import { readDues, type Dues } from './dues.js';
import { readMeetings, type Meetings } from './meetings.js';
import { readRecords, type Records } from './records.js';
import { readRegisters, type Registers } from './registers.js';
import { readTimetable, type Timetable } from './timetable.js';
import { readActivities, readLectureCapture, readVle, type Uses } from './uses.js';

export const FEEDS = ['attendance', 'submissions', 'vle', 'meetings', 'lecture_capture', 'activities'] as const;
export type Feed = (typeof FEEDS)[number];

export interface Exports extends Records {
  readonly timetable: Timetable;
  readonly registers: Registers;
  readonly meetings: Meetings;
  readonly vle: Uses;
  readonly lectureCapture: Uses;
  readonly activities: Uses;
  readonly dues: Dues;
  /** Told to be gone on without, though files hold them: what they say is not read here either. */
  readonly setAside: ReadonlySet<Feed>;
  /** The days of acts that show a feed was alive, whoever the student is. */
  readonly actDays: Readonly<Record<Feed, readonly DayNumber[]>>;
  /** Of these, the ones of students whom the students table has. */
  readonly studentActDays: Readonly<Record<Feed, readonly DayNumber[]>>;
}

/** Without the files of what is set aside, which the folder must not hold. */
export function readExports(folder: string, setAside: ReadonlySet<Feed> = new Set()): Exports {
  const records = readRecords(folder);
  const timetable = readTimetable(folder);
  const tables = {
    registers: readRegisters(folder, timetable),
    meetings: readMeetings(folder),
    vle: readVle(folder),
    lectureCapture: readLectureCapture(folder),
    activities: readActivities(folder),
    dues: readDues(folder, records.circumstances),
  };
  const known = new Set(records.students.map(({ id }) => id));
  return {
    ...records,
    timetable,
    ...tables,
    setAside,
    actDays: actDays(tables, () => true),
    studentActDays: actDays(tables, (id) => known.has(id)),
  };
}

type Tables = Pick<Exports, 'registers' | 'meetings' | 'vle' | 'lectureCapture' | 'activities' | 'dues'>;

function actDays(
  { registers, meetings, vle, lectureCapture, activities, dues }: Tables,
  isOne: (student: string) => boolean,
): Exports['actDays'] {
  const ofThem = <T>(byStudent: ReadonlyMap<string, readonly T[]>): T[] =>
    [...byStudent].filter(([student]) => isOne(student)).flatMap(([, own]) => own);
  const daysIn = ({ byStudent }: Uses): DayNumber[] => ofThem(byStudent).map(({ day }) => day);
  return {
    attendance: ofThem(registers.actDays),
    submissions: ofThem(dues ?? new Map<string, never[]>()).flatMap(({ submitted }) =>
      submitted === null ? [] : [submitted.day],
    ),
    vle: daysIn(vle),
    meetings: ofThem(meetings.byStudent)
      .filter(({ standing }) => standing !== 'open')
      .map(({ day }) => day),
    lecture_capture: daysIn(lectureCapture),
    activities: daysIn(activities),
  };
}
