// What can be repaired without guessing is repaired in a private copy and said; everything else stays refused.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { everything, faultsOf, findingsOf, open, READERS, reading, withFolder, type Files } from './workspace.js';

const HEADER = 'student_id,first_name,school,programme_code,programme_type,starts_on,status';
const students = (...names: readonly string[]): string =>
  [HEADER, ...names.map((name, index) => `000${index + 1},${name},ECS,P1,taught,2025-09-22,enrolled`), ''].join('\n');
const VLE = 'student_id,occurred_at,component\n0001,2025-10-01,quiz\n0002,2025-10-02,"b\nc"\n';

const windows = (text: string): Buffer =>
  Buffer.from(Array.from(text, (sign) => ({ '€': 0x80, '’': 0x92, Š: 0x8a, ž: 0x9e })[sign] ?? sign.charCodeAt(0)));
const little = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const big = (text: string): Buffer => little(text).swap16();

/** What both readers make of these files, which must be the same; without hashes and sizes. */
async function readBoth(files: Files) {
  return withFolder(files, async (folder) => {
    const [one, other] = [await reading(folder, 'duckdb', everything), await reading(folder, 'csv-parse', everything)];
    expect(other).toEqual(one);
    const read = JSON.parse(JSON.stringify(one).replaceAll('.csv.gz', '.csv')) as typeof one;
    return { ...read, files: read.files.map(({ file, records }) => [file, records]) };
  });
}

const NAMES = ['Zoë', 'Seán O’Dowd', 'Šárka', 'Ada €ž'];

describe.each([
  ['plain', (name: string, content: Buffer): Files => ({ [name]: content })],
  ['packed', (name: string, content: Buffer): Files => ({ [`${name}.gz`]: gzipSync(content) })],
])('%s', (_, file) => {
  test.each([
    ['UTF-16, little end first', little],
    ['UTF-16, big end first', big],
    ['UTF-8', (text: string): Buffer => Buffer.from(text)],
  ])('%s is read as UTF-8 is', async (encoding, encode) => {
    const text = students(...NAMES, '😀 𝒜', 'أحمد');
    const plain = await readBoth({ 'students.csv': text, 'vle.csv': VLE });
    const repaired = await readBoth({ ...file('students.csv', encode(text)), ...file('vle.csv', encode(VLE)) });
    const said = repaired.findings.map(({ code }) => code);
    expect(said).toEqual(encoding === 'UTF-8' ? [] : ['file-utf16', 'file-utf16']);
    expect({ ...repaired, findings: [] }).toEqual(plain);
  });

  test('Windows-1252 is read as UTF-8 is, with a warning at its first sign', async () => {
    const repaired = await readBoth(file('students.csv', windows(students('Ada', ...NAMES))));
    expect(repaired.students.map(({ firstName }) => firstName)).toEqual(['Ada', ...NAMES]);
    const [finding] = repaired.findings;
    expect(finding).toMatchObject({ code: 'file-windows-1252', severity: 'warning', count: 7 });
    expect(finding?.place).toMatchObject({ record: 2, column: 'first_name' });
  });

  test.each([
    ['LF', (text: string): string => text],
    ['CRLF', (text: string): string => text.replaceAll('\n', '\r\n')],
  ])('blank lines at the end are left out and counted, %s', async (_ends, ends) => {
    const content = Buffer.from(ends(`${students('Ada', 'Ben')}\n\n\n`));
    const repaired = await readBoth(file('students.csv', content));
    expect(repaired.files).toEqual([['students.csv', 2]]);
    expect(repaired.findings).toMatchObject([{ code: 'blank-lines-at-end', severity: 'info', count: 3 }]);
  });
});

test('several repairs of one file are all said', async () => {
  expect(await findingsOf({ 'students.csv': windows(`${students('Zoë')}\n\n`) })).toEqual([
    'file-windows-1252 students.csv 1 first_name',
    'blank-lines-at-end students.csv ×2',
  ]);
  expect(await findingsOf({ 'students.csv': big(`${students('Zoë')}\n`) })).toEqual([
    'file-utf16 students.csv',
    'blank-lines-at-end students.csv',
  ]);
});

test('records keep their numbers through a copy of several chunks', async () => {
  const rows = '0001,2025-10-01,quiz\n'.repeat(120_000);
  const content = windows(`student_id,occurred_at,component\n${rows}0002,2025-10-02,caf\u00e9\n\n`);
  const files = { 'students.csv': students('Ada', 'Ben'), 'vle.csv': content };
  expect(await findingsOf(files)).toEqual(['file-windows-1252 vle.csv 120001 component', 'blank-lines-at-end vle.csv']);
  for (const reader of READERS) {
    await withFolder(files, (folder) =>
      reading(folder, reader, async (exports) => {
        expect(await exports.trace('0002')).toMatchObject([{ file: 'vle.csv', record: 120_001 }]);
      }),
    );
  }
});

test('what is read twice is told once', async () => {
  const rows = '0001,2025-10-01,caf\u00e9\n'.repeat(100_000);
  const files = { 'students.csv': students('Ada'), 'vle.csv': windows(`student_id,occurred_at,component\n${rows}\n`) };
  await withFolder(files, async (folder) => {
    const told: (readonly [number, number])[] = [];
    const progress = (stage: string, done: number, total: number): void => {
      if (stage === 'checking files') told.push([done, total]);
    };
    await (await open(folder, 'csv-parse', { progress })).close();
    const size = files['students.csv'].length + files['vle.csv'].length;
    expect(told.at(-1)).toEqual([size, size]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((one, other) => one - other));
  });
});

describe('stays refused', () => {
  const at = (record: number): readonly string[] => [`file-not-utf8 students.csv ${record} first_name`];
  const bytes = (...parts: readonly (string | number)[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
  const [before = '', after = ''] = students('Ada', '@').split('@');

  test.each<[string, Buffer]>([
    ...[0x81, 0x8d, 0x8f, 0x90, 0x9d].map((byte): [string, Buffer] => [
      `the byte ${byte.toString(16)}, which is no Windows-1252`,
      bytes(before, byte, after),
    ]),
    ['UTF-8 and Windows-1252 in one file', bytes(before, 0xe9, after, after.trimEnd(), 'é', '\n')],
    ['an overlong character', bytes(before, 0xc0, 0xaf, after)],
    ['half of a surrogate pair in UTF-8', bytes(before, 0xed, 0xa0, 0x80, after)],
    ['a NUL byte in Windows-1252', bytes(before, 0xe9, 0x00, after)],
  ])('%s', async (name, content) => {
    const faults = await faultsOf({ 'students.csv': content });
    expect(faults).toEqual(name.includes('NUL') ? ['file-nul students.csv 2 first_name'] : at(2));
  });

  test('UTF-8 that ends within a character', async () => {
    const cut = 'student_id,occurred_at,component\n0001,2025-10-01,caf';
    for (const end of [[0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98]]) {
      const files = { 'students.csv': students('Ada'), 'vle.csv': Buffer.from([...Buffer.from(cut), ...end]) };
      expect(await faultsOf(files)).toEqual(['file-not-utf8 vle.csv 1 component']);
    }
    // Windows-1252 ends like that too, where more of it was seen before.
    const windowsEnd = { 'students.csv': students('Ada'), 'vle.csv': windows(`${cut}é é`) };
    expect(await findingsOf(windowsEnd)).toEqual([
      'file-windows-1252 vle.csv 1 component ×2',
      'last-record-open vle.csv 1',
    ]);
  });

  test('UTF-16 with half a character, and such as ends within one', async () => {
    const lone = little(students('Ada', '@'));
    lone.writeUInt16LE(0xd83d, lone.indexOf(Buffer.from('@', 'utf16le')));
    expect(await faultsOf({ 'students.csv': lone })).toEqual(at(2));
    const odd = Buffer.concat([little(students('Ada')), Buffer.from([0x41])]);
    expect(await faultsOf({ 'students.csv': odd })).toEqual(['file-not-utf8 students.csv 2 student_id']);
  });

  test('a blank line that rows follow, whatever the encoding', async () => {
    const text = students('Zoë', 'Ada').replace('enrolled\n', 'enrolled\n\n');
    for (const encode of [windows, little, big]) {
      expect(await faultsOf({ 'students.csv': encode(text) })).toEqual(['line-blank students.csv 2']);
    }
  });

  test('what else is wrong in another encoding is told as ever', async () => {
    const text = students('Zoë', 'Ada,Ben');
    for (const encode of [windows, little, big]) {
      expect(await faultsOf({ 'students.csv': encode(text) })).toEqual(['fields-uneven students.csv 2']);
    }
  });
});
