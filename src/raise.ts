import { read } from './lower.ts';
import { carriedOut } from './model/options.ts';
import { entryOf, shallowCopy } from './model/origin.ts';
import { type Finding, message, type Problem } from './model/problem.ts';
import { TooManyRepeated, tooManyRepeated } from './model/repeated.ts';
import { templateSections } from './model/template-sections.ts';
import { isMap, type JsonMap, sameData } from './model/tree.ts';
import { type MovePath, withMovedPaths } from './packaging/moved.ts';
import { type Document, parse } from './parse/index.ts';
import { toProblems } from './report/problems.ts';
import { isCompact } from './spec/compact.ts';
import { sectionsOf } from './spec/lower/headings.ts';
import { printSpec } from './spec/print/index.ts';
import type { Fallback } from './spec/raise/fallbacks.ts';
import { gathered } from './spec/raise/gather.ts';
import { raise as raiseTree } from './spec/raise/index.ts';
import { withLaidDefaults } from './spec/raise/laid.ts';
import { renamed } from './spec/raise/renamed.ts';
import { transform } from './transform/index.ts';
import { lowered } from './transform/read.ts';
import { declarations } from './transform/registry.ts';

export type { Fallback } from './spec/raise/fallbacks.ts';

const NotATemplate = message('not-a-template', 'error', () => 'A SAM template is a map with a section Resources.');
const NotRaised = message(
  'spec-not-raised',
  'error',
  () => 'This template has no compact form that expands to the same resources. Please report it.',
);

const UnknownSection = message(
  'spec-not-raised',
  'error',
  (name: string) =>
    `CloudFormation refuses the key '${name}' here, and the compact form would lose it. Remove it, or move what is shared under 'Metadata'.`,
);

export interface RaiseResult {
  /** The compact spec; absent when any problem has level `error`. */
  text?: string;
  problems: Problem[];
  /** What the language could not say in its own words, resource by resource. */
  fallbacks: Fallback[];
}

/** How a SAM template is raised. */
export interface RaiseOptions {
  readonly path?: string | undefined;
  /** What local paths of a SAM template become: those of a file that is written to another folder count from there. */
  readonly movePath?: MovePath | undefined;
}

/**
 * Turns a SAM template into a compact spec that expands to the same data; a compact spec stays what it is.
 * @param input YAML or JSON: a text, its bytes in UTF-8, or an object
 */
export const raise = (input: string | Uint8Array | object, options: RaiseOptions = {}): RaiseResult =>
  carriedOut(
    options,
    [],
    (usable, faults) => raised(input, usable, faults),
    (faults) => ({ problems: toProblems(faults, undefined), fallbacks: [] }),
  );

const raised = (
  input: string | Uint8Array | object,
  { path, movePath }: RaiseOptions,
  faults: readonly Finding[],
): RaiseResult => {
  const document = read(input, path);
  const problems = toProblems([...faults, ...document.findings], path);
  const failed = (found: ReturnType<typeof NotATemplate>): RaiseResult => ({
    problems: toProblems([...document.findings, { ...found, span: document.start }], path),
    fallbacks: [],
  });
  if (problems.some(({ level }) => level === 'error')) return { problems, fallbacks: [] };
  if (!isMap(document.root)) return failed(NotATemplate());
  const repeated = tooManyRepeated(document.root);
  if (repeated !== undefined) return failed(TooManyRepeated(repeated));
  if (isCompact(document.root)) return printed(document.root, document, problems, path);
  const root = movePath === undefined ? document.root : withMovedPaths(document.root, movePath);
  const wanted = expandedFrom({ root, ...nowhere });
  const expandsAlike = (text: string): boolean => sameData(expandedFrom(lowered(parse(text), {})), wanted);
  const best = shortest(formsOf(root).flatMap((template) => raisedAs(template, document, expandsAlike)));
  if (best !== undefined) return { ...best, problems };
  // What SAM refuses has no form that means the same; what it refuses is what helps.
  const refused = [
    ...transform(document, {}).findings.all.filter(({ level }) => level === 'error'),
    ...unknownSections(document.root),
  ];
  return refused.length === 0 ? failed(NotRaised()) : { problems: toProblems(refused, path), fallbacks: [] };
};

/** The keys of a template that CloudFormation refuses and the language has no place for. */
const unknownSections = (template: JsonMap): readonly Finding[] =>
  Object.keys(template)
    .filter((name) => !templateSections.includes(name) && !name.startsWith('Fn::'))
    .map((name) => ({ ...UnknownSection(name), span: entryOf(template, name)?.key }));

/** A compact spec as it is printed. */
const printed = (spec: JsonMap, document: Document, before: Problem[], path: string | undefined): RaiseResult => {
  const { root, findings } = sectionsOf(spec);
  const problems = [...before, ...toProblems(findings, path)];
  if (problems.some(({ level }) => level === 'error')) return { problems, fallbacks: [] };
  return { text: printSpec(root, document), problems, fallbacks: [] };
};

/** A template, and others that expand like it and may have a shorter compact form. */
const formsOf = (template: JsonMap): JsonMap[] => {
  const named = [template, renamed(template)].filter((form) => form !== undefined);
  return [...named, ...named.flatMap((form) => gathered(form, declarations))];
};

const shortest = (forms: readonly Raised[]): Raised | undefined =>
  forms.toSorted((left, right) => left.text.length - right.text.length)[0];

type Raised = Required<Pick<RaiseResult, 'text' | 'fallbacks'>>;

/** The compact texts of a template that expand as the original does, or fail as it does. */
const raisedAs = (template: JsonMap, document: Document, expandsAlike: (text: string) => boolean): Raised[] => {
  const { root: plain, fallbacks } = raiseTree(template, declarations);
  return [plain, withLaidDefaults(plain, declarations)].flatMap((compact): Raised[] => {
    if (compact === undefined) return [];
    const exact = (root: JsonMap): string | undefined => [printSpec(root, document)].find(expandsAlike);
    const text = exact(compact) ?? exact(withOrder(compact, template));
    return text === undefined ? [] : [{ text, fallbacks: [...fallbacks] }];
  });
};

/** The same file with its resources kept in the order of the template. */
const withOrder = (compact: JsonMap, template: JsonMap): JsonMap => {
  const result = shallowCopy(compact);
  const resources = template['Resources'];
  result['order'] = isMap(resources) ? Object.keys(resources) : [];
  return result;
};

const nowhere = { source: undefined, start: undefined, findings: [] };

const expandedFrom = (document: Document): JsonMap | undefined => transform(document, {}).attempt?.expanded;
