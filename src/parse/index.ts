import type { Source, Span } from '../model/origin.ts';
import { type Finding, message } from '../model/problem.ts';
import { type Json, type JsonMap, newMap } from '../model/tree.ts';
import { parseYaml } from './yaml.ts';


/** A template read: its data, null where nothing could be read, and everything that was wrong with its text. */
export interface Document {
  readonly root: Json;
  readonly source: Source | undefined;
  readonly findings: readonly Finding[];
}

/** The largest text that is read. CloudFormation itself takes 1 MB; this leaves room for generated sources. */
export const maximumLength = 16 * 1024 * 1024;

const TooLarge = message(
  'file-too-large',
  'error',
  (length: number) =>
    `The template has ${length} characters; at most ${maximumLength} are read (CloudFormation takes 1,048,576 bytes).`,
);
const Unreadable = message('unreadable-text', 'error', (what: string) => `The file is not a text: ${what}.`);
const NotPlain = message('not-plain-data', 'error', (what: string) => `The template object holds ${what}.`);

/** Reads YAML or JSON text into data with origins. Never throws. */
export const parse = (text: string, file?: string): Document => {
  const source: Source = { file, text };
  const refuse = (finding: Omit<Finding, 'span'>): Document => ({
    root: null,
    source,
    findings: [{ ...finding, span: { source, start: 0, end: 0 } }],
  });
  if (text.length > maximumLength) return refuse(TooLarge(text.length));
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    return { root: null, source, findings: [{ ...Unreadable('it holds a NUL character'), span: at(source, nul) }] };
  }
  return { source, ...parseYaml(source) };
};

const at = (source: Source, offset: number): Span => ({ source, start: offset, end: offset + 1 });

/** Takes a template given as a JavaScript value: copied, so that the caller's object stays as it is. */
export const fromObject = (value: unknown): Document => {
  const findings: Finding[] = [];
  const open = new Set<object>();
  const copy = (node: unknown): Json => {
    if (node === null || typeof node === 'string' || typeof node === 'boolean') return node;
    if (typeof node === 'number' && Number.isFinite(node)) return node;
    if (node instanceof Date) return node.toISOString();
    if (typeof node !== 'object') {
      if (node !== undefined) findings.push(NotPlain(`a ${typeof node}, which no template can hold`));
      return null;
    }
    if (open.has(node)) {
      findings.push(NotPlain('a reference to itself'));
      return null;
    }
    if (open.size > 500) {
      findings.push(NotPlain('more than 500 levels of nesting'));
      return null;
    }
    open.add(node);
    const result: Json = Array.isArray(node) ? node.map(copy) : copyMap(node, copy);
    open.delete(node);
    return result;
  };
  return { root: copy(value), source: undefined, findings };
};

const copyMap = (node: object, copy: (value: unknown) => Json): JsonMap => {
  const map = newMap();
  for (const [key, value] of Object.entries(node)) if (value !== undefined) map[key] = copy(value);
  return map;
};

