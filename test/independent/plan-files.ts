// Writes a plan in the program's plan language, with the university file that it names.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { FEEDS } from './exports.js';
import type { WrittenPlan, WrittenUniversity } from './plan-language.js';

const CONTACT = { name: 'Ada Lead', email: 'lead@example.ac.uk' };
const CONFIRMED = { confirmed_by: 'Ada Lead', confirmed_on: '2020-01-01' };

/** Returns the plan's file. */
export function writePlan(folder: string, plan: WrittenPlan, university: WrittenUniversity): string {
  mkdirSync(folder, { recursive: true });
  const everyFeed = Object.fromEntries(FEEDS.map((feed) => [feed, CONFIRMED]));
  const shared = { university: 'a generated university', ...university, feeds: everyFeed, support: CONTACT };
  writeFileSync(path.join(folder, 'university.yaml'), stringify(shared, { aliasDuplicateObjects: false }));
  const file = path.join(folder, 'plan.yaml');
  writeFileSync(file, stringify({ ...plan, leads: [CONTACT], support: CONTACT }, { aliasDuplicateObjects: false }));
  return file;
}
