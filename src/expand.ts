import { carriedOut } from './model/options.ts';
import type { Finding, Problem } from './model/problem.ts';
import { tooManyRepeated } from './model/repeated.ts';
import { asTemplate, type Template } from './model/template.ts';
import { type Location, locate } from './report/locate.ts';
import { toProblems } from './report/problems.ts';
import { type SourceMap, toSourceMap } from './report/source-map.ts';
import { inWords } from './spec/words.ts';
import { type ExpandOptions, transform } from './transform/index.ts';
import { readDocument } from './transform/read.ts';

export interface ExpandResult {
  /** The CloudFormation template; absent when any problem has level `error`. */
  template?: Template;
  /** Everything that was found, sorted by position. */
  problems: Problem[];
  /**
   * Parameters, and `AWS::Region`, whose values became part of `template` or decided on it: for other values of them it
   * has to be expanded again. Everything else refers to its parameter.
   */
  madeFor: string[];
  /**
   * Where a value of `template` comes from. Undefined where there is no such value, and where nothing is known of it:
   * without a template, or when the input was an object.
   * @param pointer a JSON pointer (RFC 6901) into the expanded template: `/Resources/MyFunction/Properties/Handler`
   */
  locate(pointer: string): Location | undefined;
  /**
   * The places of all values of `template`, as `synth expand --source-map` writes them. Undefined without a template, and
   * where aliases make more than 200,000 values of it.
   */
  sourceMap(): SourceMap | undefined;
}

/**
 * Expands a SAM template into CloudFormation as `AWS::Serverless-2016-10-31` does.
 * @param input YAML or JSON: a text, its bytes in UTF-8, or a template already read
 * @returns the expanded template and everything that was found; never throws on bad input or options
 */
export const expand = (input: string | Uint8Array | object, options: ExpandOptions = {}): ExpandResult =>
  carriedOut(
    options,
    [],
    (usable, faults) => expanded(input, usable, faults),
    (faults) => ({
      problems: toProblems(faults, undefined),
      madeFor: [],
      locate: () => undefined,
      sourceMap: () => undefined,
    }),
  );

const expanded = (
  input: string | Uint8Array | object,
  options: ExpandOptions,
  faults: readonly Finding[],
): ExpandResult => {
  const document = readDocument(input, options);
  const { template, findings, madeFor } = transform(document, options);
  const { path } = options;
  const result: ExpandResult = {
    problems: toProblems([...faults, ...inWords(findings.all, document.compact)], path),
    // Everything depends on the partition.
    madeFor: template === undefined ? [] : madeFor.filter((name) => name !== 'AWS::Partition'),
    locate: (pointer) => template && locate(template, pointer, path),
    sourceMap: () =>
      template && tooManyRepeated(document.root) === undefined ? toSourceMap(template, path) : undefined,
  };
  return template === undefined ? result : { template: asTemplate(template), ...result };
};
