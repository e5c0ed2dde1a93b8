// What the program says about mapped exports, word for word.
import { expect, test } from 'vitest';
import { fault, type Fault } from '../../../src/diagnostics/catalogue.js';
import { mappingCatalogue } from '../../../src/diagnostics/mapping-catalogue.js';
import { messagesText } from '../messages-text.js';

const time = { mapping: 'moodle-log', canonical: 'occurred_at', names: ['Time'], nearest: null };
const names = { ...time, names: ['Time', 'Date and time'], nearest: 'Times' };
const cell = { record: 12, cell: '5/11/26, 14:03', canonical: 'occurred_at' };

/** One example a code at least; the type demands every code. */
const examples: Readonly<Record<keyof typeof mappingCatalogue, readonly Fault[]>> = {
  'sources-file-not-found': [fault('sources-file-not-found', { file: 'mine.yaml' })],
  'draft-exists': [fault('draft-exists', { file: 'sources.yaml' })],
  'draft-not-written': [fault('draft-not-written', { file: 'drafts/sources.yaml', reason: 'ENOENT' })],
  'draft-written': [fault('draft-written', { file: 'draft.yaml' })],
  'nothing-to-draft': [fault('nothing-to-draft', {})],
  'mapping-not-found': [
    fault('mapping-not-found', { mapping: 'moodle-logs', known: ['moodle-log', 'zoom'], nearest: 'moodle-log' }),
    fault('mapping-not-found', { mapping: 'celcat', known: ['moodle-log', 'zoom'], nearest: null }),
  ],
  'source-without-table': [fault('source-without-table', { source: 'qmplus' })],
  'source-covers-nothing': [fault('source-covers-nothing', {})],
  'source-key-idle': (['format', 'academic_year_from', 'sheet'] as const).map((key) =>
    fault('source-key-idle', { key }),
  ),
  'mapping-column-unknown': [
    fault('mapping-column-unknown', { table: 'vle', column: 'occured_at', nearest: 'occurred_at' }),
    fault('mapping-column-unknown', { table: 'vle', column: 'when', nearest: null }),
  ],
  'mapping-column-left-out': ['student_id', 'occurred_at'].map((column) =>
    fault('mapping-column-left-out', { table: 'vle', column }),
  ),
  'mapping-constant-no-time': [fault('mapping-constant-no-time', { column: 'due_at', text: '5 Nov 2026' })],
  'mapping-looked-up-wrongly': [fault('mapping-looked-up-wrongly', { table: 'students', column: 'student_id' })],
  'mapping-origin-not-one': [
    fault('mapping-origin-not-one', { origins: ['column', 'join', 'constant', 'file_name'], given: [] }),
    fault('mapping-origin-not-one', {
      origins: ['column', 'join', 'constant', 'file_name'],
      given: ['column', 'join'],
    }),
  ],
  'mapping-condition-unclear': [fault('mapping-condition-unclear', { rule: 'staff' })],
  'mapping-value-twice': [fault('mapping-value-twice', { word: 'p', other: 'P' })],
  'mapping-pattern-invalid': [
    fault('mapping-pattern-invalid', { reason: 'error parsing regexp: missing closing ): `(`' }),
  ],
  'mapping-format-invalid': [fault('mapping-format-invalid', { format: 'DD/MM/YY' })],
  'file-of-two-sources': [fault('file-of-two-sources', { sources: ['qmplus', 'moodle'] })],
  'file-superseded': [fault('file-superseded', { source: 'sits', by: 'students-2026-10-12.csv' })],
  'file-undated': [fault('file-undated', { source: 'sits' })],
  'source-without-files': [fault('source-without-files', { source: 'qmplus', pattern: 'logs_*.csv' })],
  'mapping-header-twice': [fault('mapping-header-twice', {})],
  'encoding-otherwise': [
    fault('encoding-otherwise', { declared: 'utf-8', found: 'utf-16' }),
    fault('encoding-otherwise', { declared: 'utf-16', found: null }),
  ],
  'separator-not-declared': [
    fault('separator-not-declared', { found: 'tab', declared: 'comma' }),
    fault('separator-not-declared', { found: 'semicolon', declared: 'bar' }),
  ],
  'file-too-large-to-reshape': [fault('file-too-large-to-reshape', { limit: 67_108_864 })],
  'header-row-missing': [fault('header-row-missing', { row: 4, rows: 1 })],
  'section-missing': [fault('section-missing', { heading: '2. Participants' })],
  'header-not-found': [fault('header-not-found', { names: ['Student ID', 'Student number'] })],
  'detail-missing': [fault('detail-missing', { label: 'Start time' })],
  'wide-columns-missing': [fault('wide-columns-missing', { pattern: '^[0-9]+ ' })],
  'wide-columns-alike': [fault('wide-columns-alike', { name: '6 Oct 2026 9.00AM All students', columns: ['D', 'AB'] })],
  'table-goes-on': [fault('table-goes-on', { blank: 11, next: 12 }), fault('table-goes-on', { blank: 11, next: 14 })],
  'stay-without-joining': [fault('stay-without-joining', { record: 12 })],
  'stays-in-repeated-hour': [1, 3].map((people) => fault('stays-in-repeated-hour', { people }, null, people)),
  'paired-column-missing': [fault('paired-column-missing', { names: ['User Action', 'Action'] })],
  'workbook-expected': [fault('workbook-expected', {})],
  'workbook-unreadable': [fault('workbook-unreadable', { reason: 'InvalidInputError' })],
  'sheet-missing': [fault('sheet-missing', { sheet: 'Students', known: ['Sheet1', 'Notes'] })],
  'workbook-too-large': [fault('workbook-too-large', { limit: 41_943_040 })],
  'sheets-not-read': [
    fault('sheets-not-read', { sheet: 'Week 1', others: ['Week 2'] }),
    fault('sheets-not-read', { sheet: 'Week 1', others: ['Week 2', 'Week 3'] }),
  ],
  'cell-holds-error': [fault('cell-holds-error', { sheet: 'Inbox', row: 3, column: 'C', error: '#DIV/0!' })],
  'cell-not-calculated': [fault('cell-not-calculated', { sheet: 'Inbox', row: 3, column: 'C' })],
  'mapped-column-missing': [
    fault('mapped-column-missing', { ...time, isRequired: true }),
    fault('mapped-column-missing', { ...names, isRequired: true }),
    fault('mapped-column-missing', {
      ...names,
      canonical: 'ends_at',
      names: ['End', 'Finish'],
      nearest: null,
      isRequired: false,
    }),
  ],
  'mapped-columns-absent': [
    fault('mapped-columns-absent', { mapping: 'zoom', columns: ['ends_at'], names: ['End'] }),
    fault('mapped-columns-absent', {
      mapping: 'celcat',
      columns: ['ends_at', 'event_type'],
      names: ['End', 'Finish', 'Category'],
    }),
  ],
  'mapped-rule-column-missing': [
    fault('mapped-rule-column-missing', { mapping: 'moodle-log', rule: 'by the system', names: ['Origin'] }),
  ],
  'value-not-mapped': [
    fault('value-not-mapped', { record: 12, cell: 'Attended', canonical: 'status', values: ['present', 'late'] }),
  ],
  'mapping-joined-otherwise': [fault('mapping-joined-otherwise', { keys: ['pattern', 'values'] })],
  'mapping-joined-wrongly': [fault('mapping-joined-wrongly', { column: 'event_id', of: 'module' })],
  'mapping-condition-of-joined': [fault('mapping-condition-of-joined', { rule: 'without an id', column: 'event_id' })],
  'mapping-pattern-groups': [fault('mapping-pattern-groups', { groups: 10, most: 9 })],
  'pattern-not-found': [
    fault('pattern-not-found', { record: 12, cell: '2026-10-05 at noon', canonical: 'ends_at' }),
    fault('pattern-not-found', { record: 12, cell: 'a text without figures', canonical: 'ends_at' }),
  ],
  'duration-unreadable': [
    fault('duration-unreadable', { record: 12, cell: '65 min', canonical: 'minutes', unit: 'clock' }),
  ],
  'time-not-in-format': [
    fault('time-not-in-format', { ...cell, format: 'M/d/yy, HH:mm', names: ['M/d/yy, HH:mm'] }),
    fault('time-not-in-format', { ...cell, format: 'M/d/yy, HH:mm', names: ['M/d/yy, HH:mm', 'd MMM, HH:mm'] }),
  ],
  'time-without-year': [fault('time-without-year', { ...cell, cell: '11 May, 09:44' })],
  'time-format-ambiguous': [
    fault('time-format-ambiguous', {
      ...cell,
      ...{ format: 'd/MM/yy, HH:mm', time: '2026-11-05T14:03' },
      ...{ otherFormat: 'M/d/yy, HH:mm', otherTime: '2026-05-11T14:03' },
    }),
  ],
  'rows-set-aside': [1, 1200].flatMap((rows) =>
    [1, 19].map((files) =>
      fault('rows-set-aside', { rule: 'nobody is named', rows, source: 'moodle', files }, null, rows),
    ),
  ),
  'no-row-of-file': [1, 1200].map((records) => fault('no-row-of-file', { mapping: 'moodle-log', records })),
  'rows-of-unmatched-ids': [
    fault('rows-of-unmatched-ids', { system: 'moodle', ids: 1, rows: 1, source: 'qmplus', files: 1 }),
    fault('rows-of-unmatched-ids', { system: 'email', ids: 12, rows: 1200, source: 'teams', files: 1 }, null, 1200),
    fault('rows-of-unmatched-ids', { system: 'moodle', ids: 1, rows: 40, source: 'qmplus', files: 19 }, null, 40),
  ],
  'identity-of-two-students': [
    fault('identity-of-two-students', { record: 12, system: 'moodle', students: ['0001', '0002'] }),
  ],
  'email-of-two-students': [fault('email-of-two-students', { students: ['0001', '0002'] })],
  'identities-of-unknown-students': [1, 3].map((count) => fault('identities-of-unknown-students', { count })),
  'identities-missing': [fault('identities-missing', { system: 'moodle', mapping: 'moodle-log' })],
};

test('every message reads as it did', async () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(mappingCatalogue).sort());
  await expect(messagesText(examples)).toMatchFileSnapshot('messages.txt');
});

test.each(Object.values(examples).flat())('$code: an error says what to do', ({ severity, message, hint }) => {
  expect(message).toMatch(/^["\p{L}\d].*[.]$|\?$/u);
  if (severity === 'error') expect(hint).not.toBe('');
});
