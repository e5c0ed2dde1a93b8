// What is wrong with a sources file, each told at its place.
import { expect, test } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsIn, READY_MAPPINGS, readWritten } from '../exports/mapped/sources.js';

const source = (more: string): string => `sources:\n  log:\n    files: "log*.csv"\n${more.replaceAll(/^/gm, '    ')}\n`;
const COLUMNS = 'columns: { student_id: Who, occurred_at: When }';

test.each<[string, readonly string[]]>([
  ['', ['source-without-table 2']],
  ['table: vle', []],
  [`table: vle\n${COLUMNS}`, []],
  [`table: vl\n${COLUMNS}`, ['yaml-wrong-value 4']],
  ['table: vle\ncolumns: { student_id: Who }', ['mapping-column-left-out 2']],
  [
    'table: vle\ncolumns: { student_id: Who, occured_at: When }',
    ['mapping-column-left-out 2', 'mapping-column-unknown 5'],
  ],
  ['table: vle\ncolumns:\n  student_id: {}\n  occurred_at: When', ['mapping-origin-not-one 6']],
  ['table: vle\ncolumns:\n  student_id: { pattern: x }\n  occurred_at: When', ['mapping-origin-not-one 6']],
  [
    'table: vle\ncolumns:\n  student_id: { column: Who, constant: x }\n  occurred_at: When',
    ['mapping-origin-not-one 6'],
  ],
  ['table: vle\ncolumns:\n  student_id: { column: Who, patern: x }\n  occurred_at: When', ['yaml-unknown-key 6']],
  [
    'table: vle\ncolumns:\n  student_id: { column: Who, pattern: "(?=x)" }\n  occurred_at: When',
    ['mapping-pattern-invalid 6'],
  ],
  ['table: vle\ncolumns:\n  student_id: Who\n  occurred_at: When\n  action: { join: [Verb, { of: occurred_at }] }', []],
  [
    'table: vle\ncolumns:\n  student_id: { column: Who, through: x }\n  occurred_at: When\n  action: { join: [{ of: student_id }, { of: action }, { of: component }] }',
    ['mapping-joined-wrongly 2', 'mapping-joined-wrongly 2', 'mapping-joined-wrongly 2'],
  ],
  [
    'table: vle\ncolumns:\n  student_id: Who\n  occurred_at: When\n  action: { join: [{ of: occurred_at }], pattern: x }',
    ['mapping-joined-otherwise 8'],
  ],
  [
    'table: vle\ncolumns:\n  student_id: Who\n  occurred_at: When\n  action: { join: [{ of: occurred_at }] }\nset_aside: { a: { blank: action } }',
    ['mapping-condition-of-joined 2'],
  ],
  [
    'table: vle\ncolumns:\n  student_id: Who\n  occurred_at: When\n  action: { join: [{ off: x }] }',
    ['yaml-key-missing 8', 'yaml-unknown-key 8'],
  ],
  ['table: vle\nformat: dd/MM/yyyy', ['source-key-idle 5']],
  [`table: vle\n${COLUMNS}\nacademic_year_from: 2026-08-01`, ['source-key-idle 6']],
  ['table: vle\nsheet: One', ['source-key-idle 5']],
  [
    'table: vle\nformat: dd/MM/yyyy\nacademic_year_from: 2026-08-01\ncolumns: { student_id: Who, occurred_at: { column: When, format: dd/MM } }',
    [],
  ],
  // What RE2 in one language alone would take is refused before anything is read; so is what DuckDB could not number.
  [
    'table: vle\ncolumns:\n  student_id: { column: Who, pattern: "\\\\C" }\n  occurred_at: When',
    ['mapping-pattern-invalid 6'],
  ],
  [`table: vle\ncolumns:\n  student_id: { column: Who, pattern: "${'(a)'.repeat(9)}" }\n  occurred_at: When`, []],
  [
    `table: vle\ncolumns:\n  student_id: { column: Who, pattern: "${'(a)'.repeat(10)}" }\n  occurred_at: When`,
    ['mapping-pattern-groups 6'],
  ],
  [
    'table: vle\ncolumns:\n  student_id: Who\n  occurred_at: { column: When, format: DD/MM }',
    ['mapping-format-invalid 7'],
  ],
  [
    'table: vle\ncolumns:\n  student_id: Who\n  occurred_at: { column: When, through: moodle }',
    ['mapping-looked-up-wrongly 2'],
  ],
  [
    'table: identities\ncolumns:\n  student_id: { column: A, through: moodle }\n  system: { constant: moodle }\n  identity: B',
    ['mapping-looked-up-wrongly 2'],
  ],
  [`table: vle\n${COLUMNS}\nset_aside: { staff: { column: Role } }`, ['mapping-condition-unclear 6']],
  [
    `table: vle\n${COLUMNS}\nset_aside: { staff: { column: Role, of: student_id, is: x } }`,
    ['mapping-condition-unclear 6'],
  ],
  [`table: vle\n${COLUMNS}\nset_aside: { staff: { blank: student_id, is: x } }`, ['mapping-condition-unclear 6']],
  [`table: vle\n${COLUMNS}\nset_aside: { staff: { of: student_id, is: x } }`, []],
  [`table: vle\n${COLUMNS}\nset_aside: { staff: { of: action, is: x } }`, ['mapping-column-left-out 2']],
  ['table: vle\ncolumns: { student_id: Who, occurred_at: { constant: 5 Nov } }', ['mapping-constant-no-time 5']],
  ['table: vle\ncolumns: { student_id: Who, occurred_at: { constant: 2026-11-05 } }', []],
  [`table: vle\n${COLUMNS}\nshape: { header_row: 2, header_has: Who }`, ['mapping-header-twice 6']],
  [
    `table: vle\n${COLUMNS}\nshape: { wide: { columns: x, except: "(", name: a, cell: b } }`,
    ['mapping-pattern-invalid 6'],
  ],
  [`table: vle\n${COLUMNS}\nset_aside: { staff: { is: [x] } }`, ['mapping-condition-unclear 6']],
  [`table: vle\n${COLUMNS}\nset_aside: { staff: { column: Role, is: x, lacks: y } }`, ['mapping-condition-unclear 6']],
  [
    `table: vle\n${COLUMNS}\nset_aside: { staff: { column: Role, blank: student_id } }`,
    ['mapping-condition-unclear 6'],
  ],
  [`table: vle\n${COLUMNS}\nset_aside: { staff: { blank: action } }`, ['mapping-column-left-out 2']],
  [`table: vle\n${COLUMNS}\nset_aside: { staff: { column: Role, lacks: "(" } }`, ['mapping-pattern-invalid 6']],
  [
    `table: vle\n${COLUMNS.replace('When', 'When, action: { column: Verb, values: { P: view, p: post } }')}`,
    ['mapping-value-twice 5'],
  ],
  [`table: vle\n${COLUMNS.replace('When', 'When, action: { column: Verb, values: { P: view, p: view } }')}`, []],
  ['mapping: own\nformat: DD/MM/YY', ['source-key-idle 5', 'mapping-format-invalid 5']],
  ['table: vle\ncovers: { from: 2026-10-02, to: 2026-10-01 }', ['source-covers-nothing 5']],
  ['table: vle\ncovers: { from: 2026-10-01, to: 2026-10-01 }', []],
  ['mapping: own\ntable: meetings', ['mapping-column-unknown 3']],
  ['mapping: own', []],
])('%j', (more, expected) => {
  const own = `mapping: own\ntable: vle\n${COLUMNS.replace('When', 'When, action: Verb')}\n`;
  const found = faultsIn(source(more), { own }).map(({ code, place }) => `${code} ${String(place?.line)}`);
  if (more.includes('meetings')) expect(found).toContain('mapping-column-unknown 3');
  else expect(found).toEqual(expected);
});

test('a column of the source that does not say where it comes from adds to the mapping’s', () => {
  const own =
    'mapping: own\ntable: attendance\ncolumns: { student_id: Id, event_id: E, starts_at: { column: At, format: dd/MM/yyyy }, status: { column: Mark, values: { P: present, A: absent } } }\n';
  const yaml = source(
    'mapping: own\ncolumns: { status: { values: { a: authorised, L: late } }, starts_at: { format: yyyy-MM-dd }, event_id: { as_id: true } }',
  );
  const read = readWritten(yaml, { own });
  if ('faults' in read) throw new Error('it has no fault');
  const columns = read.value[0]?.mapping?.columns;
  expect(columns?.get('status')).toMatchObject({
    from: { columns: [['Mark']] },
    steps: [
      {
        values: new Map([
          ['p', 'present'],
          ['a', 'authorised'],
          ['l', 'late'],
        ]),
      },
    ],
  });
  expect(columns?.get('starts_at')?.steps).toMatchObject([{ formats: [{ written: 'yyyy-MM-dd' }] }]);
  expect(columns?.get('event_id')).toMatchObject({ from: { columns: [['E']] }, steps: [{ kind: 'id' }] });
});

test('the format of a source is that of its times, but for those whose column it says more of', () => {
  const own =
    'mapping: own\ntable: attendance\ncolumns: { student_id: Id, event_id: E, status: S, starts_at: { column: At, format: [d/M/yyyy, M/d/yyyy] } }\n';
  const yaml = source(
    'mapping: own\nformat: M/d/yyyy\ncolumns: { recorded_at: { file_name: true, pattern: "([0-9-]+)", format: canonical } }',
  );
  const read = readWritten(yaml, { own });
  if ('faults' in read) throw new Error('it has no fault');
  const columns = read.value[0]?.mapping?.columns;
  const formats = ['starts_at', 'recorded_at'].map((column) => columns?.get(column)?.steps.at(-1));
  expect(formats).toMatchObject([{ formats: [{ written: 'M/d/yyyy' }] }, { formats: [{ written: 'canonical' }] }]);
});

test('what a source says goes before what its mapping says, column by column', () => {
  const own = `mapping: own\ntable: vle\nseparator: tab\n${COLUMNS}\nset_aside: { a: { column: A, is: x }, c: { column: C, is: x } }\n`;
  const yaml = source(
    'mapping: own\nseparator: bar\ncolumns: { student_id: Id, action: Verb }\nset_aside: { b: { column: B, is: y }, a: { blank: action } }',
  );
  const read = readWritten(yaml, { own });
  if ('faults' in read) throw new Error('it has no fault');
  const [mapping] = read.value.map((it) => it.mapping);
  expect(mapping).toMatchObject({ name: 'own', table: 'vle', separator: '|' });
  expect([...(mapping?.columns.keys() ?? [])]).toEqual(['student_id', 'occurred_at', 'action']);
  expect(mapping?.columns.get('student_id')?.from).toMatchObject({ kind: 'columns', columns: [['Id']] });
  expect(mapping?.setAside.map(({ name, condition }) => [name, condition.subject])).toEqual([
    ['a', { kind: 'canonical', canonical: 'action' }],
    ['c', { kind: 'column', column: ['C'] }],
    ['b', { kind: 'column', column: ['B'] }],
  ]);
});

/** What the export of a system does not say, and its source must. */
const LEFT_TO_THE_SOURCE: Readonly<Record<string, readonly string[]>> = {
  'moodle-gradebook': ['due_at'],
  'moodle-grading-worksheet': ['due_at'],
  'teams-attendance-list': ['starts_at'],
  'turnitin-inbox': ['assessment_id', 'due_at'],
};

test.each(readdirSync(READY_MAPPINGS).filter((name) => name.endsWith('.yaml')))(
  '%s is sound, and called as its file',
  (file) => {
    const name = file.replace(/\.yaml$/, '');
    const left = LEFT_TO_THE_SOURCE[name] ?? [];
    const columns = left.map((column) => `\n  ${column}: { constant: 2026-11-05T17:00 }`).join('');
    expect(faultsIn(source(`mapping: ${name}${left.length === 0 ? '' : `\ncolumns:${columns}`}`))).toEqual([]);
    expect(faultsIn(source(`mapping: ${name}`)).map(({ message }) => message)).toEqual(
      left.map((column) => expect.stringContaining(`where ${column} comes from`) as string),
    );
    expect(readFileSync(join(READY_MAPPINGS, file), 'utf8')).toMatch(new RegExp(`^mapping: ${name}$`, 'm'));
  },
);
