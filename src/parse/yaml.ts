import { isAlias, isMap as isYamlMap, isScalar, isSeq, parseAllDocuments, type Document as YamlDocument } from 'yaml';
import type { Node, Pair, Scalar as YamlScalar, YAMLMap, YAMLSeq } from 'yaml';
import { entryOf, Parsed, recordParsed, type Source, type Span } from '../model/origin.ts';
import { type Finding, type Message, message } from '../model/problem.ts';
import { isList, isMap, type Json, type JsonMap, newMap, type Scalar, type Step } from '../model/tree.ts';
import { plainScalar } from './scalars.ts';
import { tagged } from './tags.ts';

const Syntax = message('yaml-syntax', 'error', (detail: string) => detail);
const SeveralDocuments = message(
  'several-documents',
  'error',
  (count: number) => `The file holds ${count} YAML documents; a template is one.`,
);
const DuplicateKey = message(
  'duplicate-key',
  'warning',
  (key: string) => `The key '${key}' stands here a second time; the last one wins.`,
);
const UnknownAlias = message('unknown-alias', 'error', (name: string) => `No anchor '&${name}' stands before this alias.`);
const RecursiveAlias = message(
  'recursive-alias',
  'error',
  (name: string) => `The alias '*${name}' stands inside the value that it stands for.`,
);
const TooManyAliases = message(
  'alias-expansion',
  'error',
  () => `Aliases make this document grow to more than ${maximumExpansion} values.`,
);
const TooDeep = message('nesting-too-deep', 'error', () => `Values are nested more than ${maximumDepth} levels deep.`);
const NotAKey = message('key-not-scalar', 'error', () => 'A key must be a plain value, not a list or a map.');
const NotMergeable = message('merge-not-map', 'error', () => "'<<' takes a map or a list of maps.");

const maximumDepth = 400;
const maximumExpansion = 1_000_000;

/** Stops reading: the document cannot be used at all. */
class Unusable extends Error {}

/** Reads YAML 1.1 as CloudFormation's tools do. JSON is a part of it. */
export const parseYaml = (source: Source): { root: Json; findings: Finding[] } => {
  const findings: Finding[] = [];
  const report = (found: Message, start: number, end: number) =>
    findings.push({ ...found, span: { source, start, end } });
  try {
    const documents = parseAllDocuments(source.text, {
      schema: 'failsafe',
      version: '1.1',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      strict: true,
    }) as YamlDocument.Parsed[];
    for (const { errors } of documents) {
      for (const { message: detail, pos } of errors) report(Syntax(sentence(detail)), pos[0], Math.max(pos[1], pos[0] + 1));
    }
    if (documents.length > 1) {
      const start = documents[1]!.range[0];
      report(SeveralDocuments(documents.length), start, start + 3);
    }
    const [document] = documents;
    if (findings.length > 0 || !document?.contents) return { root: null, findings };
    return { root: new Builder(source, report).build(document.contents, 0), findings };
  } catch (error) {
    if (error instanceof RangeError) report(TooDeep(), 0, 1);
    else if (!(error instanceof Unusable)) throw error;
    return { root: null, findings };
  }
};

const sentence = (detail: string): string => {
  const text = detail.trim();
  return /[.!?:]$/.test(text) ? text : `${text}.`;
};

class Builder {
  readonly #source: Source;
  readonly #report: (found: Message, start: number, end: number) => void;
  /** Finished anchors, and undefined for those whose value is still being read. */
  readonly #anchors = new Map<string, { value: Json; weight: number } | undefined>();
  /** Values so far, those behind aliases counted each time. */
  #weight = 0;

  constructor(source: Source, report: (found: Message, start: number, end: number) => void) {
    this.#source = source;
    this.#report = report;
  }

  build(node: Node, depth: number): Json {
    const [start, end] = this.#range(node);
    if (depth > maximumDepth) return this.#refuse(TooDeep(), start, end);
    this.#weight++;
    if (isAlias(node)) return this.#alias(node.source, start, end);
    const { anchor } = node as { anchor?: string };
    const before = this.#weight;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const value = this.#tagged(node, depth, start, end);
    if (anchor !== undefined) this.#anchors.set(anchor, { value, weight: this.#weight - before + 1 });
    return value;
  }

  #alias(name: string, start: number, end: number): Json {
    if (!this.#anchors.has(name)) return this.#refuse(UnknownAlias(name), start, end);
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) return this.#refuse(RecursiveAlias(name), start, end);
    this.#weight += anchored.weight;
    if (this.#weight > maximumExpansion) return this.#refuse(TooManyAliases(), start, end);
    return anchored.value;
  }

  #tagged(node: Node, depth: number, start: number, end: number): Json {
    const { tag } = node as { tag?: string };
    if (tag === undefined || !tag.startsWith('!') || tag === '!') return this.#untagged(node, depth, start, end);
    const content = isScalar(node) ? String(node.value ?? '') : this.#untagged(node, depth, start, end);
    const map = tagged(tag, content);
    const key = Object.keys(map)[0]!;
    const span: Span = { source: this.#source, start, end };
    recordParsed(map, span, new Parsed(this.#source, [key], [start, start + tag.length, start, end]));
    const inner = map[key]!;
    if (isList(inner) && isScalar(node)) {
      const offsets = inner.flatMap(() => [start, end, start, end]);
      recordParsed(inner, span, new Parsed(this.#source, [...inner.keys()], offsets));
    }
    return map;
  }

  #untagged(node: Node, depth: number, start: number, end: number): Json {
    if (isYamlMap(node)) return this.#map(node as YAMLMap<Node, Node | null>, depth, start, end);
    if (isSeq(node)) return this.#list(node as YAMLSeq<Node>, depth, start, end);
    return this.#scalar(node as YamlScalar);
  }

  #scalar(node: YamlScalar): Scalar {
    const text = String(node.value ?? '');
    const { tag } = node;
    if (tag === 'tag:yaml.org,2002:null') return null;
    const plain = node.type === 'PLAIN' && (tag === undefined || /:(int|float|bool)$/.test(tag));
    return plain || /:(int|float|bool)$/.test(tag ?? '') ? plainScalar(text) : text;
  }

  #list(node: YAMLSeq<Node>, depth: number, start: number, end: number): Json[] {
    const list: Json[] = [];
    const offsets: number[] = [];
    for (const item of node.items) {
      const [from, to] = this.#range(item);
      list.push(this.build(item, depth + 1));
      offsets.push(from, to, from, to);
    }
    recordParsed(list, { source: this.#source, start, end }, new Parsed(this.#source, [...list.keys()], offsets));
    return list;
  }

  #map(node: YAMLMap<Node, Node | null>, depth: number, start: number, end: number): JsonMap {
    const map = newMap();
    const keys: Step[] = [];
    const offsets: number[] = [];
    const merged: Node[] = [];
    const index = new Map<string, number>();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = this.#key(pair.key);
      const [keyStart, keyEnd] = this.#range(pair.key);
      if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
        if (pair.value) merged.push(pair.value);
        continue;
      }
      const value = pair.value ? this.build(pair.value, depth + 1) : null;
      const [from, to] = pair.value ? this.#range(pair.value) : [keyStart, keyEnd];
      const earlier = index.get(key);
      if (earlier !== undefined) {
        this.#report(DuplicateKey(key), keyStart, keyEnd);
        offsets.splice(4 * earlier, 4, keyStart, keyEnd, from, to);
      } else {
        index.set(key, keys.length);
        keys.push(key);
        offsets.push(keyStart, keyEnd, from, to);
      }
      map[key] = value;
    }
    if (merged.length > 0) return this.#merge(map, keys, offsets, merged, depth, start, end);
    recordParsed(map, { source: this.#source, start, end }, new Parsed(this.#source, keys, offsets));
    return map;
  }

  /** YAML 1.1 merge keys: merged entries come first, the map's own win, of several merged maps the first wins. */
  #merge(
    own: JsonMap,
    ownKeys: Step[],
    ownOffsets: number[],
    merged: Node[],
    depth: number,
    start: number,
    end: number,
  ): JsonMap {
    const map = newMap();
    const keys: Step[] = [];
    const offsets: number[] = [];
    const add = (key: string, value: Json, entry: readonly number[]) => {
      keys.push(key);
      offsets.push(...entry);
      map[key] = value;
    };
    for (const node of merged) {
      const value = this.build(node, depth + 1);
      const [from, to] = this.#range(node);
      for (const each of isList(value) ? value : [value]) {
        if (!isMap(each)) {
          this.#report(NotMergeable(), from, to);
          continue;
        }
        for (const key of Object.keys(each)) {
          if (Object.hasOwn(map, key)) continue;
          if (Object.hasOwn(own, key)) {
            const position = 4 * ownKeys.indexOf(key);
            add(key, own[key]!, ownOffsets.slice(position, position + 4));
          } else {
            const entry = entryOf(each, key);
            add(key, each[key]!, entry ? [entry.key.start, entry.key.end, entry.value.start, entry.value.end] : [from, to, from, to]);
          }
        }
      }
    }
    for (let at = 0; at < ownKeys.length; at++) {
      const key = String(ownKeys[at]);
      if (!Object.hasOwn(map, key)) add(key, own[key]!, ownOffsets.slice(4 * at, 4 * at + 4));
    }
    recordParsed(map, { source: this.#source, start, end }, new Parsed(this.#source, keys, offsets));
    return map;
  }

  #key(node: Node): string {
    const [start, end] = this.#range(node);
    const value = isAlias(node) ? this.build(node, 0) : isScalar(node) ? this.#scalar(node) : this.#refuse(NotAKey(), start, end);
    if (typeof value === 'object' && value !== null) return this.#refuse(NotAKey(), start, end);
    return String(value);
  }

  #range(node: Node): [number, number] {
    const range = node.range ?? [0, 0, 0];
    return [range[0], range[1]];
  }

  #refuse(found: Message, start: number, end: number): never {
    this.#report(found, start, end);
    throw new Unusable(found.code);
  }
}
