// The kinds of evidence of clause 7.1, and the tables that hold them.

export const FEEDS = ['attendance', 'submissions', 'vle', 'meetings', 'lecture_capture', 'activities'] as const;

/** One kind of recorded engagement. */
export type Feed = (typeof FEEDS)[number];

export const CLAUSE_OF_FEED: Readonly<Record<Feed, string>> = {
  attendance: '7.1a',
  submissions: '7.1b',
  vle: '7.1c',
  meetings: '7.1d',
  lecture_capture: '7.1e',
  activities: '7.1f',
};
