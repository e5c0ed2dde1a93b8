// What every code says, word for word: messages are part of what users and scripts rely on.
import { expect, test } from 'vitest';
import { fault, type Code, type Fault } from '../../src/diagnostics/catalogue.js';
import { exportsCatalogue } from '../../src/diagnostics/exports-catalogue.js';
import { messagesText } from './messages-text.js';

type ExportsCode = keyof typeof exportsCatalogue;

/** One example a code; the type demands every code. */
const examples: Readonly<Record<ExportsCode, readonly Fault[]>> = {
  'exports-folder-missing': [fault('exports-folder-missing', { folder: 'exports' })],
  'exports-folder-not-folder': [fault('exports-folder-not-folder', { folder: 'vle.csv' })],
  'exports-folder-unreadable': [fault('exports-folder-unreadable', { folder: 'exports', reason: 'EACCES' })],
  'exports-folder-empty': [fault('exports-folder-empty', { folder: 'exports' })],
  'table-missing': [fault('table-missing', { table: 'students', folder: 'exports' })],
  'file-not-recognised': [fault('file-not-recognised', {})],
  'export-not-claimed': [fault('export-not-claimed', {})],
  'file-not-read': [
    fault('file-not-read', { table: 'students', source: null }),
    fault('file-not-read', { table: 'students', source: 'sits' }),
  ],
  'file-not-regular': [fault('file-not-regular', { kind: 'a pipe' })],
  'file-unreadable': [fault('file-unreadable', { reason: 'EACCES' })],
  'file-changed': [fault('file-changed', {})],
  'download-unfinished': [
    fault('download-unfinished', { table: 'vle' }),
    fault('download-unfinished', { table: null }),
  ],
  'feed-set-aside': [
    fault('feed-set-aside', { feed: 'vle', files: ['vle.csv'] }),
    fault('feed-set-aside', { feed: 'attendance', files: ['attendance.csv', 'timetable.csv'] }),
    fault('feed-set-aside', { feed: 'vle', files: Array.from({ length: 30 }, (_, index) => `vle-${index}.csv`) }),
  ],
  'feed-set-aside-without-files': [fault('feed-set-aside-without-files', { feed: 'vle' })],
  'last-record-open': [fault('last-record-open', { record: 12 })],
  'ends-long-after-start': [
    fault('ends-long-after-start', { record: 4, start: '2026-10-05T10:00', end: '2026-10-07T11:00' }),
  ],
  'attendance-conflicting': [
    fault('attendance-conflicting', { count: 1 }),
    fault('attendance-conflicting', { count: 3 }),
  ],
  'meetings-conflicting': [fault('meetings-conflicting', { count: 1 }), fault('meetings-conflicting', { count: 2 })],
  'timetable-conflicting': [fault('timetable-conflicting', { count: 2 })],
  'registers-of-cancelled-events': [
    fault('registers-of-cancelled-events', { registers: 1, absences: 1 }),
    fault('registers-of-cancelled-events', { registers: 2, absences: 30 }),
  ],
  'allocations-of-unknown-events': [
    fault('allocations-of-unknown-events', { events: 1, allocations: 1 }),
    fault('allocations-of-unknown-events', { events: 2, allocations: 40 }),
  ],
  'events-of-several-days': [
    fault('events-of-several-days', { count: 1 }),
    fault('events-of-several-days', { count: 2 }),
  ],
  'file-identical': [fault('file-identical', { other: 'vle-1.csv' })],
  'file-empty': [fault('file-empty', {})],
  'file-not-csv': [
    fault('file-not-csv', { kind: 'a web page or XML' }),
    fault('file-not-csv', { kind: 'a PDF document' }),
  ],
  'file-utf16': [fault('file-utf16', {})],
  'file-windows-1252': [
    fault('file-windows-1252', { characters: 1, record: 0 }),
    fault('file-windows-1252', { characters: 1200, record: 12 }),
  ],
  'blank-lines-at-end': [fault('blank-lines-at-end', { lines: 1 }), fault('blank-lines-at-end', { lines: 2 })],
  'file-not-utf8': [fault('file-not-utf8', { record: 0 }), fault('file-not-utf8', { record: 12 })],
  'file-nul': [fault('file-nul', { record: 3 })],
  'separator-not-comma': [fault('separator-not-comma', { separator: 'semicolon' })],
  'file-utf16-unmarked': [fault('file-utf16-unmarked', {})],
  'separator-line': [fault('separator-line', { note: 'sep=;' })],
  'header-not-first': [fault('header-not-first', { line: 2 }), fault('header-not-first', { line: 4 })],
  'line-ends-unusual': [fault('line-ends-unusual', { mark: 'a carriage return alone' })],
  'cell-is-formula': [fault('cell-is-formula', { record: 4 })],
  'quote-misplaced': [fault('quote-misplaced', { record: 4 })],
  'quote-unclosed': [fault('quote-unclosed', { record: 0 })],
  'fields-uneven': [
    fault('fields-uneven', { record: 4, found: 1, expected: 6 }),
    fault('fields-uneven', { record: 5, found: 7, expected: 6 }),
  ],
  'line-ends-mixed': [fault('line-ends-mixed', { record: 4 })],
  'line-end-lone-cr': [fault('line-end-lone-cr', { record: 4 })],
  'line-blank': [
    fault('line-blank', { record: 0 }),
    fault('line-blank', { record: 1 }),
    fault('line-blank', { record: 9 }),
  ],
  'record-too-long': [
    fault('record-too-long', { record: 0, limit: 1_048_576 }),
    fault('record-too-long', { record: 2, limit: 1_048_576 }),
  ],
  'gzip-expected': [fault('gzip-expected', {})],
  'gzip-damaged': [fault('gzip-damaged', { reason: 'it ends too early' })],
  'gzip-too-large': [fault('gzip-too-large', { limit: 64 * 2 ** 30 })],
  'parquet-expected': [fault('parquet-expected', {})],
  'parquet-unreadable': [fault('parquet-unreadable', {})],
  'parquet-needs-duckdb': [fault('parquet-needs-duckdb', {})],
  'parquet-id-is-number': [fault('parquet-id-is-number', { column: 'student_id' })],
  'column-unnamed': [fault('column-unnamed', { number: 3 })],
  'columns-too-many': [fault('columns-too-many', { columns: 100_000, limit: 1000 })],
  'column-named-twice': [
    fault('column-named-twice', { column: 'student_id', other: 'student_id' }),
    fault('column-named-twice', { column: 'student_id', other: 'Student ID' }),
  ],
  'column-missing': [
    fault('column-missing', { column: 'student_id', closest: 'StudentID' }),
    fault('column-missing', { column: 'due_at', closest: null }),
  ],
  'column-perhaps-misspelt': [fault('column-perhaps-misspelt', { column: 'submited_at', closest: 'submitted_at' })],
  'columns-ignored': [
    fault('columns-ignored', { columns: ['ip'] }),
    fault('columns-ignored', { columns: Array.from({ length: 12 }, (_, index) => `c${index}`) }),
  ],
  'file-without-rows': [fault('file-without-rows', {})],
  'rows-at-excel-limit': [fault('rows-at-excel-limit', { records: 1_048_575 })],
  'table-still-empty': [fault('table-still-empty', { table: 'circumstances' })],
  'table-without-rows': [fault('table-without-rows', { table: 'students' })],
  'working-space-failed': [fault('working-space-failed', { folder: '/tmp', reason: 'ENOSPC' })],
  'working-space-left': [fault('working-space-left', { folder: '/tmp/checkpoint-1', reason: 'EBUSY' })],
  'cell-blank': [fault('cell-blank', { record: 7 })],
  'cell-invalid': [
    fault('cell-invalid', { record: 7, cell: '01/10/2025', allowed: 'a date such as 2026-02-27' }),
    fault('cell-invalid', { record: 7, cell: 'Present', allowed: 'present, late, absent' }),
    fault('cell-invalid', { record: 7, cell: 'Okonkwo', allowed: 'present, late, absent' }),
    fault('cell-invalid', { record: 7, cell: null, allowed: 'an e-mail address, or blank' }),
  ],
  'id-shortened': [fault('id-shortened', { record: 7, cell: '2.10E+08' })],
  'ids-lost-zeros': [
    fault('ids-lost-zeros', { ids: 1, found: '0003', meant: '3' }),
    fault('ids-lost-zeros', { ids: 30, found: '0003', meant: '3' }),
    fault('ids-lost-zeros', { ids: 1, found: '3', meant: '0003' }),
    fault('ids-lost-zeros', { ids: 30, found: '3', meant: '0003' }),
  ],
  'ids-alike': [fault('ids-alike', { studentId: '1', other: '0001', file: 'students.csv', record: 3 })],
  'ends-before-start': [fault('ends-before-start', { record: 7, start: 'starts_on', end: 'ends_on' })],
  'more-faults': [fault('more-faults', {}, null, 42)],
  'student-repeated': [fault('student-repeated', { count: 1 }), fault('student-repeated', { count: 2 })],
  'student-conflicting': [
    ...[true, false].map((isOfOneFile) =>
      fault('student-conflicting', {
        studentId: '0001',
        file: 'students.csv',
        record: 3,
        columns: ['school', 'mode'],
        isOfOneFile,
      }),
    ),
  ],
  'joint-undecided': [
    fault('joint-undecided', { ids: ['0001'] }),
    fault('joint-undecided', { ids: ['0001', '0002', '0003', '0004', '0005', '0006'] }),
  ],
  'joint-decided-elsewhere': [
    fault('joint-decided-elsewhere', { ids: ['0001'] }),
    fault('joint-decided-elsewhere', { ids: ['0001', '0002'] }),
  ],
  'enrolment-repeated': [fault('enrolment-repeated', { count: 2 })],
  'enrolment-of-unknown-student': [fault('enrolment-of-unknown-student', { count: 2 })],
  'circumstance-repeated': [fault('circumstance-repeated', { count: 1 }), fault('circumstance-repeated', { count: 2 })],
  'circumstance-of-unknown-student': [
    fault('circumstance-of-unknown-student', { count: 1 }),
    fault('circumstance-of-unknown-student', { count: 2 }),
  ],
  'extension-without-date': [fault('extension-without-date', { record: 7 })],
  'contact-repeated': [fault('contact-repeated', { count: 1 }), fault('contact-repeated', { count: 2 })],
  'contact-of-unknown-student': [fault('contact-of-unknown-student', { count: 2 })],
  'contact-without-date': [fault('contact-without-date', { record: 7 })],
  'rows-of-unknown-students': [
    fault('rows-of-unknown-students', { table: 'vle', rows: 1, students: 1 }),
    fault('rows-of-unknown-students', { table: 'vle', rows: 1200, students: 3 }),
  ],
  'rows-repeated': [
    fault('rows-repeated', { table: 'vle', rows: 1 }),
    fault('rows-repeated', { table: 'vle', rows: 1200 }),
  ],
  'times-that-do-not-exist': [
    fault('times-that-do-not-exist', { table: 'vle', rows: 1 }),
    fault('times-that-do-not-exist', { table: 'vle', rows: 1200 }),
  ],
  'submissions-conflicting': [
    fault('submissions-conflicting', { count: 1 }),
    fault('submissions-conflicting', { count: 2 }),
  ],
  'duckdb-absent': [fault('duckdb-absent', { reason: 'ERR_MODULE_NOT_FOUND' })],
  'duckdb-demanded': [fault('duckdb-demanded', { reason: 'ERR_MODULE_NOT_FOUND' })],
};

test('every message reads as it did', async () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(exportsCatalogue).sort());
  await expect(messagesText(examples)).toMatchFileSnapshot('messages.txt');
});

test.each(Object.values(examples).flat())('$code: an error says what to do', ({ code, severity, message, hint }) => {
  const known: Code = code;
  expect(known in exportsCatalogue).toBe(true);
  expect(message).toMatch(/^["\p{L}\d].*[.]$|\?$/u);
  if (severity === 'error') expect(hint).not.toBe('');
});
