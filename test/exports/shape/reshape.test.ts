// Files that are no plain table, made into one: what becomes of each cell, and what is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/diagnostics/refusal.js';
import { reshape } from '../../../src/exports/shape/reshape.js';
import type { Pairs, Shape } from '../../../src/mapping/shape.js';
import { property } from '../../support/property.js';
import { line } from '../workspace.js';

const PLAIN: Shape = {
  header: { kind: 'row', row: 1 },
  endsAtBlankRow: false,
  details: [],
  wide: null,
  pairs: null,
};

const WIDE = { pattern: '^Week', except: null, name: 'week', cell: 'mark', followedBy: [] };
const PAIRS: Pairs = {
  ...{ person: [['Who', 'Name']], action: ['Did'], joins: ['Joined'], leaves: ['Left'] },
  ...{ at: ['When', 'Time'], format: 'dd/MM/yyyy HH:mm', from: 'came', to: 'went' },
  ifNotSeenComing: 'blank',
};

const someStep = fc.record({
  who: fc.constantFrom('A', 'B'),
  did: fc.constantFrom('Joined', 'Left'),
  second: fc.integer({ min: 0, max: 6 }),
});

/** As rows of cells, each with its place in the file; or the faults. */
async function reshaped(text: string, shape: Partial<Shape>): Promise<readonly string[]> {
  const file = { file: 'x.csv', form: 'text', encoding: null, separator: ',', sheet: null, namesRead: null } as const;
  try {
    const { csv } = await reshape(Buffer.from(text), { ...file, shape: { ...PLAIN, ...shape } });
    return csv.trimEnd().replaceAll('"', '').split('\n');
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(line);
    throw error;
  }
}

describe('the header', () => {
  const text = 'A title,,\n\nTotal,3,\nStudent_ID,Name,\n1,Ada,\n,,\n2,Zoë,\nnote,,\n';

  test('is a certain row, or the first that has a column, however it is spelt', async () => {
    const rows = ['Student_ID,Name,record of the file', '1,Ada,4', '2,Zoë,6', 'note,,7'];
    expect(await reshaped(text, { header: { kind: 'row', row: 4 } })).toEqual(rows);
    expect(await reshaped(text, { header: { kind: 'having', names: ['Number', 'student id'] } })).toEqual(rows);
  });

  test('stands below a heading', async () => {
    expect(await reshaped(text, { header: { kind: 'below', heading: 'total' } })).toEqual([
      ...['Student_ID,Name,record of the file', '1,Ada,4', '2,Zoë,6', 'note,,7'],
    ]);
  });

  test.each<[Partial<Shape>, string]>([
    [{ header: { kind: 'row', row: 9 } }, 'header-row-missing x.csv'],
    [{ header: { kind: 'below', heading: 'Participants' } }, 'section-missing x.csv'],
    [{ header: { kind: 'having', names: ['Join Time'] } }, 'header-not-found x.csv'],
  ])('%j is missed', async (shape, expected) => {
    expect(await reshaped(text, shape)).toEqual([expected]);
  });

  test('columns that another mark separates are told by it', async () => {
    expect(await reshaped('A;B\n"1";"2"\n', {})).toEqual(['separator-not-declared x.csv 0']);
    expect(await reshaped('"A"|"B"\n1|2\n', {})).toEqual(['separator-not-declared x.csv 0']);
  });
});

describe('details', () => {
  const text = 'Meeting,Lecture 3\nTopic,Start,End\nLists,9:00,\nName\nAda\nZoë\n';
  const header = { kind: 'row', row: 4 } as const;

  test('stand beside a label or below it, and are the same in every row', async () => {
    const details = [
      { label: 'meeting', column: 'm', where: 'beside' },
      { label: 'START', column: 's', where: 'below' },
      { label: 'End', column: 'e', where: 'below' },
    ] as const;
    expect(await reshaped(text, { header, details })).toEqual([
      'Name,m,s,e,record of the file',
      'Ada,Lecture 3,9:00,,4',
      'Zoë,Lecture 3,9:00,,5',
    ]);
  });

  test.each(['beside', 'below'] as const)('that stand nowhere %s their label are told', async (where) => {
    const details = [{ label: 'Host', column: 'h', where }];
    expect(await reshaped(text, { header, details })).toEqual(['detail-missing x.csv']);
  });
});

describe('columns side by side', () => {
  const text = 'Id,Week 1,,Week 2,Remark,Total\n1,P,late bus,A,,1\n2,,,P,,\n';

  test('become rows, and those behind them stay or go with them', async () => {
    expect(await reshaped(text, { wide: WIDE })).toEqual([
      'Id,,Remark,Total,week,mark,record of the file',
      '1,late bus,,1,Week 1,P,1',
      '1,late bus,,1,Week 2,A,1',
      '2,,,,Week 1,,2',
      '2,,,,Week 2,P,2',
    ]);
    expect(await reshaped(text, { wide: { ...WIDE, followedBy: ['said'] } })).toEqual([
      'Id,Total,week,mark,said,record of the file',
      '1,1,Week 1,P,late bus,1',
      '1,1,Week 2,A,,1',
      '2,,Week 1,,,2',
      '2,,Week 2,P,,2',
    ]);
  });

  test('are all but some, the last one’s companion without a name', async () => {
    const wide = { ...WIDE, pattern: '.', except: '(?i)^id$', followedBy: ['on'] };
    expect(await reshaped('ID,Essay,2026-11-05,Quiz,\n1,done,x,open,\n2,done,y,done,z\n', { wide })).toEqual([
      'ID,week,mark,on,record of the file',
      '1,Essay,done,x,1',
      '1,Quiz,open,,1',
      '2,Essay,done,y,2',
      '2,Quiz,done,z,2',
    ]);
  });

  test('of one name are refused: two sessions would be one', async () => {
    expect(await reshaped('Id,Week 1,Week 2,Week 1\n1,P,A,A\n', { wide: WIDE })).toEqual([
      'wide-columns-alike x.csv 0 Week 1',
    ]);
    expect(await reshaped('Id,Week 1: 10.00,Week 1: 10:00\n1,P,A\n', { wide: WIDE })).toEqual([
      'wide-columns-alike x.csv 0 Week 1: 10:00',
    ]);
    expect(await reshaped('Id,Week 1,Week 2,Total,Total\n1,P,A,A,A\n', { wide: WIDE })).toHaveLength(3);
  });

  test('that are not there are missed', async () => {
    expect(await reshaped('Id,Day 1\n1,P\n', { wide: WIDE })).toEqual(['wide-columns-missing x.csv 0']);
    expect(await reshaped('Id,Week 1\n1,P\n', { wide: { ...WIDE, except: 'Week 1' } })).toEqual([
      'wide-columns-missing x.csv 0',
    ]);
  });
});

describe('people who come and go', () => {
  const step = (who: string, did: string, at: string): string => `${who},${did},05/10/2026 ${at}\n`;
  const stays = (...steps: readonly string[]): Promise<readonly string[]> =>
    reshaped(`Who,Did,When\n${steps.join('')}`, { pairs: PAIRS });

  test('have a stay from each joining to the next leaving, in whichever order they are listed', async () => {
    expect(
      await stays(step('Ada', 'left', '11:00'), step('Zoë', 'Joined', '10:30'), step('Ada', 'JOINED', '10:00')),
    ).toEqual([
      'Who,Did,When,came,went,record of the file',
      'Zoë,Joined,05/10/2026 10:30,2026-10-05T10:30,,2',
      'Ada,JOINED,05/10/2026 10:00,2026-10-05T10:00,2026-10-05T11:00,3',
    ]);
  });

  test('who join twice stay once, and who only left came before', async () => {
    expect(
      await stays(
        ...[step('Ada', 'Joined', '10:00'), step('Ada', 'Joined', '10:05'), step('Ada', 'Left', '10:10')],
        step('Tom', 'Left', '10:20'),
      ),
    ).toEqual([
      'Who,Did,When,came,went,record of the file',
      'Ada,Joined,05/10/2026 10:00,2026-10-05T10:00,2026-10-05T10:10,1',
      'Tom,Left,05/10/2026 10:20,,2026-10-05T10:20,4',
    ]);
  });

  test('did something else, at no time, or have no columns: each is told', async () => {
    expect(await stays(step('Ada', 'Waved', '10:00'), step('Zoë', 'Joined', '25:00'))).toEqual([
      'value-not-mapped x.csv 1 Did',
      'time-not-in-format x.csv 2 When',
    ]);
    expect(await reshaped('Who,When\nAda,05/10/2026 10:00\n', { pairs: PAIRS })).toEqual([
      'paired-column-missing x.csv 0 Did',
    ]);
  });

  test('have columns of other names, several for one person, and none twice', async () => {
    const told = (header: string, row: string, pairs: Partial<Pairs> = {}): Promise<readonly string[]> =>
      reshaped(`${header}\n${row}\n`, { pairs: { ...PAIRS, ...pairs } });
    expect(await told('name,did,TIME', 'Ada,Joined,05/10/2026 10:00')).toEqual([
      'name,did,TIME,came,went,record of the file',
      'Ada,Joined,05/10/2026 10:00,2026-10-05T10:00,,1',
    ]);
    const two = { person: [['First'], ['Last', 'Surname']] };
    const rows = [
      'Ada,Lee,Joined,05/10/2026 10:00',
      'Ada,May,Joined,05/10/2026 10:05',
      'Ada,Lee,Left,05/10/2026 11:00',
    ];
    expect(await told('First,Surname,Did,When', rows.join('\n'), two)).toEqual([
      'First,Surname,Did,When,came,went,record of the file',
      'Ada,Lee,Joined,05/10/2026 10:00,2026-10-05T10:00,2026-10-05T11:00,1',
      'Ada,May,Joined,05/10/2026 10:05,2026-10-05T10:05,,2',
    ]);
    expect(await told('Who,Did,When,when', 'Ada,Joined,05/10/2026 10:00,06/10/2026 10:00')).toEqual([
      'column-named-twice x.csv 0 When',
    ]);
  });

  test('without having been seen to come are asked about, unless it is said what counts', async () => {
    const steps = [step('Ada', 'Joined', '10:00'), step('Tom', 'Left', '10:20')];
    const told = (ifNotSeenComing: Pairs['ifNotSeenComing']): Promise<readonly string[]> =>
      reshaped(`Who,Did,When\n${steps.join('')}`, { pairs: { ...PAIRS, ifNotSeenComing } });
    expect(await told('refused')).toEqual(['stay-without-joining x.csv 2']);
    expect((await told('time_of_leaving'))[2]).toBe('Tom,Left,05/10/2026 10:20,2026-10-05T10:20,2026-10-05T10:20,2');
    expect((await told('blank'))[2]).toBe('Tom,Left,05/10/2026 10:20,,2026-10-05T10:20,2');
  });
});

describe('the order of a list', () => {
  type Written = readonly (readonly [who: string, did: string, at: string])[];

  async function staysOf(steps: Written) {
    const text = steps.map((cells) => `${cells.join(',')}\n`).join('');
    const file = { file: 'x.csv', form: 'text', encoding: null, separator: ',', sheet: null, namesRead: null } as const;
    const pairs = { ...PAIRS, format: 'yyyy-MM-dd HH:mm:ss' };
    const { csv, findings } = await reshape(Buffer.from(`Who,Did,When\n${text}`), {
      ...file,
      shape: { ...PLAIN, pairs },
    });
    const rows = csv.trimEnd().replaceAll('"', '').split('\n').slice(1);
    const stays = rows.map((row) => row.split(',')).map(([who, , , from, to]) => `${who} ${from}/${to}`);
    return { stays: stays.sort(), findings: findings.map(line) };
  }

  const on = (day: string, ...steps: readonly string[]): Written =>
    steps.map((it) => it.split(' ')).map(([who = '', did = '', time = '']) => [who, did, `${day} ${time}`] as const);
  const reversed = (steps: Written): Written => [...steps].reverse();

  test('is no matter where somebody goes and comes in the same second', async () => {
    const steps = on(
      '2026-10-05',
      ...['A Joined 09:00:00', 'B Joined 09:30:00', 'A Left 10:00:00', 'A Joined 10:00:00', 'A Left 11:00:00'],
    );
    const [first, second, left, joined, last] = steps;
    const sorted = [last, left, joined, second, first].filter((it) => it !== undefined);
    const shuffled = [second, last, joined, first, left].filter((it) => it !== undefined);
    const expected = [
      'A 2026-10-05T09:00:00/2026-10-05T10:00:00',
      'A 2026-10-05T10:00:00/2026-10-05T11:00:00',
      'B 2026-10-05T09:30:00/',
    ];
    for (const list of [steps, reversed(steps), sorted, shuffled]) {
      expect(await staysOf(list)).toEqual({ stays: expected, findings: [] });
    }
  });

  test('tells what came first of the hour that the clocks show twice', async () => {
    const steps = on('2026-10-25', 'B Joined 00:30:00', 'A Joined 01:50:00', 'A Left 01:10:00', 'B Left 02:10:00');
    const expected = ['A 2026-10-25T01:50:00/', 'B 2026-10-25T00:30:00/2026-10-25T02:10:00'];
    for (const list of [steps, reversed(steps)]) {
      expect(await staysOf(list)).toEqual({ stays: expected, findings: [] });
    }
  });

  test('where it tells nothing, the times of that hour are taken as they stand, and it is said', async () => {
    const steps = on('2026-10-25', 'A Joined 01:50:00', 'A Left 01:10:00');
    expect(await staysOf(steps)).toEqual({
      stays: ['A /2026-10-25T01:10:00', 'A 2026-10-25T01:50:00/'],
      findings: ['stays-in-repeated-hour x.csv'],
    });
    expect(await staysOf(on('2026-10-24', 'A Joined 01:50:00', 'A Left 01:10:00'))).toMatchObject({ findings: [] });
  });

  property(
    'gives the same stays oldest first and newest first',
    fc.array(someStep, { maxLength: 12 }),
    async (steps) => {
      const times = [...new Set(steps.map(({ second }) => second))].sort((one, other) => one - other);
      const clock = (second: number): string => `09:00:${String(times.indexOf(second)).padStart(2, '0')}`;
      const sorted = [...steps].sort((one, other) => one.second - other.second);
      const list = on('2026-10-05', ...sorted.map(({ who, did, second }) => `${who} ${did} ${clock(second)}`));
      // A first step tells of somebody else, so that there is an order to find.
      const told = [...on('2026-10-05', 'Z Joined 08:00:00', 'Z Left 08:30:00'), ...list];
      expect(await staysOf(reversed(told))).toEqual(await staysOf(told));
    },
  );
});

test('rows of another length than the header’s are told, unless what is too much is blank', async () => {
  expect(await reshaped('A,B\n1,2,,\n3\n4,5,6\n', {})).toEqual(['fields-uneven x.csv 2', 'fields-uneven x.csv 3']);
  expect(await reshaped('A,B,,\n1,2\n', {})).toEqual(['A,B,record of the file', '1,2,1']);
});

describe('a table that ends at a blank row', () => {
  const ends = (below: string): Promise<readonly string[]> =>
    reshaped(`1. People\nName,Role\nAda,x\n${below}`, {
      ...{ header: { kind: 'below', heading: '1. People' }, endsAtBlankRow: true },
    });
  const ada = ['Name,Role,record of the file', 'Ada,x,2'];

  test('has nothing below, or a section with its heading', async () => {
    for (const below of ['', '\n', '\n,\n', '\n2. Acts\nName,Act\nAda,waved\n', '\n\n2. Acts,\nName,Act\n']) {
      expect(await ends(below)).toEqual(ada);
    }
  });

  test('is refused where people stand below', async () => {
    expect(await ends('\nBob,y\n')).toEqual(['table-goes-on x.csv 4']);
    // Of whom nothing but the name is known.
    expect(await ends('\nBob,\n')).toEqual(['table-goes-on x.csv 4']);
    expect(await ends('\nBob,\nCy,\n')).toEqual(['table-goes-on x.csv 4']);
    expect(await ends(' , \n\nBob,y\n\n2. Acts\n')).toEqual(['table-goes-on x.csv 5']);
  });

  test('is refused where the next section follows without one', async () => {
    expect(await ends('2. Acts\nName,Act,At\n')).toEqual(['fields-uneven x.csv 3', 'fields-uneven x.csv 4']);
  });
});

test('a last row that may be cut off is told', async () => {
  const file = {
    file: 'x.csv',
    form: 'text',
    encoding: null,
    separator: ',',
    sheet: null,
    namesRead: null,
    shape: PLAIN,
  } as const;
  const findings = async (text: string) => (await reshape(Buffer.from(text), file)).findings.map(line);
  expect(await findings('A,B\n1,P (2/')).toEqual(['last-record-open x.csv 1']);
  expect(await findings('A,B\n1,2\n3,')).toEqual(['last-record-open x.csv 2']);
  for (const ended of ['A,B\n1,2\n', 'A,B\n1,"2"', 'A,B\n1,""', 'A,B\r\n1,2\r\n', 'A,B']) {
    expect(await findings(ended)).toEqual([]);
  }
});

test('the rows that records were made of are counted, and those beside them', async () => {
  const file = { file: 'x.csv', form: 'text', encoding: null, separator: ',', sheet: null, namesRead: null } as const;
  const made = async (text: string, shape: Partial<Shape>) => {
    const { csv, madeFrom } = await reshape(Buffer.from(text), { ...file, shape: { ...PLAIN, ...shape } });
    return { ...madeFrom, records: csv.trimEnd().split('\n').length - 1 };
  };
  expect(await made('Id,Week 1,Week 2\n1,P,A\n\n2,A,P\n', { wide: WIDE })).toEqual({
    ...{ rows: 2, otherRows: 2, records: 4 },
  });
  const steps = [
    'Ada,Joined,05/10/2026 10:00',
    'Ada,Joined,05/10/2026 10:05',
    'Ada,Left,05/10/2026 10:10',
    'Zoë,Left,05/10/2026 10:20',
  ];
  expect(
    await made(`A title,,\nWho,Did,When\n${steps.join('\n')}\n`, { header: { kind: 'row', row: 2 }, pairs: PAIRS }),
  ).toEqual({
    ...{ rows: 4, otherRows: 2, records: 2 },
  });
});
