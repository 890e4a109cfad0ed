import { declaredCodes, type Finding, type Problem } from '../model/problem.ts';
import type { Rule, Sizes } from '../model/rule.ts';
import type { Document } from '../parse/index.ts';
import { toProblems } from '../report/problems.ts';
import { inWords } from '../spec/words.ts';
import type { ExpandOptions } from '../transform/index.ts';
import { declarations } from '../transform/registry.ts';
import { attemptOf, readForLint } from './attempt.ts';
import { type Budget, budgetOf } from './budget.ts';
import { atLevels, type LintConfig } from './config.ts';
import { withEdits } from './edits.ts';
import { writtenResources } from './expanded-view.ts';
import { allRules, runRules } from './index.ts';
import { LocalFiles } from './local-files.ts';
import { invalidRules, usableRules } from './own-rules.ts';
import { type SpecLoader, specsFrom } from './specs.ts';
import { withoutGeneral, withoutSuperseded } from './superseded.ts';
import { suppress } from './suppress/index.ts';

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
 * Checks a SAM or CloudFormation template or a compact spec, as written and as it expands. A compact spec is checked as
 * its base and in each of its stages, unless `options.stage` names one. Rules that depend on the date go by
 * `options.now`; without it nothing counts as past.
 * @param input YAML or JSON: a text, its bytes in UTF-8, or a template already read
 * @returns everything found, sorted by position; never throws on bad input
 */
export const lint = (input: string | Uint8Array | object, options: LintOptions = {}): { problems: Problem[] } => {
  const { document, findings } = check(input, options);
  return { problems: toProblems(withEdits(findings, document, options), options.path) };
};

/** A template as it was read, and everything that is found in it. */
export interface Checked {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** Checks a template; a compact spec as its base and in each of its stages. */
export const check = (input: string | Uint8Array | object, options: LintOptions): Checked => {
  const document = readForLint(input, options);
  const findings = [...findingsOf(document, options)];
  const known = new Set(findings.map(identityOf));
  for (const stage of options.stage === undefined ? (document.compact?.stages ?? []) : []) {
    const inStage = { ...options, stage };
    for (const finding of findingsOf(readForLint(input, inStage), inStage)) {
      const identity = identityOf(finding);
      if (known.has(identity)) continue;
      known.add(identity);
      // Fixes are changes of the base, which does not have the fault.
      findings.push({ ...finding, text: `${finding.text} In the stage '${stage}'.`, fix: undefined });
    }
  }
  return { document, findings };
};

/** What makes a finding the same in several stages: code, text and place. */
const identityOf = ({ code, text, span }: Finding): string =>
  JSON.stringify([code, text, span?.source.file, span?.start, span?.end]);

const findingsOf = (document: Document, options: LintOptions): readonly Finding[] => {
  const { findings, attempt } = attemptOf(document, options);
  const { config = {}, only, sizes, now } = options;
  const specs = options.specs && specsFrom(options.specs);
  const { rules, faults } = usableRules(options.rules ?? [], specs);
  const all = allRules({ rules });
  const ids = new Set(all.map(({ id }) => id));
  const levelled = (found: readonly Finding[]) => inWords(atLevels(found, config, options.path, ids), document.compact);
  if (!attempt) return levelled([...findings.all, ...invalidRules(faults)]);
  const subject = {
    ...attempt,
    resources: attempt.resources.values(),
    file: options.path,
    declarations,
    findings: findings.all,
  };
  const files = new LocalFiles(options);
  const found = runRules(subject, { config, rules, only, sizes, specs, files, today: dayOf(now) });
  const distinct = withoutGeneral([...findings.all, ...invalidRules(faults), ...found], all);
  const kept = suppress(
    distinct,
    attempt.source,
    document.source,
    only ?? [...ids],
    new Set([...ids, ...declaredCodes.keys()]),
  );
  return levelled(withoutSuperseded(kept, all));
};

/** How much of the documented limits a template uses; undefined where it cannot be read at all. */
export const budget = (
  input: string | Uint8Array | object,
  options: ExpandOptions & Pick<LintOptions, 'sizes'> = {},
): Budget | undefined => {
  const { attempt } = attemptOf(readForLint(input, options), options);
  if (!attempt) return undefined;
  const written = writtenResources({ ...attempt, resources: attempt.resources.values() });
  return budgetOf(attempt, written, options.sizes);
};

/** The day of a Unix time in UTC, as `YYYY-MM-DD`. */
const dayOf = (now: number | undefined): string =>
  now === undefined ? '0000-00-00' : new Date(now * 1000).toISOString().slice(0, 10);
