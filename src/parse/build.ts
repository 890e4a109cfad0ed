import type { Node, YAMLMap, YAMLSeq, Scalar as YamlScalar } from 'yaml';
import { isAlias, isScalar, isSeq, isMap as isYamlMap } from 'yaml';
import { append } from '../model/lists.ts';
import { entryOf, Parsed, recordParsed, type Source } from '../model/origin.ts';
import { type Message, message } from '../model/problem.ts';
import { isList, isMap, type Json, type JsonMap, type Scalar } from '../model/tree.ts';
import { hasSeparators, separatedText } from './breaks.ts';
import { duplicateKey, Entries, maximumDepth, type Offsets, type ReportAt, TooDeep } from './entries.ts';
import { compactScalar, type ReadScalar } from './scalars.ts';
import { tagged } from './tags.ts';

const UnknownAlias = message(
  'unknown-alias',
  'error',
  (name: string) => `The alias '*${name}' has no anchor '&${name}' before it.`,
);
const RecursiveAlias = message(
  'recursive-alias',
  'error',
  (name: string) => `The alias '*${name}' is inside the value that it refers to.`,
);
const TooManyAliases = message(
  'alias-expansion',
  'error',
  () => `Aliases make this document grow beyond ${maximumExpansion} values or characters.`,
);
const NotAKey = message(
  'key-not-scalar',
  'error',
  () => 'A key must be a plain value, not a list, a map or a tagged value.',
);
const UnquotedReference = message(
  'key-not-scalar',
  'error',
  () => "'{{resolve:…}}' must be in quotes: without them its braces are maps of YAML.",
);
const NotMergeable = message('merge-not-map', 'error', () => "'<<' takes a map or a list of maps.");
const UnsupportedTag = message(
  'unsupported-tag',
  'error',
  (tag: string) => `The YAML tag '${tag}' is not supported in a template.`,
);

/** What aliases may add up to. Values written out are as many as the text is long, and need no limit of their own. */
const maximumExpansion = 4_000_000;

/** Stops reading: the document cannot be used at all. */
export class Unusable extends Error {}

/** An anchored value, and how many values and characters it comes to when it is written out. */
interface Anchored {
  readonly value: Json;
  readonly weight: number;
}

const standardTag = 'tag:yaml.org,2002:';
/** Standard tags that say what a plain value is anyway, and those whose value is read as its text. */
const scalarTags = new Set(['str', 'int', 'float', 'bool', 'null', 'timestamp'].map((name) => standardTag + name));
const collectionTags = new Set(['map', 'seq'].map((name) => standardTag + name));

/** How far a value may stand behind its tag so that the tag is found. */
const maximumGap = 200;

/** Turns the nodes of a YAML document into data with origins. */
export class Builder {
  readonly #source: Source;
  readonly #report: ReportAt;
  readonly #scalars: ReadScalar;
  readonly #hasSeparators: boolean;
  /** Finished anchors, and undefined for those whose value is still being read. */
  readonly #anchors = new Map<string, Anchored | undefined>();
  /** Values and their characters so far, those behind aliases counted each time. */
  #weight = 0;
  /** The part of that which aliases added. */
  #aliased = 0;

  constructor(source: Source, report: ReportAt, scalars: ReadScalar) {
    this.#source = source;
    this.#hasSeparators = hasSeparators(source.text);
    this.#report = report;
    this.#scalars = scalars;
  }

  build(node: Node, depth: number): Json {
    const [start, end] = this.#range(node);
    if (depth > maximumDepth) return this.#stop(TooDeep(), start, end);
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
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) {
      this.#report(this.#anchors.has(name) ? RecursiveAlias(name) : UnknownAlias(name), start, end);
      return null;
    }
    this.#weight += anchored.weight;
    this.#aliased += anchored.weight;
    if (this.#aliased > maximumExpansion) return this.#stop(TooManyAliases(), start, end);
    return anchored.value;
  }

  #tagged(node: Node, depth: number, start: number, end: number): Json {
    const { tag } = node as { tag?: string };
    if (tag === undefined || tag === '!') return this.#untagged(node, depth, start, end);
    if (!tag.startsWith('!')) {
      if (!(isScalar(node) ? scalarTags : collectionTags).has(tag)) {
        const written = tag.replace(standardTag, '!!');
        const at = this.#before(start, written);
        this.#report(UnsupportedTag(written), at ?? start, at === undefined ? end : at + written.length);
      }
      return this.#untagged(node, depth, start, end);
    }
    const from = node.range?.[0] ?? start;
    const content = isScalar(node) ? this.#text(node) : this.#untagged(node, depth, from, end);
    return this.#longForm(tag, content, start, from, end);
  }

  /** The long form of a short one: what the function takes is traced to the value behind the tag. */
  #longForm(tag: string, content: Json, start: number, from: number, end: number): JsonMap {
    const map = tagged(tag, content);
    const whole = { source: this.#source, start, end };
    const key = Object.keys(map)[0]!;
    recordParsed(map, whole, new Parsed(this.#source, [key], [start, start + tag.length, from, end]));
    const inner = map[key]!;
    // `!GetAtt a.b` has become a list; one written as a list has origins of its own.
    if (isList(inner) && inner !== content) {
      const offsets = inner.flatMap(() => [from, end, from, end]);
      recordParsed(inner, { ...whole, start: from }, new Parsed(this.#source, [...inner.keys()], offsets));
    }
    return map;
  }

  #untagged(node: Node, depth: number, start: number, end: number): Json {
    if (isYamlMap(node)) return this.#map(node as YAMLMap<Node, Node | null>, depth, start, end);
    if (isSeq(node)) return this.#list(node as YAMLSeq<Node>, depth, start, end);
    return this.#scalar(node as YamlScalar);
  }

  #text(node: YamlScalar): string {
    const own = this.#hasSeparators ? separatedText(this.#source.text, node) : undefined;
    const written = own ?? String(node.value ?? '');
    const text = this.#isCutShort(node) ? written.slice(0, -1) : written;
    this.#weight += text.length;
    return text;
  }

  /** A block at the end of a text whose last line is not ended has no line break that could be kept. */
  #isCutShort({ type, value, range }: YamlScalar): boolean {
    const { text } = this.#source;
    const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
    return (
      isBlock && range?.[1] === text.length && !/[\n\r\x85\u2028\u2029]$/.test(text) && String(value).endsWith('\n')
    );
  }

  #scalar(node: YamlScalar): Scalar {
    const text = this.#text(node);
    const { tag } = node;
    if (tag === `${standardTag}null`) return null;
    const asWritten = node.type === 'PLAIN' && tag === undefined;
    return asWritten || /:(int|float|bool)$/.test(tag ?? '') ? this.#scalars(text) : text;
  }

  #list(node: YAMLSeq<Node>, depth: number, start: number, end: number): Json[] {
    const list: Json[] = [];
    const offsets: number[] = [];
    for (const item of node.items) {
      const [from, to] = isWritten(item) ? this.#range(item) : this.#dashBefore(item);
      list.push(this.build(item, depth + 1));
      offsets.push(from, to, from, to);
    }
    recordParsed(list, { source: this.#source, start, end }, new Parsed(this.#source, [...list.keys()], offsets));
    return list;
  }

  /** The place of an empty item: its dash. */
  #dashBefore(item: Node): [number, number] {
    const at = this.#source.text.lastIndexOf('-', item.range![0]);
    return [at, at + 1];
  }

  #map(node: YAMLMap<Node, Node | null>, depth: number, start: number, end: number): JsonMap {
    const own = new Entries();
    const merged: { key: string; value: Json; offsets: Offsets }[] = [];
    for (const { key: keyNode, value: valueNode } of node.items) {
      const [keyStart, keyEnd] = this.#range(keyNode);
      const [from, to] = isWritten(valueNode) ? this.#range(valueNode) : [keyStart, keyEnd];
      const key = this.#key(keyNode, depth);
      const value = valueNode ? this.build(valueNode, depth + 1) : null;
      if (key === undefined) {
        const isReference = this.#source.text.startsWith('{resolve:', keyStart);
        this.#report(isReference ? UnquotedReference() : NotAKey(), keyStart, keyEnd);
      } else if (key === '<<' && isPlain(keyNode)) {
        // An alias that stands for nothing has been reported.
        const told = isAlias(valueNode) && !this.#anchors.get(valueNode.source);
        if (!told) append(merged, this.#merged(value, from, to));
      } else {
        if (own.has(key)) this.#report(duplicateKey(key), keyStart, keyEnd);
        own.set(key, value, [keyStart, keyEnd, from, to]);
      }
    }
    const finished = own.finish(this.#source, start, end);
    if (merged.length === 0) return finished;
    const all = new Entries();
    for (const { key, value, offsets } of merged) all.set(key, value, offsets);
    for (const key of Object.keys(finished)) all.set(key, finished[key]!, this.#offsets(finished, key)!);
    return all.finish(this.#source, start, end);
  }

  /** The entries that a `<<` brings, in YAML 1.1's order: the first of several maps comes last and so wins. */
  #merged(value: Json, from: number, to: number): { key: string; value: Json; offsets: Offsets }[] {
    const maps = isList(value) ? value.toReversed() : [value];
    if (!maps.every(isMap)) {
      this.#report(NotMergeable(), from, to);
      return [];
    }
    return maps.flatMap((map) =>
      Object.keys(map).map((key) => ({
        key,
        value: map[key]!,
        offsets: this.#offsets(map, key) ?? ([from, to, from, to] as const),
      })),
    );
  }

  #offsets(map: JsonMap, key: string): Offsets | undefined {
    const entry = entryOf(map, key);
    return entry && [entry.key.start, entry.key.end, entry.value.start, entry.value.end];
  }

  /** The text of a key; undefined for a list, a map and a tagged value. */
  #key(node: Node, depth: number): string | undefined {
    // A key of the compact spec is its text: `no` is a name.
    if (this.#scalars === compactScalar && isScalar(node) && !node.tag?.startsWith('!')) return this.#text(node);
    const value = this.build(node, depth + 1);
    return typeof value === 'object' && value !== null ? undefined : String(value);
  }

  /** Where a node stands, from its tag, if it has one, to the end of its value. */
  #range(node: Node): [number, number] {
    const [start, end] = node.range ?? [0, 0];
    const { tag } = node as { tag?: string };
    if (tag === undefined || tag === '!' || !tag.startsWith('!')) return [start, end];
    return [this.#before(start, tag) ?? start, end];
  }

  /** Where a text stands before an offset, unless that is further away than a tag stands from its value. */
  #before(offset: number, text: string): number | undefined {
    const from = Math.max(0, offset - text.length - maximumGap);
    const at = this.#source.text.slice(from, offset).lastIndexOf(text);
    return at < 0 ? undefined : from + at;
  }

  #stop(found: Message, start: number, end: number): never {
    this.#report(found, start, end);
    throw new Unusable(found.code);
  }
}

/** Nothing at all can stand for null; then the key, or the dash, is what can be shown. */
const isWritten = (node: Node | null): node is Node => node?.range != null && node.range[1] > node.range[0];

const isPlain = (node: Node): boolean =>
  isScalar(node) && node.type === 'PLAIN' && (node as { tag?: string }).tag === undefined;
