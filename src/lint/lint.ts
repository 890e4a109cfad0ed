import { carriedOut } from '../model/options.ts';
import type { Finding, Problem } from '../model/problem.ts';
import type { Rule, Sizes } from '../model/rule.ts';
import type { Specs } from '../model/spec.ts';
import { get, isString } from '../model/tree.ts';
import type { Document } from '../parse/index.ts';
import { joined } from '../parse/local-path.ts';
import { toProblems } from '../report/problems.ts';
import { inWords } from '../spec/words.ts';
import type { ExpandOptions, Transformed } from '../transform/index.ts';
import type { NestedTemplate } from '../transform/nested.ts';
import { readWritten } from '../transform/read.ts';
import { declarations } from '../transform/registry.ts';
import { attemptOf, includedForLint, readForLint } from './attempt.ts';
import { type Budget, budgetOf } from './budget.ts';
import { withConditionalReferences } from './conditional-references.ts';
import { atLevels, type LintConfig } from './config.ts';
import { withEdits } from './edits.ts';
import { everyCode } from './every-code.ts';
import { writtenResources } from './expanded-view.ts';
import { allRules, runRules } from './index.ts';
import { LocalFiles } from './local-files.ts';
import { invalidRules, usableRules } from './own-rules.ts';
import { tablesOf } from './rule-tables.ts';
import { missingSpecs, type SpecLoader, specsFrom } from './specs.ts';
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
 * @returns everything found, sorted by position; never throws on bad input or options
 */
export const lint = (input: string | Uint8Array | object, options: LintOptions = {}): { problems: Problem[] } =>
  carriedOut(
    options,
    [],
    (usable, faults) => {
      const { document, findings } = check(input, usable);
      return { problems: toProblems([...faults, ...withEdits(findings, document, usable)], usable.path) };
    },
    (faults) => ({ problems: toProblems(faults, undefined) }),
  );

/** A template as it was read, and everything that is found in it. */
export interface Checked {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** Checks a template; a compact spec as its base and in each of its stages. */
export const check = (input: string | Uint8Array | object, options: LintOptions): Checked => {
  const written = readWritten(input, options);
  const document = includedForLint(written, options);
  const stages = options.stage === undefined ? (document.compact?.stages ?? []) : [];
  // A base that needs a stage is checked in its stages.
  const isWhole = ({ code }: Finding): boolean => code !== 'spec-no-stage' || stages.length === 0;
  const base = findingsOf(document, options).filter(isWhole);
  if (stages.length === 0) return { document, findings: base };
  const known = new Set(base.map(identityOf));
  const ofStages: Finding[] = [];
  const everywhere = new Set(known);
  for (const stage of stages) {
    const inStage = { ...options, stage };
    const found = new Map(
      findingsOf(includedForLint(written, inStage), inStage).map((each) => [identityOf(each), each]),
    );
    for (const identity of everywhere) if (!found.has(identity)) everywhere.delete(identity);
    for (const [identity, finding] of found) {
      if (known.has(identity)) continue;
      known.add(identity);
      // Fixes are changes of the base, which does not have the fault.
      ofStages.push({ ...finding, text: `${finding.text} In the stage '${stage}'.`, fix: undefined });
    }
  }
  // A stage without the fault may be at fault once the base is changed.
  const withFix = base.map((each) =>
    each.fix && !everywhere.has(identityOf(each)) ? { ...each, fix: undefined } : each,
  );
  return { document, findings: [...withFix, ...ofStages] };
};

/** What makes a finding the same in several stages: code, text and place. */
const identityOf = ({ code, text, span }: Finding): string =>
  `${code} ${span?.start} ${span?.end} ${span?.source.file?.length} ${span?.source.file}${text}`;

/** What is found in a document and in the local templates that it nests. */
const findingsOf = (document: Document, options: LintOptions): readonly Finding[] => {
  const transformed = attemptOf(document, options);
  const given = options.specs && specsFrom(options.specs);
  const missing = missingSpecs(given, typesOf(transformed));
  // What holds nothing is not a specification that something could contradict.
  const specs = missing.length > 0 ? undefined : given;
  const { rules, faults } = usableRules(options.rules ?? [], specs);
  const run: Run = { options, rules, specs, all: allRules({ rules }) };
  const known = new Set<Finding>();
  // What the transform finds in a template, it finds in the one around it, too.
  const newIn = ({ transformed: { findings } }: NestedTemplate): readonly Finding[] => {
    const found = findings.all.filter((finding) => !known.has(finding));
    for (const finding of found) known.add(finding);
    return found;
  };
  const found = transformed.nested.flatMap((template) =>
    withEdits(findingsIn(template, newIn(template), run), template.document, template.options),
  );
  const outermost = { document, options, folder: '', transformed };
  const general = [...invalidRules(faults), ...missing];
  const own = findingsIn(outermost, [...newIn(outermost), ...general], run);
  return distinct([...own, ...found]);
};

/** The types of the resources that a template becomes. */
const typesOf = ({ attempt }: Transformed): readonly string[] =>
  Object.values(get(attempt?.expanded, 'Resources') ?? {}).flatMap((resource) => {
    const type = get(resource, 'Type');
    return isString(type) ? [type] : [];
  });

/** What all templates of a run are checked with. */
interface Run {
  readonly options: LintOptions;
  readonly rules: readonly Rule[];
  readonly specs: Specs | undefined;
  readonly all: readonly Rule[];
}

/** What is wrong with one template: what was found before, and what rules find. */
const findingsIn = (
  { document, options, folder, transformed: { attempt } }: NestedTemplate,
  before: readonly Finding[],
  { options: { config = {}, only, sizes, now }, rules, specs, all }: Run,
): readonly Finding[] => {
  const file = options.path;
  const { ids } = tablesOf(all);
  const levelled = (found: readonly Finding[]) => inWords(atLevels(found, config, file, ids), document.compact);
  if (!attempt) return levelled(before);
  const subject = {
    ...attempt,
    expanded: withConditionalReferences(attempt.expanded, attempt.known),
    resources: [...attempt.resources.values()],
    file,
    declarations,
    findings: before,
  };
  const found = runRules(subject, {
    config,
    rules,
    only,
    specs,
    sizes: sizes && sizesIn(folder, sizes),
    files: new LocalFiles(options),
    today: dayOf(now),
  });
  const specific = withoutGeneral([...before, ...found], all);
  const kept = suppress(
    specific,
    attempt.source,
    document.source,
    only ? new Set(only) : ids,
    () => new Set([...ids, ...everyCode().keys()]),
  );
  return levelled(withoutSuperseded(kept, all));
};

/** The sizes below a folder of that which they are given for. */
const sizesIn = (folder: string, sizes: Sizes): Sizes => ({
  packed: (path) => sizes.packed(joined(folder, path)),
  unpacked: (path) => sizes.unpacked(joined(folder, path)),
});

/** A template that is nested twice, with different parameters, is reported once. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => {
  const known = new Set<string>();
  return findings.filter((finding) => {
    const identity = identityOf(finding);
    return !known.has(identity) && known.add(identity);
  });
};

/** How much of the documented limits a template uses; undefined where it cannot be read at all. */
export const budget = (
  input: string | Uint8Array | object,
  options: ExpandOptions & Pick<LintOptions, 'sizes'> = {},
): Budget | undefined => {
  const { attempt } = attemptOf(readForLint(input, options), options);
  if (!attempt) return undefined;
  const written = writtenResources({ ...attempt, resources: [...attempt.resources.values()] });
  return budgetOf(attempt, written, options.sizes);
};

/** The day of a Unix time in UTC, as `YYYY-MM-DD`. */
const dayOf = (now: number | undefined): string => {
  if (now === undefined) return '0000-00-00';
  if (now !== latest.now) latest = { now, day: new Date(now * 1000).toISOString().slice(0, 10) };
  return latest.day;
};

/** The templates of a run are checked at one time. */
let latest = { now: 0, day: '1970-01-01' };
