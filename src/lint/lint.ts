import type { Finding, Problem } from '../model/problem.ts';
import type { Rule, Sizes } from '../model/rule.ts';
import { toProblems } from '../report/problems.ts';
import type { ExpandOptions } from '../transform/index.ts';
import { readDocument } from '../transform/read.ts';
import { declarations } from '../transform/registry.ts';
import { attemptOf } from './attempt.ts';
import { type Budget, budgetOf } from './budget.ts';
import { atLevels, type LintConfig } from './config.ts';
import { writtenResources } from './expanded-view.ts';
import { allRules, runRules } from './index.ts';
import { LocalFiles } from './local-files.ts';
import { type SpecLoader, specsFrom } from './specs.ts';
import { withoutGeneral, withoutSuperseded } from './superseded.ts';
import { suppress } from './suppress.ts';

/** How a template is expanded, and how and with which rules it is checked. */
export interface LintOptions extends ExpandOptions {
  /** Levels and options of rules. */
  readonly config?: LintConfig | undefined;
  /** Rules beside the built-in ones. */
  readonly rules?: readonly Rule[] | undefined;
  /** Run only the rules with these ids. */
  readonly only?: readonly string[] | undefined;
  /** How large local code is; without it sizes are not checked. */
  readonly sizes?: Sizes | undefined;
  /** How the extracted specifications are read; without it properties are not checked against them. */
  readonly specs?: SpecLoader | undefined;
}

/**
 * Checks a SAM or CloudFormation template, as written and as it expands. Rules that depend on the date go by
 * `options.now`; without it nothing counts as past.
 * @param input YAML or JSON: a text, its bytes in UTF-8, or a template already read
 * @returns everything found, sorted by position; never throws on bad input
 */
export const lint = (input: string | Uint8Array | object, options: LintOptions = {}): { problems: Problem[] } => {
  const document = readDocument(input, options);
  const { findings, attempt } = attemptOf(document, options);
  const { config = {}, rules, only, sizes, now } = options;
  const all = allRules({ rules });
  const ids = new Set(all.map(({ id }) => id));
  const told = (found: readonly Finding[]) => ({
    problems: toProblems(atLevels(found, config, options.path, ids), options.path),
  });
  if (!attempt) return told(findings.all);
  const subject = {
    ...attempt,
    resources: attempt.resources.values(),
    file: options.path,
    declarations,
    findings: findings.all,
  };
  const specs = options.specs && specsFrom(options.specs);
  const files = new LocalFiles(options);
  const found = runRules(subject, { config, rules, only, sizes, specs, files, today: dayOf(now) });
  const distinct = withoutGeneral([...findings.all, ...found], all);
  const kept = suppress(distinct, attempt.source, document.source, only ?? [...ids]);
  return told(withoutSuperseded(kept, all));
};

/** How much of the documented limits a template uses; undefined where it cannot be read at all. */
export const budget = (
  input: string | Uint8Array | object,
  options: ExpandOptions & Pick<LintOptions, 'sizes'> = {},
): Budget | undefined => {
  const { attempt } = attemptOf(readDocument(input, options), options);
  if (!attempt) return undefined;
  const written = writtenResources({ ...attempt, resources: attempt.resources.values() });
  return budgetOf(attempt, written, options.sizes);
};

/** The day of a Unix time in UTC, as `YYYY-MM-DD`. */
const dayOf = (now: number | undefined): string =>
  now === undefined ? '0000-00-00' : new Date(now * 1000).toISOString().slice(0, 10);
