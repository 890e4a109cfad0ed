import { carriedOut } from './model/options.ts';
import type { Finding, Problem } from './model/problem.ts';
import { TooManyRepeated, tooManyRepeated } from './model/repeated.ts';
import { asTemplate, type Template } from './model/template.ts';
import { isBytes, isMap } from './model/tree.ts';
import { type MovePath, withMovedPaths } from './packaging/moved.ts';
import { type Document, parse } from './parse/index.ts';
import { fromObject } from './parse/object.ts';
import { toProblems } from './report/problems.ts';
import { isCompact } from './spec/compact.ts';
import { printSam } from './spec/print/index.ts';
import type { ExpandOptions } from './transform/options.ts';
import { lowered } from './transform/read.ts';

/** How a compact spec is lowered. */
export interface LowerOptions extends Pick<ExpandOptions, 'path' | 'stage' | 'reader' | 'includeOutside'> {
  /** What local paths become: those of a file that is written to another folder count from there. */
  readonly movePath?: MovePath | undefined;
}

export interface LowerResult {
  /** The SAM template; absent when any problem has level `error`. */
  template?: Template;
  /** The same as YAML for people. */
  text?: string;
  problems: Problem[];
}

/**
 * Turns a compact spec into the SAM template that it stands for; a SAM template stays what it is.
 * @param input YAML or JSON: a text, its bytes in UTF-8, or an object
 */
export const lower = (input: string | Uint8Array | object, options: LowerOptions = {}): LowerResult =>
  carriedOut(
    options,
    [],
    (usable, faults) => loweredText(input, usable, faults),
    (faults) => ({ problems: toProblems(faults, undefined) }),
  );

const loweredText = (
  input: string | Uint8Array | object,
  options: LowerOptions,
  faults: readonly Finding[],
): LowerResult => {
  const document = read(input, options.path);
  const { root: here, findings } = lowered(document, options);
  const repeated = tooManyRepeated(document.root);
  const more = repeated === undefined ? [] : [{ ...TooManyRepeated(repeated), span: document.start }];
  const problems = toProblems([...faults, ...findings, ...more], options.path);
  const root = isMap(here) && options.movePath !== undefined ? withMovedPaths(here, options.movePath) : here;
  if (!isMap(root) || problems.some(({ level }) => level === 'error')) return { problems };
  return {
    template: asTemplate(root),
    text: printSam(root, isCompact(document.root) ? 'fresh' : 'kept', document),
    problems,
  };
};

/** Reads a template without the files that it includes: they stay where they are. */
export const read = (input: string | Uint8Array | object, path: string | undefined): Document =>
  typeof input === 'string' || isBytes(input) ? parse(input, path) : fromObject(input, path);
