// What a student was expected at: events with a register, and meetings.
import type { DayNumber } from './days.js';

/** `open`: nobody noted whether the student was there. */
export type Standing = 'done' | 'remote' | 'missed' | 'authorised' | 'open';

export interface Session {
  readonly day: DayNumber;
  /** Blank: none. */
  readonly module: string;
  /** Event type, or kind of meeting. */
  readonly type: string;
  readonly minutes: number | null;
  /** Of the minutes, those of Monday to Friday between eight and six. */
  readonly daytime: number;
  readonly isOnline: boolean;
  readonly standing: Standing;
  /** Blank for a meeting. */
  readonly event: string;
  readonly isEveryoneAbsent: boolean;
}

export interface TimetabledEvent {
  readonly event: string;
  readonly day: DayNumber;
  readonly module: string;
  readonly type: string;
  readonly minutes: number | null;
  readonly daytime: number;
  readonly delivery: string;
  readonly endsAt: string;
  readonly isCancelled: boolean;
}
