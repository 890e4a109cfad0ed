import packageJson from '../../../package.json' with { type: 'json' };
import { type Acceptance, idleAcceptances, idleComments } from '../../diff/accept.ts';
import { consequenceRules } from '../../diff/consequences/index.ts';
import { toProblems } from '../../diff/report/problems.ts';
import { type FailOn, failsOn, isChanged, type TemplateDiff } from '../../diff/report/summary.ts';
import { toText } from '../../diff/report/text.ts';
import { unfinished } from '../../diff/unfinished.ts';
import { specsFrom } from '../../lint/specs.ts';
import { append } from '../../model/lists.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import type { Specs } from '../../model/spec.ts';
import { get, isMap } from '../../model/tree.ts';
import { printable, withoutCommands } from '../../report/printable.ts';
import { findConfig } from '../configuration/find.ts';
import { acceptancesIn } from '../diff/acceptances.ts';
import { type ComparedPair, comparePair, type FailedPair } from '../diff/compare-pair.ts';
import { type ComparedStages, compareStages } from '../diff/compare-stages.ts';
import { type diffFormats, failKinds } from '../diff/kinds.ts';
import { pairsFrom, type TemplatePair } from '../diff/pairs.ts';
import { type SideFlags, sideOptions } from '../diff/sides.ts';
import { inputOf } from '../inputs.ts';
import { filesRead, outputOf, refuseOverwriting } from '../overwriting.ts';
import { configuredTemplates } from '../settings/settled.ts';
import { bundledSpecs } from '../specs.ts';
import { coloured, writeError, writeOut } from '../streams.ts';
import { tellProblems } from '../talk.ts';
import { UnknownParameters } from '../unknown-parameters.ts';
import { type ExitCode, exitCode, UsageError } from '../usage.ts';
import { writeFile } from '../write-file.ts';

/** What `synth diff` was asked, as commander hands it over. */
export interface DiffFlags extends SideFlags {
  readonly format: (typeof diffFormats)[number];
  readonly since?: string | undefined;
  readonly out?: string | undefined;
  readonly failOn?: readonly FailOn[] | undefined;
}

/** `synth diff`: what the deployment of a change does. One template with errors does not stop the others. */
export const runDiff = async (paths: readonly string[], flags: DiffFlags): Promise<ExitCode> => {
  for (const kind of flags.failOn ?? []) checkKind(kind);
  const acceptances = acceptancesIn(flags.config === false ? undefined : (flags.config ?? findConfig('.')?.file));
  const specs = specsFrom(bundledSpecs);
  const diffs: TemplateDiff[] = [];
  const inStages: TemplateDiff[] = [];
  const failures = new Map<string, FailedPair>();
  const pairs = await pairsFrom(paths, flags.since, await configuredTemplates(flags));
  const templates = [...paths, ...pairs.map(({ name }) => name)].map(inputOf);
  refuseOverwriting(outputOf(flags.out), filesRead(templates, flags));
  for (const pair of pairs) {
    const { compared, stages } = await compareAll(pair, flags, acceptances, specs);
    append(diffs, [...compared.diffs, ...stages.additions]);
    append(inStages, stages.diffs);
    // A template that is nested, too, may have the same errors there.
    for (const each of [...compared.failed, ...stages.failed])
      failures.set(JSON.stringify([each.name, each.problems]), each);
  }
  for (const { name, problems } of failures.values()) {
    await tellProblems(problems, new Map());
    await writeError(`synth: '${printable(name)}' is not compared, because it has errors.\n`);
  }
  await tellUnknownParameters(diffs, flags);
  await tellIdleAcceptances([...diffs, ...inStages], acceptances);
  const shown = withoutRepetitions(diffs);
  for (const diff of shown.filter(({ stages }) => stages === undefined)) await tellIdleComments(diff, inStages);
  const text = await formatted(shown, failures.size, flags);
  if (flags.out === undefined || flags.out === '-') await writeOut(text);
  else writeFile(flags.out, text);
  const failed = shown.some((diff) => flags.failOn?.some((kind) => failsOn(diff, kind)));
  return failed || failures.size > 0 ? exitCode.problems : exitCode.done;
};

/** Compares a pair without a stage and in each of its stages; an error of synth itself is a problem of this pair. */
const compareAll = async (
  pair: TemplatePair,
  flags: DiffFlags,
  acceptances: readonly Acceptance[],
  specs: Specs,
): Promise<{ readonly compared: ComparedPair; readonly stages: ComparedStages }> => {
  try {
    const compared = comparePair(pair, await sideOptions(pair, flags), acceptances, specs);
    return { compared, stages: await compareStages(pair, compared, flags, acceptances, specs) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const failed = [{ name: pair.name, problems: unfinished('compare', pair.name, error) }];
    return { compared: { diffs: [], failed }, stages: { additions: [], diffs: [], failed: [] } };
  }
};

/** Refuses what is neither a kind nor a consequence. */
const checkKind = (kind: string): void => {
  const ids = consequenceRules.map(({ id }) => id);
  const known: readonly string[] = [...failKinds, ...ids];
  if (known.includes(kind)) return;
  throw new UsageError(
    `'--fail-on ${kind}' names no kind and no consequence.${didYouMean(nearest(kind, known))}`,
    `The kinds are ${failKinds.join(', ')}; docs/diff/consequences.md lists the consequences, for example data-lost.`,
  );
};

/** Tells of values that were given for parameters which none of the compared templates has. */
const tellUnknownParameters = async (diffs: readonly TemplateDiff[], flags: DiffFlags): Promise<void> => {
  const { oldParameter: parameter, oldParameters: parameters } = flags;
  for (const unknown of [new UnknownParameters(flags), new UnknownParameters({ parameter, parameters })]) {
    if (!unknown.areGiven) continue;
    for (const { name, change } of diffs) {
      for (const { template } of [change.before, change.after]) {
        const declared = get(template, 'Parameters');
        unknown.note(name, isMap(declared) ? Object.keys(declared) : []);
      }
    }
    await unknown.tell();
  }
};

/** Tells of what the configuration accepts for resources that none of the compared templates has. */
const tellIdleAcceptances = async (
  diffs: readonly TemplateDiff[],
  acceptances: readonly Acceptance[],
): Promise<void> => {
  if (diffs.length === 0) return;
  for (const { resource, near } of idleAcceptances(
    acceptances,
    diffs.map(({ change }) => change),
  )) {
    const text = `The configuration accepts a consequence of '${resource}', but no compared template has it.${didYouMean(near)}`;
    await writeError(`synth: ${printable(text)}\n`);
  }
};

/** Tells of comments in a template that accept nothing, in none of its stages either. */
const tellIdleComments = async ({ name, change }: TemplateDiff, inStages: readonly TemplateDiff[]): Promise<void> => {
  const others = inStages.filter((each) => each.name === name).map((each) => idleComments(each.change));
  for (const { line, text } of idleComments(change)) {
    if (!others.every((all) => all.some((each) => each.line === line))) continue;
    await writeError(`synth: ${printable(`${name}:${line}: ${text}`)}\n`);
  }
};

/** What is compared as the template of a nested stack, with the values that it is given, is not compared alone too. */
const withoutRepetitions = (diffs: readonly TemplateDiff[]): TemplateDiff[] => {
  const nested = new Set(diffs.filter(({ stack }) => stack !== undefined).map(({ name }) => name));
  return diffs.filter((diff) => (diff.stack === undefined ? !nested.has(diff.name) : isChanged(diff)));
};

/** @param failures how many templates are not compared */
const formatted = async (
  diffs: readonly TemplateDiff[],
  failures: number,
  { format, out }: DiffFlags,
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('../../diff/report/json.ts')).toJson(diffs);
    case 'markdown': {
      const { pictureOf, toMarkdown } = await import('../../diff/report/markdown.ts');
      const { changePicture } = await import('../../review/diff-picture.ts');
      return toMarkdown(diffs, [({ change }) => pictureOf(changePicture(change))], failures);
    }
    case 'mermaid': {
      const { changePicture } = await import('../../review/diff-picture.ts');
      return diffs
        .map(({ change }) => changePicture(change))
        .filter(Boolean)
        .join('\n');
    }
    case 'sarif': {
      const { toSarif } = await import('../../report/sarif.ts');
      // Code scanning shows what stands on a line of the new files.
      const placed = diffs.flatMap((diff) =>
        toProblems({ ...diff, consequences: diff.consequences.filter(({ at }) => at) }),
      );
      const rules = consequenceRules.map((rule) => ({ ...rule, source: '' }));
      return toSarif(placed, rules, packageJson.version);
    }
    default: {
      const colour = out === undefined && coloured(1);
      const changed = diffs.filter(isChanged);
      if (changed.length > 0) return withoutCommands(changed.map((diff) => toText(diff, colour)).join('\n'));
      return diffs.length === 0 || failures > 0 ? '' : 'The deployment changes nothing: the templates mean the same.\n';
    }
  }
};
