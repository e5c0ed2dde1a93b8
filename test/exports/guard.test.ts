import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/exports/discovery.js';
import { checkFile } from '../../src/exports/guard/check-file.js';
import { guardFiles } from '../../src/exports/guard-files.js';
import { NO_SOURCES } from '../../src/mapping/mapping.js';
import { createPrivateFolder } from '../../src/exports/private-folder.js';
import { faultsOf, findingsOf, line, reading, STUDENTS, withFolder } from './workspace.js';

const VLE = 'student_id,occurred_at,component';
const ROW = '0001,2025-10-01,quiz';

function vle(content: string | Buffer): Record<string, string | Buffer> {
  return { 'students.csv': STUDENTS, 'vle.csv': content };
}

describe('files that hold something else are refused by name', () => {
  test.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'file-empty vle.csv'],
    ['only a byte order mark', '\uFEFF', 'file-empty vle.csv'],
    ['a web page', '\n <!DOCTYPE html><html>', 'file-not-csv vle.csv'],
    ['a web page after a byte order mark', '\uFEFF<html>', 'file-not-csv vle.csv'],
    ['JSON', '[{"student_id": "0001"}]', 'file-not-csv vle.csv'],
    ['a JSON object', '{"rows": []}', 'file-not-csv vle.csv'],
    ['gzip named .csv', gzipSync(`${VLE}\n`), 'file-not-csv vle.csv'],
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'file-not-csv vle.csv'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file-not-csv vle.csv'],
    ['a PDF', '%PDF-1.7\n', 'file-not-csv vle.csv'],
    ['parquet named .csv', 'PAR1....PAR1', 'file-not-csv vle.csv'],
    ['an empty zip archive', Buffer.from('PK\u0005\u0006rest'), 'file-not-csv vle.csv'],
    ['a 7-Zip archive', Buffer.from('377abcaf271c0004', 'hex'), 'file-not-csv vle.csv'],
    ['a RAR archive', Buffer.from('526172211a070100', 'hex'), 'file-not-csv vle.csv'],
    ['xz', Buffer.from('fd377a585a00', 'hex'), 'file-not-csv vle.csv'],
    ['zstd', Buffer.from('28b52ffd0458', 'hex'), 'file-not-csv vle.csv'],
    ['bzip2', 'BZh91AY', 'file-not-csv vle.csv'],
    ['a PNG image', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-not-csv vle.csv'],
    ['a JPEG image', Buffer.from('ffd8ffe0', 'hex'), 'file-not-csv vle.csv'],
    ['RTF', '{\\rtf1', 'file-not-csv vle.csv'],
    ['a database', 'SQLite format 3\u0000', 'file-not-csv vle.csv'],
    ['UTF-32', Buffer.from('fffe000073000000', 'hex'), 'file-not-csv vle.csv'],
    ['UTF-32, big end first', Buffer.from('0000feff00000073', 'hex'), 'file-not-csv vle.csv'],
    ['UTF-16 without a mark', Buffer.from(`${VLE}\n`, 'utf16le'), 'file-utf16-unmarked vle.csv'],
    [
      'UTF-16 without a mark, big end first',
      Buffer.from(`${VLE}\n`, 'utf16le').swap16(),
      'file-utf16-unmarked vle.csv',
    ],
    ['NUL bytes', Buffer.from('73000000', 'hex'), 'file-nul vle.csv 0 column 1'],
    ['a note to Excel', `sep=,\n${VLE}\n${ROW}\n`, 'separator-line vle.csv 0'],
    ['a note to Excel in quotes', `\uFEFF"SEP=;"\r\n${VLE}\r\n`, 'separator-line vle.csv 0'],
    ['a title', `VLE report\n${VLE}\n${ROW}\n`, 'header-not-first vle.csv 0'],
    ['a title, padded', `VLE report,,\n${VLE}\n${ROW}\n`, 'header-not-first vle.csv 0'],
    ['a title and a blank line', `VLE, 2025\n\n"student_id","Occurred at"\n`, 'header-not-first vle.csv 0'],
    ['a title above tabs', `VLE report\nstudent_id\toccurred_at\n`, 'header-not-first vle.csv 0'],
    ['lone CRs as line ends', `${VLE}\r${ROW}\r`, 'line-ends-unusual vle.csv'],
    ['U+2028 as line end', `${VLE}\u2028${ROW}\u2028`, 'line-ends-unusual vle.csv'],
    ['U+0085 as line end', `${VLE}\u0085${ROW}\u0085`, 'line-ends-unusual vle.csv'],
    ['vertical bars', 'student_id|occurred_at\n0001|2025-10-01\n', 'separator-not-comma vle.csv 0'],
    ['semicolons', 'student_id;occurred_at\n0001;2025-10-01\n', 'separator-not-comma vle.csv 0'],
    ['semicolons and decimal commas', 'student_id;occurred_at\n0001;2,5;3,5\n', 'separator-not-comma vle.csv 0'],
    ['tabs', 'student_id\toccurred_at\n', 'separator-not-comma vle.csv 0'],
  ])('%s', async (_, content, fault) => {
    expect(await faultsOf(vle(content))).toEqual([fault]);
  });
});

describe('the shape of the records', () => {
  test.each<[string, string | Buffer, string]>([
    ['a NUL byte', `${VLE}\n${ROW}\n0001,2025-10-01,qu\u0000iz\n`, 'file-nul vle.csv 2 component'],
    [
      'a character cut at the end',
      Buffer.from([...Buffer.from(`${VLE}\n${ROW}`), 0xe2, 0x82]),
      'file-not-utf8 vle.csv 1 component',
    ],
    [
      'bad text in a column that is not read',
      Buffer.concat([Buffer.from(`${VLE},x\n${ROW},`), Buffer.from([0x81, 0x0a])]),
      'file-not-utf8 vle.csv 1 x',
    ],
    [
      'a surrogate in UTF-8',
      Buffer.concat([Buffer.from(`${VLE}\n0001,`), Buffer.from([0xed, 0xa0, 0x80])]),
      'file-not-utf8 vle.csv 1 occurred_at',
    ],
    ['a quote inside a plain cell', `${VLE}\n0001,2025-10-01,5" disk\n`, 'quote-misplaced vle.csv 1 component'],
    ['text after a closing quote', `${VLE}\n0001,"2025-10-01" ,quiz\n`, 'quote-misplaced vle.csv 1 occurred_at'],
    ['a space before the opening quote', `${VLE}\n0001, "2025-10-01",quiz\n`, 'quote-misplaced vle.csv 1 occurred_at'],
    ['an unclosed quote', `${VLE}\n${ROW}\n0001,"2025-10-01,quiz\n${ROW}\n`, 'quote-unclosed vle.csv 2 occurred_at'],
    ['an unclosed quote in the header', `student_id,"occurred_at\n${ROW}\n`, 'quote-unclosed vle.csv 0 column 2'],
    ['a backslash does not escape', `${VLE}\n0001,2025-10-01,"a\\"b"\n`, 'quote-misplaced vle.csv 1 component'],
    ['a cell too few', `${VLE}\n${ROW}\n0001,2025-10-01\n`, 'fields-uneven vle.csv 2'],
    ['a cell too many', `${VLE}\n${ROW},more\n`, 'fields-uneven vle.csv 1'],
    ['an empty cell too many', `${VLE}\n${ROW},\n`, 'fields-uneven vle.csv 1'],
    ['a short last record without line end', `${VLE}\n${ROW}\n0001`, 'fields-uneven vle.csv 2'],
    ['a blank first line', `\n${VLE}\n${ROW}\n`, 'line-blank vle.csv 0'],
    ['a blank line', `${VLE}\n${ROW}\n\n${ROW}\n`, 'line-blank vle.csv 2'],
    ['a blank line after the header', `${VLE}\n\n${ROW}\n`, 'line-blank vle.csv 1'],
    ['an unclosed quote after a blank line', `${VLE}\n${ROW}\n\n"`, 'line-blank vle.csv 2'],
    ['a blank line with another end', `${VLE}\r\n${ROW}\r\n\n`, 'line-ends-mixed vle.csv 2'],
    ['LF, then CRLF', `${VLE}\n${ROW}\r\n`, 'line-ends-mixed vle.csv 1'],
    ['CRLF, then LF', `${VLE}\r\n${ROW}\n`, 'line-ends-mixed vle.csv 1'],
    ['a lone CR', `${VLE}\n0001,2025-10-01,qu\riz\n`, 'line-end-lone-cr vle.csv 1 component'],
    ['a lone CR in the header', `${VLE}\r${ROW}\n`, 'line-end-lone-cr vle.csv 0 column 3'],
    ['a cell as a formula', `${VLE}\n="0001",2025-10-01,quiz\n`, 'cell-is-formula vle.csv 1 student_id'],
    ['a cell as a formula in quotes', `${VLE}\n"=""0001""",2025-10-01,x\n`, 'cell-is-formula vle.csv 1 student_id'],
    ['a lone CR at the very end', `${VLE}\n${ROW}\r`, 'line-end-lone-cr vle.csv 1 component'],
    ['a record over 1 MiB', `${VLE}\n${ROW}\n0001,2025-10-01,${'x'.repeat(1_048_576)}\n`, 'record-too-long vle.csv 2'],
    [
      'a quoted record over 1 MiB',
      `${VLE}\n${ROW}\n0001,2025-10-01,"${'x\n'.repeat(1_048_576)}"\n`,
      'record-too-long vle.csv 2',
    ],
  ])('%s is refused', async (_, content, fault) => {
    expect(await faultsOf(vle(content))).toEqual([fault]);
  });

  test('of many uneven records twenty are named and the rest counted', async () => {
    const faults = await faultsOf(vle(`${VLE}\n${'0001\n'.repeat(25)}`));
    expect(faults).toHaveLength(21);
    expect(faults.slice(0, 2)).toEqual(['fields-uneven vle.csv 1', 'fields-uneven vle.csv 2']);
    expect(faults.at(-1)).toBe('more-faults ×5');
  });

  test('the faults of several files are told together', async () => {
    const files = { 'students.csv': 'student_id\n0001\n', 'vle.csv': '', 'submissions.csv': '<html>' };
    expect(await faultsOf(files)).toEqual([
      'column-missing students.csv 0 school',
      'column-missing students.csv 0 programme_code',
      'column-missing students.csv 0 programme_type',
      'column-missing students.csv 0 starts_on',
      'column-missing students.csv 0 status',
      'file-not-csv submissions.csv',
      'file-empty vle.csv',
    ]);
  });
});

describe('what is tolerated', () => {
  const EXACTLY_1_MIB = `0001,2025-10-01,${'x'.repeat(1_048_576 - 16)}`;
  test.each<[string, string, number]>([
    ['no line end at the end', `${VLE}\n${ROW}`, 1],
    ['CRLF', `${VLE}\r\n${ROW}\r\n`, 1],
    ['CRLF, no line end at the end', `${VLE}\r\n${ROW}\r\n${ROW}`, 2],
    ['a byte order mark', `\uFEFF${VLE}\n${ROW}\n`, 1],
    ['a byte order mark before a quote', `\uFEFF"student_id",occurred_at\n0001,2025-10-01\n`, 1],
    ['line breaks, quotes and commas in cells', `${VLE}\n0001,2025-10-01,"a ""b""\r\n, c\n"\n`, 1],
    ['a line break in the header', `student_id,occurred_at,"two\nlines"\n${ROW}\n`, 1],
    ['a last cell that is blank', `${VLE}\n0001,2025-10-01,`, 1],
    ['a record of exactly 1 MiB', `${VLE}\n${EXACTLY_1_MIB}\n`, 1],
    ['a header alone', `${VLE}\n`, 0],
    ['the required columns in a row, too', `${VLE}\n0001,2025-10-01,"student_id,occurred_at"\n`, 1],
    ['U+2028 and returns in quotes', 'student_id,occurred_at,"a\u2028\rb"\n', 0],
    ['U+2028 in a cell', `${VLE}\n0001,2025-10-01,a\u2028b\n`, 1],
    ['a header without line end', VLE, 0],
  ])('%s', async (_, content, records) => {
    for (const reader of ['duckdb', 'csv-parse'] as const) {
      await withFolder(vle(content), (folder) =>
        reading(folder, reader, ({ files, ledger }) => {
          expect(files.find(({ table }) => table === 'vle')?.records).toBe(records);
          expect(ledger.feeds.get('vle')?.records).toBe(records);
        }),
      );
    }
  });

  test.each([
    ['in a plain cell', `${VLE}\n${ROW}\n0001,2025-10-01,qu`, ['last-record-open vle.csv 2']],
    ['before a cell', `${VLE}\n0001,2025-10-01,`, ['last-record-open vle.csv 1']],
    ['after a closing quote', `${VLE}\n0001,2025-10-01,"quiz"`, []],
    ['in the header', VLE, ['file-without-rows vle.csv']],
  ])('a file that stops without a line end %s', async (_, content, findings) => {
    expect(await findingsOf(vle(content))).toEqual(findings);
    expect(await findingsOf({ 'students.csv': STUDENTS, 'vle.csv.gz': gzipSync(content) })).toEqual(
      findings.map((finding) => finding.replace('.csv', '.csv.gz')),
    );
  });

  test.each([
    [1_048_574, []],
    [1_048_575, ['rows-at-excel-limit vle.csv']],
    [1_048_576, []],
  ])('%i rows: exactly as many as a sheet of Excel holds are doubted', async (records, said) => {
    await withFolder(vle(`${VLE}\n${`${ROW}\n`.repeat(records)}`), async (folder) => {
      const privateFolder = await createPrivateFolder();
      const { files } = await discover(folder, [], NO_SOURCES);
      const tools = { privateFolder, rewriteParquet: null, progress: () => undefined };
      const { findings } = await guardFiles(files, tools).finally(() => privateFolder.remove());
      expect(findings.map(line)).toEqual(said);
    });
  });

  test('a header alone is a warning', async () => {
    expect(await findingsOf(vle(`${VLE}\n`))).toEqual(['file-without-rows vle.csv']);
    const quiet = {
      'circumstances.csv': 'student_id,kind,from\n',
      'contacts.csv': 'student_id,contacted_on\n',
      'module_enrolments.csv': 'student_id,module_code\n',
    };
    expect(await findingsOf({ 'students.csv': STUDENTS, ...quiet })).toEqual([
      'table-still-empty circumstances.csv',
      'table-still-empty contacts.csv',
      'file-without-rows module_enrolments.csv',
    ]);
  });

  // The chunks are 1 MiB: characters, quotes, CRLF and padding are cut there.
  test.each([-4, -3, -2, -1, 0, 1])('what is cut between two chunks is still seen (%i)', async (shift) => {
    const filler = `${'y'.repeat(98)}\n`.replace(/^.{16}/, '0001,2025-10-01,');
    const head = `${VLE}\n`;
    const rows = Math.floor((1_048_576 - head.length) / filler.length) - 1;
    const before = head + filler.repeat(rows);
    const room = 1_048_576 - before.length + shift;
    const padding = 'z'.repeat(room - 18);
    const content = `${before}0001,2025-10-01,"${padding}\u20ac ""\n"\n0001,2025-10-02, \u00a0x \n`;
    await withFolder(vle(content), async (folder) => {
      const one = await reading(folder, 'duckdb', (exports) => exports.acts());
      expect(await reading(folder, 'csv-parse', (exports) => exports.acts())).toEqual(one);
      expect(one.map(({ type }) => type)).toContain('x');
      expect(one.map(({ type }) => type)).toContain(`${padding}\u20ac "`);
    });
  });
});

describe('gzip', () => {
  const packed = gzipSync(`${VLE}\n${ROW}\n`);
  const gz = (content: string | Buffer): Record<string, string | Buffer> => ({
    'students.csv': STUDENTS,
    'vle.csv.gz': content,
  });

  test.each<[string, string | Buffer, string]>([
    ['cut off', packed.subarray(0, packed.length - 9), 'gzip-damaged vle.csv.gz'],
    ['cut off in its check sum', packed.subarray(0, packed.length - 2), 'gzip-damaged vle.csv.gz'],
    ['with a wrong check sum', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 1)]), 'gzip-damaged vle.csv.gz'],
    ['followed by something else', Buffer.concat([packed, Buffer.from('rubbish')]), 'gzip-damaged vle.csv.gz'],
    ['that is plain CSV', `${VLE}\n${ROW}\n`, 'gzip-expected vle.csv.gz'],
    ['that is empty', '', 'file-empty vle.csv.gz'],
    ['of a web page', gzipSync('<html>'), 'file-not-csv vle.csv.gz'],
    ['of gzip', gzipSync(packed), 'file-not-csv vle.csv.gz'],
    ['of an uneven file', gzipSync(`${VLE}\n0001\n`), 'fields-uneven vle.csv.gz 1'],
    ['of nothing', gzipSync(''), 'file-empty vle.csv.gz'],
  ])('%s is refused', async (_, content, fault) => {
    expect(await faultsOf(gz(content))).toEqual([fault]);
  });

  test('a large one that is cut off or faulty early is refused', async () => {
    let state = 7;
    const noise = Array.from({ length: 200_000 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return `0001,2025-10-01,${state}`;
    }).join('\n');
    const large = gzipSync(`${VLE}\n${noise}\n`);
    expect(large.length).toBeGreaterThan(1_048_576);
    expect(await faultsOf(gz(large.subarray(0, large.length >> 1)))).toEqual(['gzip-damaged vle.csv.gz']);
    expect(await faultsOf(gz(gzipSync(`<html>${noise}`)))).toEqual(['file-not-csv vle.csv.gz']);
  });

  test('several members one after the other are one file', async () => {
    const members = Buffer.concat([gzipSync(`${VLE}\n`), gzipSync(`${ROW}\n${ROW}\n`)]);
    await withFolder(gz(members), (folder) =>
      reading(folder, 'duckdb', ({ files }) => {
        expect(files.at(-1)).toMatchObject({ file: 'vle.csv.gz', records: 2, bytes: members.length });
      }),
    );
  });

  test('one that unpacks to more than the limit is refused, and its copy goes with the folder', async () => {
    await withFolder(gz(gzipSync(`${VLE}\n${`${ROW}\n`.repeat(10_000)}`)), async (folder) => {
      const privateFolder = await createPrivateFolder();
      const { files } = await discover(folder, [], NO_SOURCES);
      const file = files.find(({ form }) => form === 'csv.gz');
      if (file === undefined) throw new Error('the file was not found');
      const tools = { privateFolder, rewriteParquet: null, onBytes: () => undefined };
      await expect(checkFile(file, { ...tools, largestUnpackedBytes: 100_000 })).rejects.toMatchObject({
        exitCode: 3,
        faults: [{ code: 'gzip-too-large' }],
      });
      expect((await checkFile(file, { ...tools, largestUnpackedBytes: 1_000_000 })).report.records).toBe(10_000);
      await privateFolder.remove();
    });
  });
});
