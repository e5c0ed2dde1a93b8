// A student and their enrolments, as the records of the exports state them.
import type { Day } from '../calendar/day.js';

/** Where a statement was read: the file's name and its data record, counted from 1 after the header. */
export interface Source {
  readonly file: string;
  readonly record: number;
}

export type ProgrammeType = 'taught' | 'research';
export type Mode = 'full-time' | 'part-time';
export type Status = 'enrolled' | 'interrupted' | 'withdrawn' | 'completed';
export type Category = 'campus' | 'associate' | 'tne';
export type Funding = 'slc' | 'self' | 'other';

/** A programme in which two schools have a part (6.2f). The student's `school` is the one that decides. */
export interface JointProgramme {
  readonly otherSchool: string;
  /** False: the exports do not say which of the two decides, and `school` is only the first of them. */
  readonly isSettled: boolean;
}

/** Text cells that the export leaves blank are `''`; everything else that is blank is null. */
export interface Student {
  readonly studentId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string;
  readonly email: string;
  readonly school: string;
  readonly faculty: string;
  readonly programmeCode: string;
  readonly programmeTitle: string;
  readonly programmeType: ProgrammeType;
  readonly targetAwardRqf: number | null;
  readonly yearOfStudy: string;
  readonly mode: Mode | null;
  readonly registeredOn: Day | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly status: Status;
  /** The first day of `status`; null: it holds for all dates. */
  readonly statusFrom: Day | null;
  /** Blank is `campus`. */
  readonly category: Category;
  /** Holds a Student Route visa (7.5). Blank is no. */
  readonly isSponsored: boolean;
  readonly visaFrom: Day | null;
  readonly visaTo: Day | null;
  /** Null: the programme of one school. */
  readonly joint: JointProgramme | null;
  readonly schoolFrom: Day | null;
  readonly isRemotePermitted: boolean | null;
  readonly advisorName: string;
  readonly advisorEmail: string;
  readonly funding: Funding | null;
  readonly source: Source;
}

/** A student's enrolment on a module; null: no limit on that side. */
export interface ModuleEnrolment {
  readonly studentId: string;
  readonly moduleCode: string;
  readonly moduleSchool: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly source: Source;
}
