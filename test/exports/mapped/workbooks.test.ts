// Workbooks of ready mappings, read by both readers.
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../src/calendar/day.js';
import type { Moment } from '../../../src/calendar/moment.js';
import { workbook } from '../../support/workbook.js';
import { everything, faultsOf, line, READERS, reading, withFolder, type Files } from '../workspace.js';
import { sourcesOf } from './sources.js';

const STUDENTS = [
  'student_id,email,school,programme_code,programme_type,starts_on,status',
  '0001,ada@school.ac.uk,ECS,P1,taught,2025-09-22,enrolled',
  '0002,zoe@school.ac.uk,ECS,P1,taught,2025-09-22,enrolled',
  '',
].join('\n');

/** 5 October 2026. */
const DAY = 46_300;
const minute = (hour: number, past = 0): number => (hour * 60 + past) / 1440;

async function read(yaml: string, files: Files) {
  return withFolder({ 'students.csv': STUDENTS, ...files }, async (folder) => {
    const [one, other] = await Promise.all(
      READERS.map((reader) => reading(folder, reader, everything, sourcesOf(yaml))),
    );
    expect(other).toEqual(one);
    if (one === undefined) throw new Error('no reader read it');
    return one;
  });
}

const momentText = ({ day, minute: at }: Moment): string =>
  `${formatDay(day)}${at === null ? '' : ` ${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`}`;

describe('a Turnitin inbox', () => {
  const SOURCE = `
sources:
  report:
    files: "*.xlsx"
    mapping: turnitin-inbox
    columns: { due_at: { constant: 2026-10-05T17:00 }, assessment_id: { constant: R1 } }
`;
  const head = ['Email', 'Title', 'Date Uploaded'];

  test('a paper handed in a minute late is late, as it stands in the cell', async () => {
    const at = (past: number) => ({ number: (DAY + minute(17, past)).toPrecision(15), style: 2 as const });
    const rows = [head, ['ada@school.ac.uk', 'A', at(0)], ['zoe@school.ac.uk', 'Z', at(1)]];
    const { dues } = await read(SOURCE, { 'R1.xlsx': workbook({ name: 'Inbox', rows }) });
    expect(
      dues.map(({ studentId, submitted }) => [studentId, submitted === null ? null : momentText(submitted)]),
    ).toEqual([
      ['0001', '2026-10-05 17:00'],
      ['0002', '2026-10-05 17:01'],
    ]);
  });

  test('a time that is an error, or was never calculated, is no paper that was not handed in', async () => {
    const rows = [
      head,
      ['ada@school.ac.uk', 'A', { xml: '<c r="REF" t="e"><f>1/0</f><v>#DIV/0!</v></c>' }],
      ['zoe@school.ac.uk', 'Z', { xml: '<c r="REF"><f>NOW()</f></c>' }],
    ];
    const files = { 'students.csv': STUDENTS, 'R1.xlsx': workbook({ name: 'Inbox', rows }) };
    expect(await faultsOf(files, sourcesOf(SOURCE))).toEqual([
      'cell-holds-error R1.xlsx 1 C',
      'cell-not-calculated R1.xlsx 2 C',
    ]);
  });

  test('of another sheet that holds rows it is said that it was not read', async () => {
    const rows = [head, ['ada@school.ac.uk', 'A', { number: DAY, style: 1 as const }]];
    const bytes = workbook({ name: 'Inbox', rows }, { name: 'Late papers', rows });
    const { findings } = await read(SOURCE, { 'R1.xlsx': bytes });
    expect(findings.map(line)).toContain('sheets-not-read R1.xlsx');
  });
});

const REGISTERS = `
sources:
  registers: { files: "*.xlsx", mapping: celcat-register }
`;

test('an error in a column that only an id is joined of is told: it would be another event', async () => {
  const rows = [
    ['Student ID', 'Event ID', 'Module', 'Category', 'Date', 'Start Time', 'End Time', 'Mark'],
    [
      '0001',
      { xml: '<c r="REF" t="e"><f>1/0</f><v>#N/A</v></c>' },
      'ECS401U',
      'Lab',
      '05/10/2026',
      '09:00',
      '10:00',
      'P',
    ],
  ];
  const files = { 'students.csv': STUDENTS, 'registers.xlsx': workbook({ name: 'Sheet1', rows }) };
  expect(await faultsOf(files, sourcesOf(REGISTERS))).toEqual(['cell-holds-error registers.xlsx 1 B']);
});

test('registers whose days and times are those of Excel are read as they stand', async () => {
  const time = (hour: number, past = 0) => ({ number: minute(hour, past), style: 3 as const });
  const day = { number: DAY, style: 1 as const };
  const rows = [
    ['Student ID', 'Event ID', 'Module', 'Category', 'Date', 'Start Time', 'End Time', 'Mark'],
    ['0001', '77', 'ECS401U', 'Lecture', day, time(9), time(10, 50), 'P'],
    ['0002', '77', 'ECS401U', 'Lecture', day, time(9), time(10, 50), 'A'],
  ];
  const { traces } = await read(REGISTERS, { 'registers.xlsx': workbook({ name: 'Sheet1', rows }) });
  const seen = traces.flat().map(({ at, minutes, standing, eventId }) => [momentText(at), minutes, standing, eventId]);
  expect(seen).toEqual([
    ['2026-10-05 9:00', 110, 'done', '77-ECS401U-2026-10-05T09-00'],
    ['2026-10-05 9:00', 110, 'missed', '77-ECS401U-2026-10-05T09-00'],
  ]);
});
