// Files as they come from spreadsheets, half-finished downloads, login pages and tired people.
import { gzipSync } from 'node:zlib';

export interface HostileFile {
  readonly name: string;
  readonly file: string;
  readonly content: string | Buffer;
  /** What it says, as plain CSV, where it may be read at all; by default its content. */
  readonly says: string;
}

const STUDENTS_HEADER = 'student_id,first_name,last_name,email,school,programme_code,programme_type,starts_on,status\n';
export const STUDENTS =
  STUDENTS_HEADER +
  '0001,Ada,Obi,ada@example.ac.uk,ENG,P1,taught,2026-09-28,enrolled\n' +
  '0002,Ben,Sato,ben@example.ac.uk,ENG,P1,taught,2026-09-28,enrolled\n';
const VLE_HEADER = 'student_id,occurred_at,component\n';
export const VLE =
  VLE_HEADER +
  '0001,2026-09-28T09:00,quiz\n0001,2026-10-10T10:00,quiz\n0002,2026-10-12T11:00,forum\n0001,2026-10-18T12:00,quiz\n';
const ATTENDANCE_HEADER = 'student_id,event_id,module_code,event_type,starts_at,ends_at,delivery,status\n';
export const ATTENDANCE =
  ATTENDANCE_HEADER +
  '0001,E1,M1,lab,2026-10-05T10:00,2026-10-05T11:00,in-person,present\n' +
  '0002,E1,M1,lab,2026-10-05T10:00,2026-10-05T11:00,in-person,absent\n';

const little = (text: string): Buffer => Buffer.from(text, 'utf16le');
const big = (text: string): Buffer => little(text).swap16();
const hex = (bytes: string): Buffer => Buffer.from(bytes, 'hex');
const then = (...parts: readonly (string | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));

/** `content`, or content and what it says. */
type Change = string | Buffer | readonly [content: string | Buffer, says: string];

/** Each way to spoil an export. */
function changes(base: string): Readonly<Record<string, Change>> {
  const header = base.slice(0, base.indexOf('\n') + 1);
  const body = base.slice(header.length);
  const lines = body.trimEnd().split('\n');
  const [first = '', second = ''] = lines;
  const more = (name: string, cell = '1'): string =>
    base.replaceAll('\n', `,${cell}\n`).replace(`,${cell}\n`, `,${name}\n`);
  const commas = ','.repeat(header.split(',').length - 1);
  const word = /quiz|Ada|lab/;
  const day = /2026-(09-28T09:00|09-28|10-05T10:00)/;
  return {
    empty: '',
    'byte order mark alone': '\uFEFF',
    'header alone': header,
    'header without line end': header.trimEnd(),
    'blank line alone': '\n',
    'spaces alone': '   \n',
    'login page': '<!DOCTYPE html><html><body>Log in</body></html>',
    'login page after blanks': '\uFEFF\n\n <html>',
    'text, then a page': 'Please log in\n<html>',
    'page with commas': 'Sign in, please <html>\n',
    zip: hex('504b0304140000000800'),
    'empty zip': hex('504b0506000000000000'),
    'old workbook': hex('d0cf11e0a1b11ae1'),
    gzip: gzipSync(base),
    '7z': hex('377abcaf271c0004'),
    rar: hex('526172211a070100'),
    pdf: '%PDF-1.4\n',
    json: '{"a":1}',
    'json list after a mark': '\uFEFF[1]',
    png: hex('89504e470d0a1a0a'),
    sqlite: 'SQLite format 3\0',
    rtf: '{\\rtf1',
    zstd: hex('28b52ffd0458'),
    bz2: 'BZh91AY',
    xz: hex('fd377a585a00'),
    parquet: 'PAR1....PAR1',
    'utf-16 little': [then(hex('fffe'), little(base)), base],
    'utf-16 big': [then(hex('feff'), big(base)), base],
    'utf-16 little, no mark': little(base),
    'utf-16 big, no mark': big(base),
    'utf-16 cut in a character': then(hex('fffe'), little(base), hex('41')),
    'utf-16 half a pair': then(hex('fffe'), little(base.trimEnd()), hex('3dd8'), little('\n')),
    'utf-16 mark, then utf-8': then(hex('fffe'), base),
    'utf-32': then(hex('fffe0000'), Buffer.from([...Buffer.from(base)].flatMap((byte) => [byte, 0, 0, 0]))),
    'windows-1252': [Buffer.from(base.replace(word, 'Zo\u00eb'), 'latin1'), base.replace(word, 'Zo\u00eb')],
    'windows-1252 quote': [
      then(base.replace(/(quiz|Ada|lab)[^]*/, 'O'), hex('92'), base.replace(/^[^]*?(quiz|Ada|lab)/, 'x')),
      base.replace(word, 'O\u2019x'),
    ],
    'windows-1252 undefined': then(base.trimEnd(), hex('810a')),
    'utf-8 and windows-1252': then(base.replace(word, 'Zo\u00eb').trimEnd(), hex('e90a')),
    'overlong utf-8': then(base.trimEnd(), hex('c0af0a')),
    'surrogate in utf-8': then(base.trimEnd(), hex('eda0800a')),
    'utf-8 cut in a character': then(base.trimEnd(), hex('c3')),
    'utf-8 twice': base.replace(word, 'ZoÃ«'),
    'nul in a cell': base.replace('0001', '00\x0001'),
    'nul at the end': `${base}\0\0\0\0`,
    'cr alone': base.replaceAll('\n', '\r'),
    crlf: base.replaceAll('\n', '\r\n'),
    'mixed after header': `${header.trimEnd()}\r\n${body}`,
    'mixed later': `${header}${first}\n${second}\r\n`,
    'cr cr lf': base.replaceAll('\n', '\r\r\n'),
    'lf cr': base.replaceAll('\n', '\n\r'),
    'u+2028': base.replaceAll('\n', '\u2028'),
    'u+0085': base.replaceAll('\n', '\u0085'),
    'form feed at the end': `${base}\f`,
    'ctrl-z at the end': `${base}\x1A`,
    'blank at the end': `${base}\n`,
    'blanks at the end, crlf': `${base}\n\n`.replaceAll('\n', '\r\n'),
    'blanks at the end, mixed': `${base}\r\n`,
    'blank in the middle': `${header}${first}\n\n${second}\n`,
    'blank first': `\n${base}`,
    'title above': `Report 2026\n${base}`,
    'title above, padded': `Report 2026${commas}\n${base}`,
    'commas above': `${commas}\n${base}`,
    'two titles and a blank': `Report\nmade today, by us\n\n${base}`,
    'totals below': `${base}Total,2\n`,
    'totals below, padded': `${base}Total${commas}\n`,
    'commas below': `${base}${commas}\n`,
    'spaces below': `${base}   \n`,
    'header again': `${base}${header}`,
    'comma at each end': base.replaceAll('\n', ',\n'),
    'comma at each row end': `${header}${body.replaceAll('\n', ',\n')}`,
    'short row': `${header}${first.replace(/,[^,]*$/, '')}\n${second}\n`,
    'long row': `${header}${first},x\n${second}\n`,
    'cut in a cell': base.slice(0, -4),
    'cut after a comma': base.slice(0, base.lastIndexOf(',') + 1),
    'cut in a row': base.slice(0, base.lastIndexOf(',')),
    'unclosed quote': base.replace('0001,', '"0001,'),
    'unclosed quote in the header': `"${base}`,
    'text after a quote': base.replace('0001,', '"0001"x,'),
    'space after a quote': base.replace('0001,', '"0001" ,'),
    'space before a quote': base.replace('0001,', ' "0001",'),
    'bare quote': base.replace('0001,', '00"01,'),
    'single quotes': base.replaceAll(/([^,\n]+)/g, "'$1'"),
    'backslash escape': base.replace(word, '"a\\"b"'),
    'smart quotes': base.replace('0001,', '“0001”,'),
    'all quoted': base.replaceAll(/([^,\n]+)/g, '"$1"'),
    'quote at the very end': `${base.trimEnd()}"`,
    'quotes, commas and breaks in a cell': base.replace(word, '"a ""b"", \r\n, c"'),
    'same column twice': more(header.split(',')[1]?.trim() ?? ''),
    'same column in capitals': more('Student_ID', '0009'),
    'blank column name': more(''),
    'header with zero width': base.replace('student_id', 'student\u200B_id'),
    'two byte order marks': `\uFEFF\uFEFF${base}`,
    'header with nbsp': base.replace('student_id', 'student_id\u00A0'),
    'header in capitals': `${header.toUpperCase()}${body}`,
    'no header': body,
    'cyrillic header': base.replace('student_id', 'stud\u0435nt_id'),
    'column __proto__': more('__proto__'),
    'column with escapes': more('"\u001B[31m\u202Eevil"'),
    '2000 columns': base.replaceAll('\n', `${',x'.repeat(2000)}\n`),
    semicolons: base.replaceAll(',', ';'),
    tabs: base.replaceAll(',', '\t'),
    'vertical bars': base.replaceAll(',', '|'),
    'sep=,': `sep=,\n${base}`,
    'sep=;': `sep=;\n${base.replaceAll(',', ';')}`,
    'comma header, semicolon rows': `${header}${body.replaceAll(',', ';')}`,
    'semicolons, a comma in the header': base.replaceAll(',', ';').replace('student_id', '"student, id"'),
    'id 2.10E+08': base.replaceAll('0001', '2.10E+08'),
    'id without zeros': base.replaceAll(/^000/gm, ''),
    'id as a formula': base.replace('0001', '="0001"'),
    'id as a quoted formula': base.replace('0001', '"=""0001"""'),
    'id with an apostrophe': base.replace('0001', "'0001"),
    'id in full width': base.replace('0001', '０００１'),
    'id with nbsp': base.replaceAll('0001', '\u00A00001\u00A0'),
    'id with zero width': base.replaceAll('0001', '0001\u200B'),
    'id __proto__': base.replaceAll('0001', '__proto__'),
    'id constructor': base.replaceAll('0001', 'constructor'),
    'id ..': base.replace('0001', '..'),
    'id a/../../b': base.replaceAll('0001', 'a/../../b'),
    'id with sql': base.replace('0001', "1' OR 1=1--"),
    'date 31/04/2026': base.replace(day, '31/04/2026'),
    'date 2026-04-31': base.replace(day, '2026-04-31'),
    'date 26-09-28': base.replace(day, '26-09-28'),
    'date 28/09/26': base.replace(day, '28/09/26'),
    'date 2126': base.replace(day, '2126-09-28'),
    'date 0026': base.replace(day, '0026-09-28'),
    'date 46293.375': base.replace(day, '46293.375'),
    'date in words': base.replace(day, '"28 September 2026"'),
    'date blank': base.replace(day, ''),
    '20 kB cell': base.replace(word, 'x'.repeat(20_000)),
    '2 MB cell': base.replace(word, 'x'.repeat(2_000_000)),
    '2 MB cell in quotes': base.replace(word, `"${'x\n'.repeat(1_000_000)}"`),
  };
}

const TIMES = ['2026-03-29T01:30', '2026-10-25T01:30', '2026-10-05T24:00', '2026-10-05T10:00:60', '2026-10-05 10:00']
  .concat(['2026-10-05T10:00:00.000', '2026-10-05T10:00+14:00', '2026-10-05T10:00+0100', '2026-10-05T10:00+14:59'])
  .concat(['2026-10-05T10:00-00:00', '2026-10-05T10:00Z', '2026-10-05T23:30-01:00', '2026-10-05T9:00', '10:00']);

const packed = gzipSync(VLE);

/** Of single files, that are not a change of an export. */
const SINGLE: readonly (readonly [name: string, file: string, content: string | Buffer, says?: string])[] = [
  ...TIMES.map((time) => [`vle at ${time}`, 'vle.csv', `${VLE_HEADER}0001,${time},quiz\n`] as const),
  ...TIMES.map((time) => {
    const row = `0001,E1,M1,lab,${time},,in-person,present\n`;
    return [`attendance at ${time}`, 'attendance.csv', ATTENDANCE_HEADER + row] as const;
  }),
  ['ends before it starts', 'attendance.csv', ATTENDANCE.replaceAll('T11:00', 'T09:00')],
  ['ends two days later', 'attendance.csv', ATTENDANCE.replaceAll('2026-10-05T11', '2026-10-07T11')],
  ['status in capitals', 'attendance.csv', ATTENDANCE.replace('present', 'Present')],
  ['a student in two schools', 'students.csv', `${STUDENTS}${STUDENTS.split('\n')[1]?.replace('ENG', 'LAW') ?? ''}\n`],
  ['a student twice', 'students.csv', `${STUDENTS}${STUDENTS.split('\n')[1] ?? ''}\n`],
  ['ids that differ in capitals', 'students.csv', STUDENTS.replace('0001', 'ab1').replace('0002', 'AB1')],
  ['ids that differ in zeros', 'students.csv', STUDENTS.replace('0002', '1')],
  ['gzip', 'vle.csv.gz', packed, VLE],
  ['gzip cut', 'vle.csv.gz', packed.subarray(0, -12)],
  ['gzip without its end', 'vle.csv.gz', packed.subarray(0, -8)],
  ['gzip with a wrong sum', 'vle.csv.gz', then(packed.subarray(0, -8), hex('0000000000000000'))],
  ['gzip and junk', 'vle.csv.gz', then(packed, 'junk')],
  ['gzip and zeros', 'vle.csv.gz', then(packed, Buffer.alloc(512))],
  ['gzip of two members', 'vle.csv.gz', then(gzipSync(VLE_HEADER), gzipSync(VLE.slice(VLE_HEADER.length))), VLE],
  ['gzip that is empty', 'vle.csv.gz', ''],
  ['gzip of nothing', 'vle.csv.gz', gzipSync('')],
  ['gzip twice', 'vle.csv.gz', gzipSync(packed)],
  ['gzip of utf-16', 'vle.csv.gz', gzipSync(then(hex('feff'), big(VLE))), VLE],
  ['half a download', 'vle.csv.part', VLE],
  ['half a download of Chrome', 'vle (1).csv.crdownload', VLE],
];

const ODD_NAMES = [
  'VLE.CSV',
  'vle (1).csv',
  'vle[1]*?.csv',
  `vle'q"$(x);--.csv`,
  'vle\u001B[31m\u202E.csv',
  'vle\nx.csv',
]
  .concat([
    'vle%s%n.csv',
    'vle{a,b}.csv',
    'vle~.csv',
    'vle#?&.csv',
    'vle\\..\\x.csv',
    'vlé.csv'.replace('é', 'e\u0301'),
  ])
  .concat(['vle.csv.csv', 'vle..csv', 'vle😀.csv', 'vle .csv', `vle${'x'.repeat(200)}.csv`, 'vle__proto__.csv']);

function plainText(content: string | Buffer): string {
  return typeof content === 'string' ? content : content.toString();
}

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...Object.entries({ 'students.csv': STUDENTS, 'vle.csv': VLE }).flatMap(([file, base]) =>
    Object.entries(changes(base)).map(([what, change]) => {
      const name = `${file}: ${what}`;
      const [content, says] = Array.isArray(change) ? (change as [string, string]) : [change as string, null];
      return { name, file, content, says: says ?? plainText(content) };
    }),
  ),
  ...SINGLE.map(([name, file, content, says]) => ({ name, file, content, says: says ?? plainText(content) })),
];

export const ODDLY_NAMED: readonly HostileFile[] = ODD_NAMES.map((file) => {
  return { name: JSON.stringify(file), file, content: VLE, says: VLE };
});
