export { type AppSpec, appSpec } from './appspec.ts';
export { type Change, type DiffInput, type DiffOptions, type DiffResult, diff } from './diff/index.ts';
export { type ExpandResult, expand } from './expand.ts';
export { type Explanation, explain } from './explain.ts';
export type { LintConfig, RuleSetting } from './lint/config.ts';
export { type Fixed, fix } from './lint/fix.ts';
export { type LintOptions, lint } from './lint/lint.ts';
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
export { type Fallback, type RaiseResult, raise } from './raise.ts';
export type { Location } from './report/locate.ts';
export type { MapEntry, MappedPlace, SourceMap } from './report/source-map.ts';
export { type Review, review } from './review/index.ts';
export type { ArtifactLocation, ExpandOptions } from './transform/index.ts';
