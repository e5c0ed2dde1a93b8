// Mapped exports, read by both readers: what each step makes of a cell, what is set aside, and what is refused.
import { describe, expect, test } from 'vitest';
import { faultsOf, reading, STUDENTS, withFolder, type Files } from '../workspace.js';
import { readMapped as read } from './read-mapped.js';
import { sourcesOf } from './sources.js';

const LOG = `
sources:
  qmplus:
    files: "log*"
    table: vle
    separator: semicolon
    columns:
      student_id: { column: Who, pattern: ["id '([0-9]+)'", "number ([0-9]+)"] }
      occurred_at: { column: [When, Time of day], format: "d/MM/yy, HH:mm" }
      component: Tool
      module_code: { file_name: true, pattern: "log-([A-Z0-9]+)" }
      action: { column: Verb, values: { Viewed: view, SENT: submit }, otherwise: other }
    set_aside:
      by the system: { column: Origin, is: [CLI, restore] }
      in another's name: { column: Name, matches: "^.+ as .+$" }
      nobody is named: { blank: student_id }
`;

const HEAD = 'who;When;tool;VERB;origin;Name\r\n';
const row = (who: string, when = '5/11/25, 14:03', more = 'Forum;viewed;web;-'): string =>
  `${who};"${when}";${more}\r\n`;

describe('a log', () => {
  test('columns by any spelling, patterns, values, the name of the file; set aside by reason', async () => {
    const { records, rows, findings } = await read(LOG, {
      'log-M101.csv':
        HEAD +
        row("id '0001' looked") +
        row('number 0001', '25/12/25, 00:00', 'Quiz;Sent;web;-') +
        row("id '0001'", '6/11/25, 09:00', 'Quiz;tried;web;A as B') +
        row("id '0001'", 'nonsense', 'Quiz;tried;cli;A as B') +
        row('nobody', '5/11/25, 14:03') +
        row("id '7777'"),
    });
    expect(records).toEqual([
      'log-M101.csv 1: 2025-11-05 14:03 Forum M101 ×1 done',
      'log-M101.csv 2: 2025-12-25 0:00 Quiz M101 ×1 done',
    ]);
    expect(rows).toEqual([{ file: 'log-M101.csv', used: 2, repeated: 0, ofUnknownStudents: 1, setAside: 3 }]);
    expect(findings).toEqual([
      'rows-set-aside log-M101.csv',
      'rows-set-aside log-M101.csv',
      'rows-set-aside log-M101.csv',
      'rows-of-unknown-students',
    ]);
  });

  test('the same export again counts once, and a tab or a gzip is no matter', async () => {
    const both = row("id '0001'") + row("id '0001'", '6/11/25, 09:00');
    const { records } = await read(LOG, {
      'log-M101 (1).txt': HEAD + both,
      'log-M101.csv': HEAD + both + row("id '0001'", '7/11/25, 09:00'),
    });
    expect(records.map((it) => it.replace(/^.*: /, ''))).toHaveLength(5);
    const { all } = await read(LOG, {
      'log-M101 (1).txt': HEAD + both,
      'log-M101.csv': HEAD + both + row("id '0001'", '7/11/25, 09:00'),
    });
    expect(all.acts.reduce((sum, { acts }) => sum + acts, 0)).toBe(3);
  });

  test('the same export saved by a spreadsheet, which makes numbers of its times, counts once', async () => {
    const yaml = LOG.replace('"d/MM/yy, HH:mm"', '["d/MM/yy, HH:mm:ss", spreadsheet serial]');
    const { all, records } = await read(yaml, {
      'log-M101 (1).csv': HEAD + row("id '0001'", '5/11/25, 14:03:45') + row("id '0001'", '5/11/25, 00:05:00'),
      // 00:05 is no round part of a day.
      'log-M101.csv': HEAD + row("id '0001'", '45966.5859375') + row("id '0001'", '45966.00347222222'),
    });
    expect(records.map((it) => it.replace(/^.*: /, '').slice(0, 16))).toEqual([
      ...['2025-11-05 14:03', '2025-11-05 0:05 ', '2025-11-05 14:03', '2025-11-05 0:05 '],
    ]);
    expect(all.acts.reduce((sum, { acts }) => sum + acts, 0)).toBe(2);
  });

  test('a file of which every row is set aside is known, and holds nothing', async () => {
    const { all, rows } = await read(LOG, { 'log.csv': HEAD + row('nobody') });
    expect(rows).toEqual([{ file: 'log.csv', used: 0, repeated: 0, ofUnknownStudents: 0, setAside: 1 }]);
    expect(all.feeds).toEqual([['vle', expect.objectContaining({ actDays: [], records: 1 })]]);
  });

  test.each([
    [row("id '0001'", '13/13/25, 10:00'), 'time-not-in-format log.csv 1 When'],
    [row("id '0001'", '2025-11-05T14:03'), 'time-not-in-format log.csv 1 When'],
    [row("id '0001'") + row("id '0001'", ''), 'cell-blank log.csv 2 occurred_at'],
  ])('%s: %s', async (rows, expected) => {
    expect(await faultsOf({ 'students.csv': STUDENTS, 'log.csv': HEAD + rows }, sourcesOf(LOG))).toEqual([expected]);
  });

  test('a value that the mapping does not have is a fault, unless every other has a word', async () => {
    const strict = LOG.replace(', otherwise: other', '');
    const files = {
      'students.csv': STUDENTS,
      'log.csv': HEAD + row("id '0001'") + row("id '0001'", undefined, 'Quiz;tried;web;-'),
    };
    expect(await faultsOf(files, sourcesOf(strict))).toEqual(['value-not-mapped log.csv 2 VERB']);
  });

  test('a column that is missing is told by its names: an error unless it is optional', async () => {
    const without = (name: string) => HEAD.replace(name, 'Other');
    const files = (head: string) => ({ 'students.csv': STUDENTS, 'log.csv': head + row("id '0001'") });
    expect(await faultsOf(files(without('When')), sourcesOf(LOG))).toEqual(['mapped-column-missing log.csv 0 When']);
    expect(await faultsOf(files(without('origin')), sourcesOf(LOG))).toEqual([
      'mapped-rule-column-missing log.csv 0 Origin',
    ]);
    expect(await faultsOf(files(without('tool')), sourcesOf(LOG))).toEqual(['mapped-column-missing log.csv 0 Tool']);
    const optional = LOG.replace('component: Tool', 'component: { column: Tool, optional: true }');
    const { findings } = await read(optional, { 'log.csv': without('tool') + row("id '0001'") });
    expect(findings).toEqual(['mapped-columns-absent log.csv 0']);
    expect(await faultsOf(files(HEAD.replace('VERB', 'w-h o')), sourcesOf(LOG))).toContain(
      'column-named-twice log.csv 0 who',
    );
  });
});

describe('a column that several formats may be', () => {
  const either = LOG.replace('"d/MM/yy, HH:mm"', '["d/MM/yy, HH:mm", "M/d/yy, HH:mm", "dd/MM/yy, HH:mm"]');
  const log = (...days: readonly string[]): Files => ({
    'log.csv': HEAD + days.map((day) => row("id '0001'", `${day}, 10:00`)).join(''),
  });
  const daysBy = async (yaml: string, ...days: readonly string[]) =>
    (await read(yaml, log(...days))).records.map((it) => it.replace(/^.*: (\S+) .*$/, '$1'));
  const daysOf = (...days: readonly string[]) => daysBy(either, ...days);

  test('is what reads all of it', async () => {
    expect(await daysOf('5/11/25', '13/11/25')).toEqual(['2025-11-05', '2025-11-13']);
    expect(await daysOf('5/11/25', '11/13/25')).toEqual(['2025-05-11', '2025-11-13']);
    // Two that agree on every cell are one.
    expect(await daysOf('05/05/25', '13/05/25')).toEqual(['2025-05-05', '2025-05-13']);
    expect(await daysOf('5/05/25')).toEqual(['2025-05-05']);
  });

  test('is asked about where two read all of it otherwise, and told where none does', async () => {
    const refusals = (files: Files) => faultsOf({ 'students.csv': STUDENTS, ...files }, sourcesOf(either));
    expect(await refusals(log('5/05/25', '5/11/25', '6/11/25'))).toEqual(['time-format-ambiguous log.csv 2 When']);
    expect(await refusals(log('13/11/25', '14/11/25', '11/13/25'))).toEqual(['time-not-in-format log.csv 3 When']);
  });

  test('is asked about where the same format, day and month the other way round, would read all of it too', async () => {
    const moodle = LOG.replace('"d/MM/yy, HH:mm"', '["d/MM/yy, HH:mm", "M/d/yy, HH:mm"]');
    const refusals = (...days: readonly string[]) =>
      faultsOf({ 'students.csv': STUDENTS, ...log(...days) }, sourcesOf(moodle));
    // 10 and 12 January, or 1 October and 1 December.
    expect(await refusals('10/1/27', '12/1/27')).toEqual(['time-format-ambiguous log.csv 1 When']);
    // Only the other way round: nobody said that it may be.
    expect(await refusals('13/1/27', '10/1/27')).toEqual(['time-not-in-format log.csv 1 When']);
    expect(await daysBy(moodle, '1/13/27', '10/1/27')).toEqual(['2027-01-13', '2027-10-01']);
    expect(await daysBy(moodle, '1/1/27', '2/2/27')).toEqual(['2027-01-01', '2027-02-02']);
    const declared = moodle.replace('table: vle', 'table: vle\n    format: "d/M/yy, HH:mm"');
    expect(await daysBy(declared, '10/1/27')).toEqual(['2027-01-10']);
  });

  test('is compared to the minute where one file has seconds and another, saved by a spreadsheet, has none', async () => {
    const yaml = LOG.replace('"d/MM/yy, HH:mm"', '["d/MM/yy, HH:mm:ss", "dd/MM/yyyy HH:mm", spreadsheet serial]');
    const file = (...times: readonly string[]) => HEAD + times.map((time) => row("id '0001'", time)).join('');
    const seconds = file('5/11/25, 14:03:10', '5/11/25, 14:03:50', '6/11/25, 09:00:59');
    const counts = async (files: Files) =>
      (await read(yaml, files)).rows.map(({ used, repeated }) => [used, repeated] as const);
    const minutes = file('05/11/2025 14:03', '05/11/2025 14:03', '06/11/2025 09:00', '07/11/2025 10:00');
    expect(await counts({ 'log-M101.csv': seconds, 'log-M101-corrected.csv': minutes })).toEqual([
      [4, 0],
      [0, 3],
    ]);
    // A file without a row says nothing of how fine times are.
    const yamlFirst = LOG.replace('"d/MM/yy, HH:mm"', '["dd/MM/yyyy HH:mm", "d/MM/yy, HH:mm:ss"]');
    const { records } = await read(yamlFirst, { 'log-M101.csv': seconds, 'log-M102.csv': HEAD });
    expect(records).toHaveLength(3);
    expect(
      (
        await read(yamlFirst, {
          'log-M101.csv': file('5/11/25, 14:03:10'),
          'log-M101-b.csv': file('5/11/25, 14:03:50'),
          'log-M102.csv': HEAD,
        })
      ).rows.map(({ repeated }) => repeated),
    ).toEqual([0, 0, 0]);
    // All with seconds: two acts in one minute stay two.
    const again = file('5/11/25, 14:03:10', '7/11/25, 10:00:00');
    expect(await counts({ 'log-M101.csv': seconds, 'log-M101-b.csv': again })).toEqual([
      [2, 0],
      [2, 1],
    ]);
    const serial = file('45966.5855324', '45966.5859954', '45967.3756829');
    expect(await counts({ 'log-M101.csv': seconds, 'log-M101-x.csv': serial })).toEqual([
      [3, 0],
      [0, 3],
    ]);
  });

  test('is read after words are made an id, in whatever order they are written', async () => {
    const yaml = LOG.replace('format: "d/MM/yy, HH:mm"', 'as_id: true, format: dd-MM-yyyy');
    const { records } = await read(yaml, { 'log.csv': HEAD + row("id '0001'", '05/11/2025') });
    expect(records).toEqual([expect.stringContaining('2025-11-05')]);
  });

  test('is what the source declares', async () => {
    const declared = either.replace('table: vle', 'table: vle\n    format: "M/d/yy, HH:mm"');
    const { records } = await read(declared, log('5/11/25'));
    expect(records).toEqual([expect.stringContaining('2025-05-11')]);
  });

  test('rows that are set aside have no say', async () => {
    const files = log('5/11/25', '13/11/25');
    const aside = row("id '0001'", '11/13/25, 10:00', 'Quiz;tried;cli;-');
    expect((await read(either, { 'log.csv': `${String(files['log.csv'])}${aside}` })).rows).toMatchObject([
      { setAside: 1 },
    ]);
  });
});

const TEACHING = `
sources:
  registers:
    files: "*register*"
    table: attendance
    separator: tab
    columns:
      student_id: { column: E-mail, through: email }
      event_id: { join: [Module, Day, Start], between: "/", as_id: true }
      module_code: Module
      event_type: { constant: seminar }
      starts_at: { join: [Day, Start], format: "dd/MM/yyyy H:mm" }
      status: { column: Mark, values: { P: present, L: late, A: absent, "?": not-recorded } }
  recordings:
    files: "panopto*.csv"
    table: lecture_capture
    columns:
      student_id: { column: User, through: panopto }
      occurred_at: { column: Date, format: canonical }
      minutes: { column: Watched, duration: clock }
`;

const PEOPLE = STUDENTS.replace('student_id', 'student_id,email').replaceAll(/^(000\d),/gm, '$1,s$1@example.ac.uk,');
const IDENTITIES =
  'student_id,system,identity\n0001,panopto,AB-Cd\n0002,panopto,zz\n0002,library,ab-cd\n9999,panopto,q\n';

describe('registers and recordings', () => {
  const registers = [
    'Module\tDay\tStart\tE-mail\tMark',
    'M 1\t05/11/2025\t9:00\tS0001@example.ac.uk\tp',
    'M 1\t06/11/2025\t9:00\ts0001@example.ac.uk\t?',
    'M 1\t05/11/2025\t9:00\ts0002@example.ac.uk\tA',
    'M 1\t05/11/2025\t9:00\ttutor@example.ac.uk\tP',
    '',
  ].join('\n');

  test('name whom they cannot name: a student without an address, or without an id of the system', async () => {
    const people = PEOPLE.replace('s0002@example.ac.uk', '');
    const files = { 'students.csv': people, 'my register.tsv': registers };
    expect((await read(TEACHING, files)).all.unidentified).toEqual([['attendance', ['email'], ['0002']]]);
    const viewed = { 'students.csv': PEOPLE, 'panopto.csv': 'User,Date,Watched\nab-cd,2025-11-05T10:00,0:59\n' };
    const identities = IDENTITIES.replace('0002,panopto,zz\n', '');
    expect((await read(TEACHING, { ...viewed, 'identities.csv': identities })).all.unidentified).toEqual([
      ['lecture_capture', ['panopto'], ['0002']],
    ]);
    expect((await read(TEACHING, { ...viewed, 'identities.csv': IDENTITIES })).all.unidentified).toEqual([]);
  });

  test('addresses stand in the students table and among the identities alike', async () => {
    const files = {
      'students.csv': PEOPLE.replace('s0002@example.ac.uk', ''),
      'identities.csv': 'student_id,system,identity\n0001,email,S0001@example.ac.uk\n0002,email,s0002@example.ac.uk\n',
      'my register.tsv': registers,
    };
    const { rows, all } = await read(TEACHING, files);
    expect(rows[0]).toMatchObject({ file: 'my register.tsv', used: 3, setAside: 1 });
    expect(all.unidentified).toEqual([]);
    const clash = 'student_id,system,identity\n0002,email,S0001@example.ac.uk\n';
    expect(await faultsOf({ ...files, 'students.csv': PEOPLE, 'identities.csv': clash }, sourcesOf(TEACHING))).toEqual([
      'email-of-two-students',
    ]);
  });

  test('all of whose rows are set aside are doubted', async () => {
    const { findings } = await read(LOG, { 'log-M101.csv': HEAD + row('Der Nutzer 0001') + row('Der Nutzer 0002') });
    expect(findings).toEqual(['rows-set-aside log-M101.csv ×2', 'no-row-of-file log-M101.csv']);
  });

  test('join columns, make ids, look up addresses and ids of systems, cut to whole minutes', async () => {
    const { records, rows, findings } = await read(TEACHING, {
      'students.csv': PEOPLE,
      'identities.csv': IDENTITIES,
      'my register.tsv': registers,
      'panopto.csv':
        'User,Date,Watched\nab-cd,2025-11-05T10:00,1:05:59\nAB-CD,2025-11-06,0:59\nq,2025-11-06,0:59\nno,2025-11-06,\n',
    });
    expect(records).toEqual([
      'my register.tsv 1: 2025-11-05 9:00 seminar M 1 ×1 done M-1-05-11-2025-9-00',
      'my register.tsv 2: 2025-11-06 9:00 seminar M 1 ×0 unrecorded M-1-06-11-2025-9-00',
      'panopto.csv 1: 2025-11-05 10:00 65 ×1 done',
      'panopto.csv 2: 2025-11-06 59 ×1 done',
    ]);
    expect(rows).toEqual([
      { file: 'my register.tsv', used: 3, repeated: 0, ofUnknownStudents: 0, setAside: 1 },
      { file: 'identities.csv', used: 3, repeated: 0, ofUnknownStudents: 1, setAside: 0 },
      { file: 'panopto.csv', used: 2, repeated: 0, ofUnknownStudents: 0, setAside: 2 },
    ]);
    expect(findings).toEqual([
      'rows-of-unmatched-ids my register.tsv',
      'rows-of-unmatched-ids panopto.csv ×2',
      'identities-of-unknown-students',
    ]);
  });

  test.each<[string, Files, readonly string[]]>([
    [
      'a system of which nobody is known',
      { 'panopto.csv': 'User,Date,Watched\nx,2025-11-05,1:00\n' },
      ['identities-missing panopto.csv'],
    ],
    [
      'an id of two students',
      { 'identities.csv': `${IDENTITIES}0002,panopto,AB-CD\n` },
      ['identity-of-two-students identities.csv 5 identity'],
    ],
    [
      'an address of two students',
      { 'students.csv': PEOPLE.replace('s0002@', 'S0001@'), 'register.tsv': registers },
      ['email-of-two-students'],
    ],
    [
      'a length of time of another kind',
      { 'identities.csv': IDENTITIES, 'panopto.csv': 'User,Date,Watched\nzz,2025-11-05,65 min\n' },
      ['duration-unreadable panopto.csv 1 Watched'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await faultsOf({ 'students.csv': STUDENTS, ...files }, sourcesOf(TEACHING))).toEqual(expected);
  });
});

describe('cells', () => {
  const MARKS = `
sources:
  marks:
    files: "marks*"
    table: attendance
    columns:
      student_id: Id
      event_id: { column: Event, as_id: true }
      starts_at: { column: At, pattern: "^([^.]*)(?:[.][0-9]+)?(Z?)$", format: canonical }
      module_code: { column: Module, pattern: "[A-Z]+", if_blank: none }
      event_type: { column: Type, values: { L: lecture }, if_blank: other }
      status: { column: Mark, if_blank: not-recorded, values: { P: present } }
    set_aside:
      totals: { of: student_id, lacks: "^0" }
      lectures: { of: event_type, is: LECTURE }
      modules of Z: { of: module_code, matches: Z }
      waiting: { column: Waiting, is: "yes", optional: true }
`;
  const head = 'Id,Event,At,Module,Type,Mark';
  const mark = (cells: string): string => `0001,${cells}\n`;

  test('groups one behind the other, words for blank ones, rules about what the table will have', async () => {
    const { records, rows } = await read(MARKS, {
      'marks.csv':
        `${head}\n` +
        mark('E/1,2026-07-05T09:00:00.000Z,ABC 1,,P') +
        mark('E/2,2026-07-05T09:00,7,,') +
        mark('E/3,2026-07-05T09:00,Z1,,P') +
        mark('E/4,2026-07-05T09:00,A1,L,P') +
        'Total,4,,,,\n',
    });
    expect(records).toEqual([
      'marks.csv 1: 2026-07-05 10:00 other ABC ×1 done E-1',
      'marks.csv 2: 2026-07-05 9:00 other none ×0 unrecorded E-2',
    ]);
    expect(rows).toMatchObject([{ used: 2, setAside: 3 }]);
  });

  test('a rule about a column that some versions lack', async () => {
    const row = mark('E1,2026-07-05T09:00,A,,P').trimEnd();
    const { rows } = await read(MARKS, {
      'marks-new.csv': `${head},Waiting\n${row},Yes\n${row},No\n`,
      'marks-old.csv': `${head}\n${row.replace('E1', 'E2')}\n`,
    });
    expect(rows).toMatchObject([
      { used: 1, setAside: 1 },
      { used: 1, setAside: 0 },
    ]);
  });

  test('ids of 64 characters as they are, longer ones with a mark of the whole', async () => {
    const at = '2026-07-05T09:00,A,,P';
    const ids = [64, 65, 66].map((length) => 'x'.repeat(length));
    const { records } = await read(MARKS, {
      'marks.csv': `${head}\n${ids.map((id) => mark(`${id},${at}`)).join('')}`,
    });
    const made = records.map((it) => it.replace(/^.* /, ''));
    expect(made[0]).toBe(ids[0]);
    expect(made.slice(1).map((id) => id.slice(0, 52))).toEqual(Array(2).fill(`${'x'.repeat(51)}-`));
    expect(made.map((id) => id.length)).toEqual([64, 64, 64]);
    expect(new Set(made).size).toBe(3);
  });

  test('a time without a year, or in a format that no row has, is told once a column', async () => {
    const files = (...times: readonly string[]): Files => ({
      'students.csv': STUDENTS,
      'log.csv': HEAD + times.map((time) => row("id '0001'", time)).join(''),
    });
    const yearless = LOG.replace('"d/MM/yy, HH:mm"', '["d/MM/yy, HH:mm", "d MMM, HH:mm"]');
    expect(await faultsOf(files('11 May, 09:44', '12 May, 09:44'), sourcesOf(yearless))).toEqual([
      'time-without-year log.csv 1 When',
    ]);
    expect(await faultsOf(files('2026-10-05', '2026-10-06'), sourcesOf(LOG))).toEqual([
      'time-not-in-format log.csv 1 When',
    ]);
    const mostly = ['5/10/26, 10:00', '6/10/26, 10:00', '7/10/26, 10:00', 'x1', 'x2'];
    expect(await faultsOf(files(...mostly), sourcesOf(LOG))).toEqual([
      'time-not-in-format log.csv 4 When',
      'time-not-in-format log.csv 5 When',
    ]);
  });

  test('columns that another mark separates are told by it', async () => {
    const files = { 'students.csv': STUDENTS, 'log.csv': HEAD.replaceAll(';', '\t') };
    expect(await faultsOf(files, sourcesOf(LOG))).toEqual(['separator-not-declared log.csv 0']);
    const quoted = { 'students.csv': STUDENTS, 'log.csv': '"who","When"\n"1","2"\n' };
    expect(await faultsOf(quoted, sourcesOf(LOG))).toEqual(['separator-not-declared log.csv 0']);
  });
});

describe('a pattern in front of a form', () => {
  const STAYS = `
sources:
  stays:
    files: "stays*"
    table: attendance
    columns:
      student_id: Id
      event_id: Event
      starts_at: { column: At, pattern: "^(.*?)(?:[.]000)?(Z|[+-]..:..)?$", format: canonical }
      ends_at: { column: Until, pattern: ["^([0-9T:-]*)(?:[.][0-9]+)?(Z?)$", "^()until late$"], format: canonical }
      module_code: { column: Module, pattern: "[A-Z]+" }
      event_type: { column: Type, pattern: "^type (.+)$", values: { L: lecture } }
      status: { column: Mark, pattern: "^[PA]", if_blank: absent, values: { P: present, A: absent } }
`;
  const rowsOf = (...rows: readonly string[]): Files => ({
    'students.csv': STUDENTS,
    'stays.csv': `Id,Event,At,Until,Module,Type,Mark\n${rows.map((it) => `${it}\n`).join('')}`,
  });

  test('must be found in what is filled: what is not read is no blank', async () => {
    const row = (until: string, type = '') => `0001,E1,2026-10-05T09:00,${until},x,${type},P`;
    const { records } = await read(STAYS, rowsOf(row('2026-10-05T10:00:00.000'), '0002,E1,2026-10-05T09:00,,9,,?'));
    expect(records).toEqual(['stays.csv 1: 2026-10-05 9:00 60 ×1 done E1']);
    const faults = await faultsOf(
      rowsOf(row('2026-10-05T11:00:00.000+01:00'), row('tomorrow.noon'), row('until late', 'lab')),
      sourcesOf(STAYS),
    );
    expect(faults).toEqual([
      'pattern-not-found stays.csv 1 Until',
      'pattern-not-found stays.csv 2 Until',
      'pattern-not-found stays.csv 3 Type',
    ]);
  });

  test('may be found and take nothing: then it is blank', async () => {
    const { records } = await read(STAYS, rowsOf('0001,E1,2026-10-05T09:00,until late,x,,P'));
    expect(records).toEqual(['stays.csv 1: 2026-10-05 9:00 ×1 done E1']);
  });
});

test('a zone behind a time counts: GMT is an hour behind London in summer', async () => {
  const yaml = `
sources:
  inbox:
    files: "inbox*"
    table: vle
    columns: { student_id: Id, occurred_at: { column: Uploaded, format: [yyyy-MM-dd HH:mm:ss, yyyy-MM-dd HH:mm:ss z] } }
`;
  const rows = ['2026-10-05 23:30:00 GMT', '2026-10-05 23:30:00 BST', '2026-11-05 23:30:00 GMT'];
  const { records } = await read(yaml, { 'inbox.csv': `Id,Uploaded\n${rows.map((it) => `0001,${it}\n`).join('')}` });
  expect(records.map((it) => it.replace(/^.*: (\S+ \S+) .*$/, '$1'))).toEqual([
    '2026-10-06 0:30',
    '2026-10-05 23:30',
    '2026-11-05 23:30',
  ]);
});

test('systems whose names could make one name of a table are two', async () => {
  const yaml = `
sources:
  one:
    files: "one*"
    table: vle
    columns: { student_id: { column: Id, through: x }, occurred_at: At }
  other:
    files: "other*"
    table: vle
    columns: { student_id: { column: Id, through: x_from }, occurred_at: At }
`;
  const { records } = await read(yaml, {
    'identities.csv': 'student_id,system,identity\n0001,x,a\n0001,x_from,b\n0002,x_from,a\n',
    'one.csv': 'Id,At\na,2026-10-05\n',
    'other.csv': 'Id,At\nb,2026-10-06\n',
  });
  expect(records).toHaveLength(2);
});

describe('an id that is joined of what is read', () => {
  const EVENTS = `
sources:
  events:
    files: "events*"
    table: attendance
    columns:
      student_id: Id
      event_id: { join: [Room, { of: module_code }, { of: starts_at }], between: "/", as_id: true }
      module_code: { column: Module, pattern: "[A-Z]+" }
      starts_at:
        {
          join: [Day, At],
          format: [d/MM/yyyy HH:mm, d/MM/yyyy HH:mm:ss, "d/MM/yyyy HH:mm:ss z", "yyyy-MM-dd h:mm a", d/MM/yyyy],
        }
      status: Mark
`;
  const head = 'Id,Room,Module,Day,At,Mark\n';

  test('is the same, however the event is written', async () => {
    const { records } = await read(EVENTS, {
      'events-1.csv': `${head}0001,R 1,1 AB,5/10/2026,09:00,present\n`,
      'events-2.csv': `${head}0001,R 1,AB 2,05/10/2026,09:00:00,present\n`,
      'events-3.csv': `${head}0001,R 1,AB,05/10/2026,08:00:59 GMT,present\n`,
      'events-4.csv': `${head}0001,R 1,AB,2026-10-05,9:00 AM,present\n`,
      'events-5.csv': `${head}0001,,,05/11/2026,,present\n`,
    });
    expect(records.map((it) => it.replace(/^.* /, ''))).toEqual([
      ...Array.from({ length: 4 }, () => 'R-1-AB-2026-10-05T09-00'),
      '2026-11-05',
    ]);
  });

  test('is joined of canonical times too, and of what a file lacks nothing', async () => {
    const yaml = `
sources:
  events:
    files: "events*"
    table: vle
    columns:
      student_id: Id
      occurred_at: At
      action: { column: Verb, optional: true }
      component: { join: [{ of: occurred_at }, { of: action }, Id], between: "/" }
`;
    const times = ['2026-07-05T09:00:10+02:00', '2026-12-05T00:00Z', '2026-07-05', '2026-10-25T00:59:59Z'];
    const { records } = await read(yaml, { 'events.csv': `Id,At\n${times.map((it) => `0001,${it}\n`).join('')}` });
    expect(records.map((it) => it.replace(/^.*?: \S+( \d+:\d+)? (\S+) .*$/, '$2'))).toEqual([
      '2026-07-05T08:00/0001',
      '2026-12-05T00:00/0001',
      '2026-07-05/0001',
      '2026-10-25T01:59/0001',
    ]);
  });

  test.each<[string, string, string]>([
    ['without a column that it is joined of', 'Room', 'mapped-column-missing events.csv 0 Room'],
    ['with a time that is none', 'none', 'time-not-in-format events.csv 1 Day'],
  ])('%s the file is refused', async (_, what, expected) => {
    const text = `${head}0001,R 1,AB,5/10/2026,09:00,present\n`;
    const broken = what === 'none' ? text.replace('09:00', '25:00') : text.replace(what, 'Other');
    expect(await faultsOf({ 'students.csv': STUDENTS, 'events.csv': broken }, sourcesOf(EVENTS))).toEqual([expected]);
  });
});

describe('records', () => {
  const STUDENT_LIST = `
sources:
  sits:
    files: "Student list*.csv"
    table: students
    columns:
      student_id: Student Number
      school: { column: Dept, values: { Computing: ECS } }
      programme_code: Route
      programme_type: { constant: taught }
      starts_on: { column: Start, format: [dd/MM/yyyy, MM/dd/yyyy] }
      status: { column: Status, values: { Current: enrolled, Withdrawn: withdrawn } }
    set_aside:
      a line below the list: { column: Student Number, matches: "^Total" }
`;

  test('are mapped as events are', async () => {
    const sources = sourcesOf(STUDENT_LIST);
    const list = 'Student number,DEPT,Route,Start,Status\n0001,computing,P1,22/09/2025,Current\nTotal: 1,,,,\n';
    await withFolder({ 'Student list.csv': list }, async (folder) => {
      await reading(
        folder,
        'csv-parse',
        ({ students, files }) => {
          expect(students).toMatchObject([{ studentId: '0001', school: 'ECS', status: 'enrolled' }]);
          expect(files).toMatchObject([{ table: 'students', rows: { used: 1, setAside: 1 } }]);
        },
        sources,
      );
    });
  });

  test('with a start that may be two days they are refused', async () => {
    const list = 'Student number,DEPT,Route,Start,Status\n0001,computing,P1,02/09/2025,Current\n';
    expect(await faultsOf({ 'Student list.csv': list }, sourcesOf(STUDENT_LIST))).toEqual([
      'time-format-ambiguous Student list.csv 1 Start',
    ]);
  });
});

describe('files', () => {
  test('of two sources are nobody’s, and a pattern that fits none is told', async () => {
    const yaml = `
sources:
  one: { files: "a*.csv", table: vle }
  two: { files: "*b.csv", table: vle }
`;
    expect(await faultsOf({ 'students.csv': STUDENTS, 'ab.csv': '' }, sourcesOf(yaml))).toEqual([
      'file-of-two-sources ab.csv',
    ]);
    const { findings } = await read(yaml, { 'a.csv': 'student_id,occurred_at\n0001,2025-11-05\n' });
    expect(findings).toEqual(['source-without-files']);
  });

  test('of a source that is still being downloaded are waited for', async () => {
    const yaml = 'sources: { qmplus: { files: "logs_*.csv", table: vle } }';
    const files = { 'students.csv': STUDENTS, 'logs_1.csv.crdownload': '' };
    expect(await faultsOf(files, sourcesOf(yaml))).toEqual(['download-unfinished logs_1.csv.crdownload']);
  });
});
