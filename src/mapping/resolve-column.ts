// One column of a mapping as written, to where it comes from; what is wrong with it is told at its place.
import type { Day } from '../calendar/day.js';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Path, YamlDocument } from '../yaml/document.js';
import type {
  CellSource,
  ColumnNames,
  JoinedColumn,
  JoinedPart,
  Origin,
  SetAsideRule,
  Step,
  Subject,
} from './mapping.js';
import { MOST_GROUPS, Pattern } from './pattern.js';
import { plainCase } from './plain-name.js';
import { leaveOrderOpen, orderOf, otherOrder } from './other-order.js';
import type { WrittenColumn, WrittenCondition, WrittenJoinedPart } from './schema.js';
import { timeFormat } from './time-format.js';

/** A document, and where in it something stands. */
export interface Spot {
  readonly document: YamlDocument;
  readonly path: Path;
  readonly report: (fault: Fault) => void;
}

/** What a source says of times, whatever its mapping allows. */
export interface TimeChoice {
  readonly format: string | null;
  readonly yearFrom: Day | null;
  /** The columns for which the source itself says one format. */
  readonly except: ReadonlySet<string>;
}

/** A column that is read of the file, or one that is joined of others. */
export type ResolvedColumn = CellSource<ColumnNames> | JoinedColumn<ColumnNames>;

export function resolveColumn(written: DetailedColumn, choice: TimeChoice, spot: Spot): ResolvedColumn | null {
  if (written.join?.some(isOfTable) === true) return resolveJoined(written, spot);
  const from = originOf(written, spot);
  const steps = stepsOf(written, choice, spot);
  return from === null ? null : { from, steps };
}

/** A column's bare name is one with nothing but that. */
type DetailedColumn = Extract<WrittenColumn, { pattern?: unknown }>;

const ORIGINS = ['column', 'join', 'constant', 'file_name'] as const;

export function hasOrigin(written: DetailedColumn): boolean {
  return ORIGINS.some((key) => written[key] !== undefined);
}

/** What can be said of a column that is joined of columns of the table. */
const KEYS_OF_JOINED: readonly string[] = ['join', 'between', 'as_id'];

function resolveJoined(written: DetailedColumn, { document, path, report }: Spot): JoinedColumn<ColumnNames> {
  const given = Object.entries(written).flatMap(([key, said]) => (said === undefined ? [] : [key]));
  const others = given.filter((key) => !KEYS_OF_JOINED.includes(key));
  if (others.length > 0) report(fault('mapping-joined-otherwise', { keys: others }, document.placeOfKey(path)));
  return {
    parts: (written.join ?? []).map(joinedPart),
    between: written.between ?? ' ',
    isId: written.as_id === true,
  };
}

function isOfTable(part: WrittenJoinedPart): part is Extract<WrittenJoinedPart, { of: string }> {
  return 'of' in part;
}

function joinedPart(part: WrittenJoinedPart): JoinedPart<ColumnNames> {
  return isOfTable(part) ? { kind: 'canonical', canonical: part.of } : { kind: 'column', column: part };
}

function originOf(written: DetailedColumn, { document, path, report }: Spot): Origin<ColumnNames> | null {
  const given = ORIGINS.filter((key) => written[key] !== undefined);
  if (given.length !== 1) {
    report(fault('mapping-origin-not-one', { origins: ORIGINS, given }, document.placeOfKey(path)));
    return null;
  }
  if (written.constant !== undefined) return { kind: 'constant', text: written.constant };
  if (written.file_name !== undefined) return { kind: 'file-name' };
  const named = written.column === undefined ? [] : [written.column];
  const columns = written.join?.flatMap((part) => (isOfTable(part) ? [] : [part])) ?? named;
  return { kind: 'columns', columns, between: written.between ?? ' ', keepsBlanks: written.keep_blank === true };
}

function stepsOf(written: DetailedColumn, choice: TimeChoice, spot: Spot): readonly Step[] {
  const { values, otherwise, if_blank: ifBlank, format, duration, through } = written;
  // What has a form must have it in every cell: a blank would only hide that one has another.
  const isDemanded = ifBlank === undefined && [values, format, duration].some((it) => it !== undefined);
  return [
    ...(written.pattern === undefined ? [] : [patternStep(written.pattern, isDemanded, spot)]),
    ...(values === undefined
      ? []
      : [{ kind: 'values', values: plainValues(values, spot), otherwise: otherwise ?? null } as const]),
    ...(ifBlank === undefined ? [] : [{ kind: 'if-blank', text: ifBlank } as const]),
    ...(duration === undefined ? [] : [{ kind: 'minutes', unit: duration } as const]),
    ...(written.as_id === true ? [{ kind: 'id' } as const] : []),
    // Last, since only the whole column tells the format, and all tables of people must be read before anybody is looked up.
    ...(format === undefined ? [] : [timeStep(format, choice, spot)]),
    ...(through === undefined ? [] : [{ kind: 'through', system: through, students: null } as const]),
  ];
}

/** By words without capitals: two that are the same then must not mean two things. */
function plainValues(values: Readonly<Record<string, string>>, spot: Spot): ReadonlyMap<string, string> {
  const { document, path, report } = spot;
  const plain = new Map<string, string>();
  const first = new Map<string, string>();
  for (const [word, meaning] of Object.entries(values)) {
    const key = plainCase(word);
    const other = first.get(key);
    if (other !== undefined && plain.get(key) !== meaning) {
      report(fault('mapping-value-twice', { word, other }, document.placeOfKey([...path, 'values', word])));
    }
    first.set(key, other ?? word);
    plain.set(key, meaning);
  }
  return plain;
}

function patternStep(patterns: readonly string[], isDemanded: boolean, { document, path, report }: Spot): Step {
  checkPatterns(patterns, { document, path: [...path, 'pattern'], report });
  return { kind: 'pattern', patterns, isDemanded };
}

/** Tells those that are no regular expressions, or none that both readers could follow. */
export function checkPatterns(patterns: readonly string[], { document, path, report }: Spot): void {
  for (const pattern of patterns) {
    try {
      const { groups } = new Pattern(pattern);
      if (groups <= MOST_GROUPS) continue;
      report(fault('mapping-pattern-groups', { groups, most: MOST_GROUPS }, document.placeOf(path)));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      report(fault('mapping-pattern-invalid', { reason: error.message }, document.placeOf(path)));
    }
  }
}

function timeStep(written: readonly string[], { format: chosen, yearFrom }: TimeChoice, spot: Spot): Step {
  const { document, path, report } = spot;
  const formats = (chosen === null ? written : [chosen]).flatMap((text) => {
    const format = timeFormat(text, yearFrom);
    if (format !== null) return [format];
    report(fault('mapping-format-invalid', { format: text }, document.placeOf([...path, 'format'])));
    return [];
  });
  const names = formats.map((format) => format.written);
  const others = leaveOrderOpen(formats)
    ? [...new Set(formats.filter((format) => orderOf(format) !== null).map(otherOrder))].flatMap((text) => {
        return names.includes(text) ? [] : (timeFormat(text, yearFrom) ?? []);
      })
    : [];
  return { kind: 'time', formats: [...formats, ...others], declared: formats.length };
}

export function resolveRule(name: string, written: WrittenCondition, spot: Spot): SetAsideRule<ColumnNames> | null {
  const { document, path, report } = spot;
  const [subject, anotherSubject] = subjectsOf(written);
  const [test, anotherTest] = testsOf(written);
  if (subject === undefined || test === undefined || anotherSubject !== undefined || anotherTest !== undefined) {
    report(fault('mapping-condition-unclear', { rule: name }, document.placeOfKey(path)));
    return null;
  }
  if (test.kind !== 'is') checkPatterns([test.pattern], { document, path: [...path, test.kind], report });
  return { name, isOptional: written.optional === true, condition: { ...test, subject } };
}

/** All that are written; `blank` says both what is meant and what is asked. */
function subjectsOf({ column, of: canonical, blank }: WrittenCondition): readonly Subject<ColumnNames>[] {
  const canonicals = [canonical, blank].filter((it) => it !== undefined);
  return [
    ...(column === undefined ? [] : [{ kind: 'column', column } as const]),
    ...canonicals.map((it) => ({ kind: 'canonical', canonical: it }) as const),
  ];
}

function testsOf({ is, matches, lacks, blank }: WrittenCondition) {
  return [
    ...(is === undefined ? [] : [{ kind: 'is', words: is } as const]),
    ...(blank === undefined ? [] : [{ kind: 'is', words: [''] } as const]),
    ...(matches === undefined ? [] : [{ kind: 'matches', pattern: matches } as const]),
    ...(lacks === undefined ? [] : [{ kind: 'lacks', pattern: lacks } as const]),
  ];
}
