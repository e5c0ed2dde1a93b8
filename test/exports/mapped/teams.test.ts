// Real attendance reports of Microsoft Teams against a plain script: the same people there, and every row accounted for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../src/calendar/day.js';
import { READERS, reading, realData, withFolder, type Files } from '../workspace.js';
import { sourcesOf } from './sources.js';

const folder = realData('teams');
if (folder === null) process.stderr.write('Teams reports: not read, because there is no folder ../shared/data/teams\n');

const SOURCES = `
sources:
  report: { files: "report-*.csv", mapping: teams-attendance }
  list:
    files: "list-*.tsv"
    mapping: teams-attendance-list
    columns: { starts_at: { constant: 2020-06-26T08:00 }, module_code: { constant: ECS401U } }
`;

const HEAD = 'student_id,email,school,programme_code,programme_type,starts_on,status';

/** Cells as they stand: there is nothing in quotation marks. */
function cellsOf(text: string): readonly (readonly string[])[] {
  return text.split(/\r?\n/).map((line) => line.split('\t'));
}

describe.skipIf(folder === null)(
  folder === null ? 'Teams reports (they are not beside the repository)' : 'Teams reports',
  () => {
    const bytes = (name: string): Buffer => readFileSync(join(folder ?? '', name));

    function filesOf(known: readonly string[], people: readonly string[]): Files {
      const students = [
        ...known.map((address, index) => `R${index},${address}`),
        ...people.map((_, index) => `L${index},`),
      ];
      return {
        'students.csv': [HEAD, ...students.map((it) => `${it},ECS,P1,taught,2016-09-01,enrolled`), ''].join('\n'),
        'identities.csv': [
          'student_id,system,identity',
          ...people.map((name, index) => `L${index},teams_name,${name}`),
          '',
        ].join('\n'),
        'report-utf16be.csv': bytes('report-utf16be.csv'),
        'list-2020.tsv': bytes('list-2020.tsv'),
      };
    }

    test.each(READERS)('say who was there, read by %s', async (reader) => {
      const report = cellsOf(new TextDecoder('utf-16be').decode(bytes('report-utf16be.csv')));
      const from = report.findIndex(([first]) => first === '2. Participants') + 2;
      const participants = report.slice(
        from,
        report.findIndex((cells, index) => index > from && cells[0] === ''),
      );
      const attended = participants.filter((cells) => cells[6] !== 'Organizer').map((cells) => cells[4] ?? '');
      const list = cellsOf(bytes('list-2020.tsv').toString('utf8')).slice(1);
      const names = [...new Set(list.flatMap(([name = '']) => (name === '' ? [] : [name])))];
      const joinings = (name: string) => list.filter(([who, did]) => who === name && did?.startsWith('Joined')).length;
      const leavings = (name: string) => list.filter(([who, did]) => who === name && did === 'Left').length;
      // The first two of each are nobody whom the school knows.
      const [known, people] = [attended.slice(2), names.slice(2)];
      expect([attended.length, names.length]).toEqual([6, 33]);
      await withFolder(filesOf(known, people), async (exports) => {
        await reading(
          exports,
          reader,
          async (found) => {
            const { files } = found;
            const acts = (await found.acts()).map(
              (act) => `${act.studentId} ${formatDay(act.day)} ×${act.acts} ${act.module}`,
            );
            const expected = [
              ...known.map((_, index) => `R${index} 2022-11-14 ×1 `),
              ...people.map((_, index) => `L${index} 2020-06-26 ×1 ECS401U`),
            ];
            expect(acts.sort()).toEqual(expected.sort());
            const rowsOf = (name: string) => files.find(({ file }) => file === name);
            expect(rowsOf('report-utf16be.csv')).toMatchObject({
              records: participants.length,
              rows: {
                used: known.length,
                repeated: 0,
                ofUnknownStudents: 0,
                setAside: participants.length - known.length,
              },
            });
            const stays = names.reduce((sum, name) => sum + Math.max(joinings(name), leavings(name)), 0);
            const { rows, records } = rowsOf('list-2020.tsv') ?? {};
            expect(records).toBe(stays);
            expect(rowsOf('list-2020.tsv')?.madeFrom).toEqual({
              rows: list.filter(([name = '']) => name !== '').length,
              otherRows: 1,
            });
            expect(rowsOf('report-utf16be.csv')?.madeFrom).toEqual({
              rows: participants.length,
              otherRows: report.filter((_, index) => index < report.length - 1).length - participants.length,
            });
            expect((rows?.used ?? 0) + (rows?.setAside ?? 0) + (rows?.repeated ?? 0)).toBe(stays);
          },
          sourcesOf(SOURCES),
        );
      });
    });
  },
);
