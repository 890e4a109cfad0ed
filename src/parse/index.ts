import type { Cause, Source } from '../model/origin.ts';
import { type Finding, message } from '../model/problem.ts';
import { type Json, type JsonMap, newMap } from '../model/tree.ts';
import type { ReportAt } from './entries.ts';
import { parseJson } from './json.ts';
import { compactScalar, plainScalar, type ReadScalar } from './scalars.ts';
import { readText } from './text.ts';
import { parseYaml } from './yaml.ts';

/** A template read: its data, null where nothing could be read, and everything that was wrong with its text. */
export interface Document {
  readonly root: Json;
  readonly source: Source | undefined;
  /** Where the document begins: the place of what has no better one. */
  readonly start: Cause | undefined;
  readonly findings: readonly Finding[];
  /** What a template that was lowered from a compact spec has kept of it. */
  readonly compact?: CompactOrigin | undefined;
}

/** What has to be known of the compact spec that a template comes from. */
export interface CompactOrigin {
  readonly stages: readonly string[];
  /** The key of the language for a property of SAM, in an entry or in one of its events. */
  word(property: string, logicalId: string | undefined, eventId: string | undefined): string | undefined;
}

/** The largest text that is read. CloudFormation itself takes 1 MB; this leaves room for generated sources. */
export const maximumLength = 16 * 1024 * 1024;

const TooLarge = message(
  'file-too-large',
  'error',
  (length: number) =>
    `The template has ${length} characters; at most ${maximumLength} are read (CloudFormation takes 1,048,576 bytes).`,
);
const Unreadable = message('unreadable-text', 'error', (what: string) => `The file is not text: ${what}.`);
const NotPlain = message(
  'not-plain-data',
  'error',
  (what: string, path: string) => `The template object contains ${what}${path === '' ? '' : `, at '${path}'`}.`,
);

/** What YAML 1.1 does not let stand in a text, NUL and other control characters above all. */
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads YAML or JSON, a text or its bytes in UTF-8, into data with origins. Never throws.
 * @param language `compact` for a part of a compact spec, which does not begin with `synth:` as a whole one does
 */
export const parse = (input: string | Uint8Array, file?: string, language?: 'compact'): Document => {
  const { text, fault } = readText(input);
  const source: Source = { file, text };
  const findings: Finding[] = [];
  const report: ReportAt = (found, start, end) => findings.push({ ...found, span: { source, start, end } });
  let found = { root: null as Json, at: 0 };
  const control = unprintable.exec(text);
  if (text.length > maximumLength) report(TooLarge(text.length), 0, 1);
  else if (control && control.index < (fault?.at ?? text.length)) {
    report(Unreadable(`it holds ${codePoint(control[0])}`), control.index, control.index + 1);
  } else if (fault) report(Unreadable(fault.what), fault.at, fault.at + 1);
  else
    found =
      parseJson(source, report) ?? parseYaml(source, report, language === 'compact' ? compactScalar : scalarsOf(text));
  const { root, at } = found;
  return { root, source, start: { source, start: at, end: at + 1 }, findings };
};

/** A compact spec begins with `synth:` at the left edge; its scalars are read so that YAML 1.1 and 1.2 agree. */
const scalarsOf = (text: string): ReadScalar =>
  /^(?:\{[ \t]*)?["']?synth["']?[ \t]*:/m.test(text) ? compactScalar : plainScalar;

const codePoint = (character: string): string => {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return code === 'U+0000' ? 'a NUL character (U+0000)' : `the control character ${code}`;
};

/** Takes a template given as a JavaScript value: copied, so that the caller's object stays as it is. */
export const fromObject = (value: unknown): Document => {
  const findings: Finding[] = [];
  const open = new Set<object>();
  /** The keys and indexes that lead to what is being copied. */
  const path: string[] = [];
  const refuse = (what: string): null => {
    findings.push(NotPlain(what, path.length > 10 ? `${path.slice(0, 10).join('.')}…` : path.join('.')));
    return null;
  };
  const below = (key: string, node: unknown): Json => {
    path.push(key);
    const result = copy(node);
    path.pop();
    return result;
  };
  const copyMap = (node: object): JsonMap => {
    const map = newMap();
    for (const [key, each] of Object.entries(node)) if (each !== undefined) map[key] = below(key, each);
    return map;
  };
  const copy = (node: unknown): Json => {
    if (node === null || typeof node === 'string' || typeof node === 'boolean') return node;
    if (typeof node === 'number' && Number.isFinite(node)) return node;
    if (node instanceof Date) return node.toISOString();
    if (node === undefined) return null;
    if (typeof node === 'number') return refuse(`the number ${node}, which no template can hold`);
    if (typeof node !== 'object') return refuse(`a ${typeof node}, which no template can hold`);
    if (open.has(node)) return refuse('a reference to itself');
    if (open.size > 500) return refuse('more than 500 levels of nesting');
    open.add(node);
    const result: Json = Array.isArray(node) ? node.map((each, at) => below(String(at), each)) : copyMap(node);
    open.delete(node);
    return result;
  };
  return { root: copy(value), source: undefined, start: undefined, findings };
};
