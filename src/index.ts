import type { Problem } from './model/problem.ts';
import type { Json } from './model/tree.ts';
import { toProblems } from './report/problems.ts';
import { type ExpandOptions, transform } from './transform/index.ts';
import { readDocument } from './transform/read.ts';

export type { Level, Problem } from './model/problem.ts';
export type { ArtifactLocation, ExpandOptions, Reader } from './transform/index.ts';

export interface ExpandResult {
  /** The CloudFormation template; absent when any problem has level `error`. */
  template?: { [section: string]: Json };
  /** Everything that was found, sorted by position. */
  problems: Problem[];
}

/**
 * Expands a SAM template into CloudFormation as `AWS::Serverless-2016-10-31` does.
 * @param input YAML or JSON: a text, its bytes in UTF-8, or a template already read
 * @returns the expanded template and everything that was found; never throws on bad input
 */
export const expand = (input: string | Uint8Array | object, options: ExpandOptions = {}): ExpandResult => {
  const { template, findings } = transform(readDocument(input, options), options);
  const problems = toProblems(findings.all, options.path);
  return template === undefined ? { problems } : { template, problems };
};
