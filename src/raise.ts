import { read } from './lower.ts';
import { areRefused, optionFaults } from './model/options.ts';
import { shallowCopy } from './model/origin.ts';
import type { Problem } from './model/problem.ts';
import { message } from './model/problem.ts';
import { isMap, type JsonMap, sameData } from './model/tree.ts';
import { type Document, parse } from './parse/index.ts';
import { toProblems } from './report/problems.ts';
import { isCompact } from './spec/lower/index.ts';
import { printSpec } from './spec/print/index.ts';
import { gathered } from './spec/raise/gather.ts';
import { type Fallback, raise as raiseTree } from './spec/raise/index.ts';
import { transform } from './transform/index.ts';
import { lowered } from './transform/read.ts';
import { declarations } from './transform/registry.ts';

export type { Fallback } from './spec/raise/index.ts';

const NotATemplate = message('not-a-template', 'error', () => 'A SAM template is a map with a section Resources.');
const NotRaised = message(
  'spec-not-raised',
  'error',
  () => 'This template has no compact form that expands to the same resources. Please report it.',
);

export interface RaiseResult {
  /** The compact spec; absent when any problem has level `error`. */
  text?: string;
  problems: Problem[];
  /** What the language could not say in its own words, resource by resource. */
  fallbacks: Fallback[];
}

/**
 * Turns a SAM template into a compact spec that expands to the same data; a compact spec stays what it is.
 * @param input YAML or JSON: a text, its bytes in UTF-8, or an object
 */
export const raise = (
  input: string | Uint8Array | object,
  options: { readonly path?: string | undefined } = {},
): RaiseResult => {
  const faults = optionFaults(options);
  if (areRefused(faults)) return { problems: toProblems(faults, undefined), fallbacks: [] };
  const { path } = options;
  const document = read(input, path);
  const problems = toProblems([...faults, ...document.findings], path);
  const failed = (found: ReturnType<typeof NotATemplate>): RaiseResult => ({
    problems: toProblems([...document.findings, { ...found, span: document.start }], path),
    fallbacks: [],
  });
  if (problems.some(({ level }) => level === 'error')) return { problems, fallbacks: [] };
  const { root } = document;
  if (!isMap(root)) return failed(NotATemplate());
  if (isCompact(root)) return { text: printSpec(root, document), problems, fallbacks: [] };
  const plain = raisedAs(root, root, document);
  const common = gathered(root, declarations);
  const short = common && raisedAs(common, root, document);
  const best = short !== undefined && (plain === undefined || short.text.length < plain.text.length) ? short : plain;
  return best === undefined ? failed(NotRaised()) : { ...best, problems };
};

type Raised = Required<Pick<RaiseResult, 'text' | 'fallbacks'>>;

/** The compact text of a template, where it expands as the original does. */
const raisedAs = (template: JsonMap, original: JsonMap, document: Document): Raised | undefined => {
  const { root: compact, fallbacks } = raiseTree(template, declarations);
  for (const order of [undefined, Object.keys(isMap(original['Resources']) ? original['Resources'] : {})]) {
    const text = printSpec(order === undefined ? compact : withOrder(compact, order), document);
    if (expandsAlike(original, text)) return { text, fallbacks: [...fallbacks] };
  }
  return undefined;
};

/** The same file with its resources kept in an order. */
const withOrder = (compact: JsonMap, order: readonly string[]): JsonMap => {
  const result = shallowCopy(compact);
  result['order'] = [...order];
  return result;
};

/** Whether the text of a compact spec expands as a template does, or fails as it does. */
const expandsAlike = (template: JsonMap, text: string): boolean => {
  const start = { source: undefined, start: undefined, findings: [] };
  const before = transform({ root: template, ...start }, {}).attempt?.expanded;
  const after = transform(lowered(parse(text), {}), {}).attempt?.expanded;
  return sameData(before, after);
};
