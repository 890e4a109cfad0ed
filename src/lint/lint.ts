import type { Problem } from '../model/problem.ts';
import type { Rule, Sizes } from '../model/rule.ts';
import { toProblems } from '../report/problems.ts';
import { type ExpandOptions, transform } from '../transform/index.ts';
import { readDocument } from '../transform/read.ts';
import type { LintConfig } from './config.ts';
import { ruleIds, runRules } from './index.ts';
import { type SpecLoader, specsFrom } from './specs.ts';
import { suppress } from './suppress.ts';

export interface LintOptions extends ExpandOptions {
  /** Levels and options of rules. */
  readonly config?: LintConfig | undefined;
  /** Rules beside the built-in ones. */
  readonly rules?: readonly Rule[] | undefined;
  /** Run only the rules with these ids. */
  readonly only?: readonly string[] | undefined;
  /** The day to check for, `YYYY-MM-DD`; runtimes are deprecated by date. Without it no date is taken as past. */
  readonly today?: string | undefined;
  /** How large local code is; without it sizes are not checked. */
  readonly sizes?: Sizes | undefined;
  /** How the extracted specifications are read; without it properties are not checked against them. */
  readonly specs?: SpecLoader | undefined;
}

/**
 * Checks a SAM or CloudFormation template, as written and as it expands.
 * @param input YAML or JSON text, or a template already read
 * @returns everything found, sorted by position; never throws on bad input
 */
export const lint = (input: string | object, options: LintOptions = {}): { problems: Problem[] } => {
  const document = readDocument(input, options);
  const { findings, attempt } = transform(document, options);
  const all = [...findings.all];
  if (attempt) {
    const { resources, ...rest } = attempt;
    const subject = { ...rest, resources: resources.values(), file: options.path, sourceText: document.source?.text };
    const { config, rules, only, sizes } = options;
    const specs = options.specs && specsFrom(options.specs);
    all.push(...runRules(subject, { config, rules, only, sizes, specs, today: options.today ?? '0000-00-00' }));
    const ran = new Set(only ?? ruleIds({ rules }));
    return { problems: toProblems(suppress(all, attempt.source, document.source, ran), options.path) };
  }
  return { problems: toProblems(all, options.path) };
};
