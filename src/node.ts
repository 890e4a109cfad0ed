import { bundledSpecs } from './cli/specs.ts';
import { type LintOptions, lint as lintWith } from './lint/lint.ts';
import type { Problem } from './model/problem.ts';

export { fileReader } from './files/reader.ts';
export * from './index.ts';

/**
 * `lint` as `synth lint` runs it: under Node the published specifications of resource types and IAM actions are at hand
 * and used unless the options say otherwise.
 */
export const lint = (input: string | Uint8Array | object, options: LintOptions = {}): { problems: Problem[] } =>
  lintWith(input, { specs: bundledSpecs, ...options });
