// Reads the university's file beside a plan: its year, by day.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { dayNumber, type Period } from './days.js';
import type { Year } from './plan.js';
import type { WrittenPeriod, WrittenPeriods, WrittenPlan, WrittenUniversity } from './plan-language.js';

export function readYear(planFile: string, plan: WrittenPlan): Year {
  const university = plan.university === undefined ? {} : readUniversity(planFile, plan.university);
  const terms = Object.values(university.terms ?? {}).map(periodOf);
  const firstTerm = Math.min(...terms.map(({ from }) => from));
  const teachingStarts = plan.teaching_starts ?? university.teaching_starts;
  return {
    teachingStartsOn: teachingStarts === undefined ? firstTerm : dayNumber(teachingStarts),
    terms,
    vacations: Object.values(university.vacations ?? {}).map((vacation) => ({
      ...periodOf(vacation),
      levels: vacation.levels ?? null,
    })),
    excepted: {
      reading_weeks: periodsOf(university.reading_weeks),
      exam_weeks: periodsOf(university.exam_weeks),
      closures: periodsOf(university.closures),
    },
    disruptions: [...periodsOf(university.disruptions), ...periodsOf(plan.disruptions)],
  };
}

function readUniversity(planFile: string, name: string): WrittenUniversity {
  return parse(readFileSync(path.join(path.dirname(planFile), name), 'utf8')) as WrittenUniversity;
}

function periodsOf(periods: WrittenPeriods | undefined): Period[] {
  return Object.values(periods ?? {}).map(periodOf);
}

/** A single date is a period of one day. */
function periodOf(written: string | WrittenPeriod): Period {
  if (typeof written === 'string') return { from: dayNumber(written), to: dayNumber(written) };
  return { from: dayNumber(written.from), to: dayNumber(written.to) };
}
