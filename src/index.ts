import { type DiffInput, type DiffOptions, type DiffResult, diff as diffWith } from './diff/index.ts';
import type { Fixed } from './lint/fix.ts';
import { fixAsGiven, lintAsGiven } from './lint/library.ts';
import type { LintOptions } from './lint/lint.ts';
import { noSpecs, withSpecs } from './lint/specs.ts';
import type { Problem, Safety } from './model/problem.ts';

export { type AppSpec, appSpec } from './appspec.ts';
export type { Change, DiffInput, DiffOptions, DiffResult } from './diff/index.ts';
export { type ExpandResult, expand } from './expand.ts';
export { type Explanation, explain } from './explain.ts';
export type { LintConfig, RuleSetting } from './lint/config.ts';
export type { Fixed } from './lint/fix.ts';
export type { LintOptions } from './lint/lint.ts';
export { RuleTester } from './lint/rule-tester.ts';
export type { SpecLoader } from './lint/specs.ts';
export { type LowerOptions, type LowerResult, lower } from './lower.ts';
export type { Level, Place, Problem, Safety, TextEdit, TextFix } from './model/problem.ts';
export type { Reader } from './model/reader.ts';
export {
  defineRule,
  defineTemplateRule,
  type ResourceNode,
  type Rule,
  type RuleContext,
  type Sizes,
} from './model/rule.ts';
export type { Template, TemplateResource } from './model/template.ts';
export { type Fallback, type RaiseResult, raise } from './raise.ts';
export type { Location } from './report/locate.ts';
export type { MapEntry, MappedPlace, SourceMap } from './report/source-map.ts';
export { type Review, type ReviewOptions, type ReviewResult, review } from './review/index.ts';
export type { ArtifactLocation, ExpandOptions } from './transform/index.ts';

/** Checks a template; without `specs` a finding says what is not checked. */
export const lint = (input: string | Uint8Array | object, options: LintOptions = {}): { problems: Problem[] } =>
  lintAsGiven(input, withSpecs(options, noSpecs));

/** Applies fixes to the text of a template, found as `lint` does. */
export const fix = (input: string | Uint8Array, options: LintOptions = {}, kinds?: readonly Safety[]): Fixed =>
  fixAsGiven(input, withSpecs(options, noSpecs), kinds);

/** Compares two templates; without `specs` a finding says what is not known. */
export const diff = (before: DiffInput, after: DiffInput, options: DiffOptions = {}): DiffResult =>
  diffWith(before, after, withSpecs(options, noSpecs));
