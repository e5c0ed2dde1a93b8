// A folder of exports without the files of the feeds that a run is told to go on without.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Feed } from './exports.js';

/** Without registers a timetable says of nobody that they were missed. */
function tablesOf(feed: Feed): readonly string[] {
  return feed === 'attendance' ? ['attendance', 'timetable', 'allocations'] : [feed];
}

/** The files that hold a feed. */
function filesOf(folder: string, feed: Feed): string[] {
  return readdirSync(folder).filter((file) => tablesOf(feed).some((table) => file.startsWith(table)));
}

/** Copies the folder without them. Returns the feeds of which there were any. */
export function leaveOut(feeds: readonly Feed[], folder: string, copy: string): Feed[] {
  cpSync(folder, copy, { recursive: true });
  return feeds.filter((feed) => {
    const files = filesOf(copy, feed);
    for (const file of files) rmSync(path.join(copy, file));
    return files.length > 0;
  });
}
