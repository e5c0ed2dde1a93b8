// Workbooks: which sheet is read, what its cells mean, and which cells nobody may take for blank.
import { zipSync, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/diagnostics/refusal.js';
import { reshape, type ShapedFile } from '../../../src/exports/shape/reshape.js';
import { rowsOfWorkbook } from '../../../src/exports/shape/rows-of-workbook.js';
import { unpackWorkbook } from '../../../src/exports/shape/unpack-workbook.js';
import type { Shape } from '../../../src/mapping/shape.js';
import { workbook, type MadeCell } from '../../support/workbook.js';
import { line } from '../workspace.js';

/** 5 October 2026. */
const DAY = 46_300;

async function cellsOf(bytes: Buffer, sheet: string | null = null) {
  const { rows, findings } = await rowsOfWorkbook(bytes, sheet, 'x.xlsx');
  return { cells: rows.map(({ cells }) => cells), findings: findings.map(({ message }) => message) };
}

const PLAIN: Shape = { header: { kind: 'row', row: 1 }, endsAtBlankRow: false, details: [], wide: null, pairs: null };

/** Why it is refused; nothing where it is not. */
async function faultsOf(bytes: Buffer, more: Partial<ShapedFile> = {}): Promise<readonly string[]> {
  const layout = { encoding: null, separator: ',', sheet: null, shape: PLAIN } as const;
  try {
    await reshape(bytes, { file: 'x.xlsx', form: 'workbook', namesRead: null, ...layout, ...more });
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(line);
    throw error;
  }
}

const one = (...rows: readonly (readonly MadeCell[])[]): Buffer => workbook({ name: 'A', rows });

/** As spreadsheets write parts of a day: with 17 figures, or with the 15 that they keep. */
const written: readonly ((serial: number) => string)[] = [String, (serial) => serial.toPrecision(15)];

test.each(written)('each minute of a day comes back as itself (%#)', async (write) => {
  const minutes = Array.from({ length: 1440 }, (_, minute) => minute);
  const { cells } = await cellsOf(
    one(
      ...minutes.map((minute): readonly MadeCell[] => [
        { number: write(DAY + minute / 1440), style: 2 },
        { number: write(minute / 1440), style: 3 },
      ]),
    ),
  );
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  expect(cells).toEqual(
    minutes.map((minute) => [minute === 0 ? '2026-10-05' : `2026-10-05T${clock(minute)}:00`, clock(minute)]),
  );
});

test('a second is a second, a day a day, and a time of day has seconds where it needs them', async () => {
  const second = 1 / 86_400;
  const { cells } = await cellsOf(
    one(
      [
        { number: DAY, style: 1 },
        { number: DAY + 0.75 + second, style: 2 },
        { number: 0.375 + 5 * second, style: 3 },
      ],
      ['text', 12.5, { number: 0, style: 3 }],
    ),
  );
  expect(cells).toEqual([
    ['2026-10-05', '2026-10-05T18:00:01', '09:00:05'],
    ['text', '12.5', '00:00'],
  ]);
});

test('the first sheet that can be seen is read, or the one that is named, and others with rows are told', async () => {
  const sheet = (name: string, state?: 'hidden' | 'veryHidden') => ({
    ...{ name, rows: [['Id'], [name]] },
    ...(state === undefined ? {} : { state }),
  });
  const bytes = workbook(
    ...[sheet('Old', 'hidden'), sheet('Older', 'veryHidden'), sheet('New')],
    ...[sheet('More'), { name: 'Empty', rows: [] }, sheet('Lists', 'hidden')],
  );
  expect(await cellsOf(bytes)).toEqual({
    cells: [['Id'], ['New']],
    findings: ['The sheet "New" alone was read: "More" holds rows too.'],
  });
  expect(await cellsOf(bytes, 'Old')).toEqual({ cells: [['Id'], ['Old']], findings: [] });
  expect(await faultsOf(bytes, { sheet: 'new' })).toEqual(['sheet-missing x.xlsx']);
  expect(await faultsOf(workbook(sheet('Old', 'hidden')))).toEqual(['workbook-unreadable x.xlsx']);
});

test('a hidden row is read: a filter is a view', async () => {
  const bytes = workbook({ name: 'A', rows: [['Id'], ['1'], ['2']], hiddenRows: [2] });
  expect((await cellsOf(bytes)).cells).toEqual([['Id'], ['1'], ['2']]);
});

test('errors, and formulas that nobody has calculated, are not blank', async () => {
  const results = one(
    ['Id', 'Mark'],
    [{ xml: '<c r="REF" t="str"><f>A1</f><v>1</v></c>' }, { xml: '<c r="REF" t="e"><f>1/0</f><v>#DIV/0!</v></c>' }],
    [{ xml: '<c r="REF"><f>NOW()</f></c>' }, { xml: '<c r="REF" t="str"><f>A1</f></c>' }],
    [{ xml: '<c r="REF"><f>NOW()</f><v></v></c>' }, { xml: '<c r="REF" t="e"><v>#N/A</v></c>' }],
  );
  expect(await faultsOf(results)).toEqual([
    'cell-holds-error x.xlsx 1 B',
    'cell-not-calculated x.xlsx 2 A',
    'cell-not-calculated x.xlsx 2 B',
    'cell-not-calculated x.xlsx 3 A',
    'cell-holds-error x.xlsx 3 B',
  ]);
});

describe('an error', () => {
  const error = { xml: '<c r="REF" t="e"><v>#DIV/0!</v></c>' };
  const bytes = one(['Title', error], ['Id', 'Mark', 'Share'], ['1', 'P', error], ['2', 'A', 1], [null, null, error]);
  const header = { kind: 'row', row: 2 } as const;
  const faultsWith = (names: readonly string[], shape: Partial<Shape> = {}): Promise<readonly string[]> =>
    faultsOf(bytes, { namesRead: new Set(names), shape: { ...PLAIN, header, ...shape } });

  test('in a column that nobody reads, or above the table, is no matter', async () => {
    expect(await faultsWith(['id', 'mark'])).toEqual([]);
  });

  test('is one where it is read, in a row that looks blank too', async () => {
    expect(await faultsWith(['id', 'share'])).toEqual(['cell-holds-error x.xlsx 2 C', 'cell-holds-error x.xlsx 4 C']);
    const details = [{ label: 'Title', column: 'title', where: 'beside' }] as const;
    expect(await faultsWith(['id'], { details })).toEqual(['cell-holds-error x.xlsx 0 B']);
  });

  test('is one among columns that become rows', async () => {
    const wide = { pattern: 'Mark|Share', except: null, name: 'what', cell: 'mark', followedBy: [] };
    expect(await faultsWith(['id'], { wide })).toHaveLength(2);
    expect(await faultsOf(one(['Id', error], ['1', 'P']), { namesRead: new Set(['id']) })).toHaveLength(1);
  });
});

test('a formula may give nothing, and what other sheets hold is no matter', async () => {
  const rows = [
    ['Id', 'Mark'],
    ['1', { xml: '<c r="REF" t="str"><f>IF(A1="","x","")</f><v></v></c>' }],
  ];
  const broken = [[{ xml: '<c r="REF" t="e"><v>#N/A</v></c>' }]];
  expect(await cellsOf(workbook({ name: 'A', rows }, { name: 'B', rows: broken, state: 'hidden' }))).toEqual({
    cells: [
      ['Id', 'Mark'],
      ['1', ''],
    ],
    findings: [],
  });
});

test('what unpacks to too much is refused before it is unpacked', () => {
  const bytes = one(['x'.repeat(5000)]);
  expect(bytes.length).toBeLessThan(3000);
  expect(() => unpackWorkbook(bytes, 'x.xlsx', 4999)).toThrow(Refusal);
  expect(Object.keys(unpackWorkbook(bytes, 'x.xlsx', 50_000))).toHaveLength(5);
});

test('a zip that says too little of its size is cut at what it says, and refused', async () => {
  const bytes = one(...Array.from({ length: 500 }, (_, index) => [`row ${index}`]));
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  // The size stands 22 bytes before the name in the directory, which comes last.
  bytes.writeUInt32LE(2000, bytes.lastIndexOf(name) - 22);
  expect(await faultsOf(bytes)).toEqual(['workbook-unreadable x.xlsx']);
});

test('what is no workbook, or lacks its parts, is refused', async () => {
  expect(await faultsOf(Buffer.from('Id,Mark\n'))).toEqual(['workbook-expected x.xlsx']);
  expect(await faultsOf(Buffer.from('PK\u0003\u0004 and no more'))).toEqual(['workbook-unreadable x.xlsx']);
  expect(await faultsOf(Buffer.from(zipSync({ 'a.xml': Buffer.from('<a/>') })))).toEqual([
    'workbook-unreadable x.xlsx',
  ]);
  const { 'xl/styles.xml': styles, ...others } = unzipSync(one(['Id'], [{ number: DAY, style: 1 }]));
  expect(styles).toBeDefined();
  expect(await faultsOf(Buffer.from(zipSync(others)))).toEqual(['workbook-unreadable x.xlsx']);
});
