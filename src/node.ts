import { bundledSpecs } from './cli/specs.ts';
import { type DiffInput, type DiffOptions, type DiffResult, diff as diffWith } from './diff/index.ts';
import type { Fixed } from './lint/fix.ts';
import { fixAsGiven, lintAsGiven } from './lint/library.ts';
import type { LintOptions } from './lint/lint.ts';
import { withSpecs } from './lint/specs.ts';
import type { Problem, Safety } from './model/problem.ts';
import { type ReviewOptions, type ReviewResult, review as reviewWith } from './review/index.ts';

export { fileReader } from './files/reader.ts';
export * from './index.ts';

/**
 * `lint` as `synth lint` runs it: under Node the published specifications of resource types and IAM actions are at hand
 * and used unless the options say otherwise.
 */
export const lint = (input: string | Uint8Array | object, options: LintOptions = {}): { problems: Problem[] } =>
  lintAsGiven(input, withSpecs(options, bundledSpecs));

/** `diff` as `synth diff` runs it: with the published specifications, by which replacements are known. */
export const diff = (before: DiffInput, after: DiffInput, options: DiffOptions = {}): DiffResult =>
  diffWith(before, after, withSpecs(options, bundledSpecs));

/** `review` as `synth review` runs it: with the published specifications. */
export const review = (template: string | Uint8Array, options: ReviewOptions = {}): ReviewResult =>
  reviewWith(template, withSpecs(options, bundledSpecs));

/** `fix` as `synth lint --fix` runs it: with the published specifications, as `lint`. */
export const fix = (input: string | Uint8Array, options: LintOptions = {}, kinds?: readonly Safety[]): Fixed =>
  fixAsGiven(input, withSpecs(options, bundledSpecs), kinds);
