// What a schema objects to, as faults. The error texts of expect.ts say what was expected.
import type { z } from 'zod';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Path, YamlDocument } from './document.js';
import { IMPOSSIBLE_DATE, KEY_SEPARATOR, TEXT } from './expect.js';
import { nearest } from '../engagement/nearest.js';
import type { WhenMissing } from './read.js';
import { shown } from './shown.js';

type Issue = z.core.$ZodIssue;

export function faultsOf(issue: Issue, document: YamlDocument, whenMissing: WhenMissing): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue, document));
  if (issue.code === 'invalid_key') return [wrongName(issue, document)];
  const branch = issue.code === 'invalid_union' ? meantBranch(issue, document.valueAt(issue.path)) : undefined;
  if (branch !== undefined) return branch.flatMap((inner) => faultsOf(inner, document, whenMissing));
  return [wrongValue(issue, document, whenMissing)];
}

/**
 * The alternative that the writer meant: the only one of the right kind (text, number, list, mapping), or text where a
 * number stands without its quotes. Undefined where none or several may be meant.
 */
function meantBranch({ errors, path }: z.core.$ZodIssueInvalidUnion, value: unknown): readonly Issue[] | undefined {
  const ofRightKind = errors.filter((issues) => !issues.some(isOfWrongKind));
  const unquoted = isUnquoted(value) ? errors.filter((issues) => issues.some(wantsText)) : [];
  const [meant, ...others] = ofRightKind.length > 0 ? ofRightKind : unquoted;
  if (meant === undefined || others.length > 0) return undefined;
  return meant.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

function isOfWrongKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_union') return issue.errors.every((branch) => branch.some(isOfWrongKind));
  return issue.code === 'invalid_type';
}

function wantsText({ message }: Issue): boolean {
  return message.startsWith(TEXT);
}

function isUnquoted(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function unknownKey(key: string, { path, message }: Issue, document: YamlDocument): Fault {
  const allowed = message.split(KEY_SEPARATOR);
  const place = document.placeOfKey([...path, key]);
  return fault('yaml-unknown-key', { key: shown(key), allowed, nearest: nearest(key, allowed) }, place);
}

function wrongName({ path, issues }: z.core.$ZodIssueInvalidKey, document: YamlDocument): Fault {
  const found = shown(path.at(-1));
  return fault(
    'yaml-wrong-name',
    { found, expected: issues.map(({ message }) => message).join() },
    document.placeOfKey(path),
  );
}

function wrongValue(issue: Issue, document: YamlDocument, whenMissing: WhenMissing): Fault {
  const { path } = issue;
  const value = document.valueAt(path);
  const expected = issue.message.replace(TEXT, '');
  if (isNothing(value)) return missing(path, expected, document, whenMissing);
  const place = document.placeOf(path);
  if (wantsText(issue) && isUnquoted(value)) {
    return fault('yaml-quotes-needed', { source: document.sourceAt(path) }, place);
  }
  if (issue.code === 'custom' && issue.params?.[IMPOSSIBLE_DATE] === true) {
    return fault('yaml-impossible-date', { date: String(value) }, place);
  }
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  return fault('yaml-wrong-value', { found: shown(value), expected, nearest: nearest(String(value), words) }, place);
}

function missing(path: Path, expected: string, document: YamlDocument, whenMissing: WhenMissing): Fault {
  const place = document.placeOfKey(path);
  const special = whenMissing[path.join('.')];
  if (special !== undefined) return special(place);
  if (path.length === 0) return fault('yaml-empty', {}, place);
  const key = path
    .map(String)
    .filter((step) => !/^\d+$/.test(step))
    .slice(-1)
    .join();
  return document.valueAt(path) === undefined
    ? fault('yaml-key-missing', { key, expected }, place)
    : fault('yaml-value-blank', { key, expected }, place);
}

/** A key that is not there, has nothing after it, or an empty text, list or mapping. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
