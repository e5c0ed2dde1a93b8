// One YAML text as plain values that still know where they stand in the file.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode, type YAMLMap } from 'yaml';
import { fault, type Fault } from '../diagnostics/catalogue.js';
import type { Place } from '../diagnostics/fault.js';
import { isTooMuch } from './abundance.js';
import { forbiddenParts } from './forbidden.js';
import { tooDeepAt } from './nesting.js';
import { repeatedKeys } from './repeated.js';
import { syntaxFaults } from './syntax.js';

export interface YamlText {
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
}

export type Path = readonly PropertyKey[];

export interface YamlDocument {
  readonly file: string;
  /** The plain value at a path; undefined where there is none. */
  valueAt(path: Path): unknown;
  /** The value at a path as the file writes it. */
  sourceAt(path: Path): string;
  /** Where the value at a path stands; where there is none, the nearest mapping or list above it. */
  placeOf(path: Path): Place;
  /** Where the key of a path stands, or what it belongs to. */
  placeOfKey(path: Path): Place;
}

export type Checked<T> = { readonly value: T } | { readonly faults: readonly Fault[] };

/** A plan is asked for its name first and read later: parsing is most of the work, and done once. */
const alreadyParsed = new WeakMap<YamlText, Checked<YamlDocument>>();

/** Reads one document. Warnings are errors, aliases are refused, and keys are text whatever they look like. */
export function parseYaml(source: YamlText): Checked<YamlDocument> {
  const parsed = alreadyParsed.get(source) ?? parse(source);
  alreadyParsed.set(source, parsed);
  return parsed;
}

function parse({ file, text }: YamlText): Checked<YamlDocument> {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, lineColumn: col };
  };
  const deepAt = tooDeepAt(text);
  if (deepAt !== null) return { faults: [fault('yaml-too-deep', {}, { file, line: deepAt, lineColumn: 1 })] };
  if (isTooMuch(text)) return { faults: [fault('yaml-too-much', {}, { file })] };
  const document = parseDocument(text, {
    lineCounter: lines,
    stringKeys: true,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const faults = [syntaxFaults, repeatedKeys, forbiddenParts].flatMap((faultsIn) => faultsIn(document, placeAt));
  if (faults.length > 0) return { faults };
  if (document.contents === null) return { faults: [fault('yaml-empty', {}, { file })] };
  return { value: located({ file, text }, document, document.contents, placeAt) };
}

function located(
  { file, text }: YamlText,
  document: Document.Parsed,
  root: ParsedNode,
  placeAt: (offset: number) => Place,
): YamlDocument {
  const plain: unknown = document.toJS({ maxAliasCount: 0 });
  const childOf = childFinder();
  const spotOf = (path: Path): Spot => {
    // The node at a path, or the last one on the way there.
    let spot: Spot = { key: null, value: root };
    for (const step of path) {
      const next = childOf(spot.value, step);
      if (next === undefined) return spot;
      spot = next;
    }
    return spot;
  };
  const placeOfNode = ({ range }: ParsedNode): Place => placeAt(range[0]);
  return {
    file,
    valueAt: (path) => path.reduce(stepInto, plain),
    sourceAt: (path) => {
      const [from, to] = spotOf(path).value.range;
      return text.slice(from, to);
    },
    placeOf: (path) => placeOfNode(spotOf(path).value),
    placeOfKey: (path) => {
      const { key, value } = spotOf(path);
      return placeOfNode(key ?? value);
    },
  };
}

function stepInto(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<PropertyKey, unknown>>)[step];
}

interface Spot {
  readonly key: ParsedNode | null;
  readonly value: ParsedNode;
}

/** Finds what a step leads to. A mapping is looked through once, however many of its keys are asked for. */
function childFinder(): (node: ParsedNode, step: PropertyKey) => Spot | undefined {
  const known = new Map<ParsedNode, ReadonlyMap<unknown, Spot>>();
  return (node, step) => {
    if (isSeq<ParsedNode>(node)) {
      const value = node.items[Number(step)];
      return value && { key: null, value };
    }
    if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
    const children = known.get(node) ?? childrenOf(node);
    known.set(node, children);
    return children.get(step);
  };
}

function childrenOf({ items }: YAMLMap<ParsedNode, ParsedNode | null>): ReadonlyMap<unknown, Spot> {
  return new Map(
    items.flatMap(({ key, value }) => (isScalar(key) ? [[key.value, { key, value: value ?? key }] as const] : [])),
  );
}
