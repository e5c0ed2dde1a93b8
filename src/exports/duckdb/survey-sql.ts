// A file's survey (mapped/survey.ts) in one query.
import { at } from '../../engagement/columns.js';
import type { GuardedFile } from '../guarded-file.js';
import { throughOf } from '../mapped/reading.js';
import type { FormatCounts, Survey } from '../mapped/survey.js';
import type { Database } from './database.js';
import { identitiesTable, mappedRelation, type MappedColumn } from './mapped-sql.js';
import { pathOf, readCsvSql } from './relation-sql.js';
import { readNumbers } from './result-columns.js';

/** `uploaded` are the systems whose identities the database has already: they are the same for all files. */
export async function surveyFile(database: Database, file: GuardedFile, uploaded: Set<string>): Promise<Survey> {
  await uploadIdentities(database, file, uploaded);
  const { sql, columns, rule } = mappedRelation(`SELECT * FROM ${readCsvSql(file)}`, file);
  const kept = (condition: string): string => `count(*) FILTER (WHERE ${rule} = -1 AND (${condition}))`;
  const counted = {
    setAside: file.reading.setAside.map((_, index) => `count(*) FILTER (WHERE ${rule} = ${index})`),
    unmatched: unmatchedSql(columns, rule),
    faults: [kept(['false', ...columns.map(({ text }) => `${text} IS NULL`)].join(' OR '))],
    times: columns.map((column) => formatCountsSql(column, kept)),
  };
  const expressions = [counted.setAside, counted.unmatched, counted.faults, ...counted.times].flat();
  const numbers = readNumbers(
    await database.run(`SELECT ${expressions.join(', ')} FROM (${sql})`, { path: pathOf(file) }),
  )[Symbol.iterator]();
  const next = (expected: readonly unknown[]): number[] => expected.map(() => numbers.next().value ?? 0);
  const setAside = next(counted.setAside);
  const [unmatchedRows = 0, unmatchedIds = 0] = next(counted.unmatched);
  const [faults = 0] = next(counted.faults);
  const times = columns.flatMap(({ column, times: formats }, index) => {
    const counts = next(at(counted.times, index));
    return formats.length === 0 ? [] : [[column, formatCounts(counts, formats.length)] as const];
  });
  return { setAside, unmatchedRows, unmatchedIds, hasFaults: faults > 0, times: new Map(times) };
}

/** At most one column of a table is looked up: the student's id. */
function unmatchedSql(columns: readonly MappedColumn[], rule: string): readonly string[] {
  const looked = columns.find(({ student }) => student !== null);
  if (looked?.student == null) return ['0', '0'];
  const isUnmatched = `${rule} = -1 AND ${looked.student} IS NULL AND ${looked.text} IS NOT NULL`;
  return [`count(*) FILTER (WHERE ${isUnmatched})`, `count(DISTINCT ${looked.text}) FILTER (WHERE ${isUnmatched})`];
}

/** What is written, what each format reads, and what every two read otherwise. */
function formatCountsSql({ text, times }: MappedColumn, kept: (condition: string) => string): readonly string[] {
  if (times.length === 0) return [];
  return [
    kept(`${text} <> ''`),
    ...times.map((time) => kept(`${text} <> '' AND ${time} IS NOT NULL`)),
    ...pairs(times.length).map(([one, other]) => kept(`${at(times, one)} <> ${at(times, other)}`)),
  ];
}

function formatCounts([written = 0, ...rest]: readonly number[], formats: number): FormatCounts {
  const differing = pairs(formats).flatMap(([one, other], index) => {
    const cells = at(rest, formats + index);
    return cells === 0 ? [] : [[one * formats + other, cells] as const];
  });
  return { written, read: rest.slice(0, formats), differing: new Map(differing) };
}

function pairs(count: number): readonly (readonly [one: number, other: number])[] {
  const places = Array.from({ length: count }, (_, place) => place);
  return places.flatMap((one) => places.slice(one + 1).map((other) => [one, other] as const));
}

async function uploadIdentities(database: Database, { reading }: GuardedFile, uploaded: Set<string>): Promise<void> {
  for (const { steps } of reading.cells.values()) {
    const through = throughOf(steps);
    if (through?.students == null || uploaded.has(through.system)) continue;
    uploaded.add(through.system);
    const table = identitiesTable(through.system);
    // Called as no system can make the name of its table.
    await database.upload('uploaded_identities', [...through.students.keys()]);
    await database.upload('uploaded_students', [...through.students.values()]);
    await database.run(`CREATE TEMP TABLE ${table} AS SELECT uploaded_identities.text AS identity,
      uploaded_students.text AS student_id FROM uploaded_identities JOIN uploaded_students USING (number)`);
    await database.run('DROP TABLE uploaded_identities');
    await database.run('DROP TABLE uploaded_students');
  }
}
