import { resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { isWithin } from '../../files/within.ts';
import { readForLint } from '../../lint/attempt.ts';
import type { Preset } from '../../lint/config.ts';
import { type LintOptions, lint } from '../../lint/lint.ts';
import { rules as builtIn } from '../../lint/rules/index.ts';
import { counted } from '../../model/counted.ts';
import type { Problem } from '../../model/problem.ts';
import { get, isMap } from '../../model/tree.ts';
import { joined } from '../../parse/local-path.ts';
import { readText } from '../../parse/text.ts';
import { printable, printableLines } from '../../report/printable.ts';
import { Configs } from '../configuration/configs.ts';
import { type Input, inputsFrom, readInput } from '../inputs.ts';
import { refuseLeadingOut } from '../leading-out.ts';
import { lintOptions, optionsFor } from '../lint-options.ts';
import { SeenFile } from '../seen-file.ts';
import { configuredStages, settled } from '../settings/settled.ts';
import { bundledSpecs } from '../specs.ts';
import { coloured, isTerminal, writeError, writeOut } from '../streams.ts';
import { complain, problemText, tellProblems } from '../talk.ts';
import { timeOf } from '../time.ts';
import type { TransformFlags } from '../transform-options.ts';
import { UnknownParameters } from '../unknown-parameters.ts';
import { type ExitCode, exitCode, UsageError, worst } from '../usage.ts';
import { judged, maximumOf } from '../verdict.ts';
import type { WatchFlags } from '../watch.ts';
import { writeFile } from '../write-file.ts';
import type { LintFormat } from './lint-format.ts';
import { knownCodes, refuseUnknown } from './rules.ts';

/** What `synth lint` was asked, as commander hands it over. */
export interface LintFlags extends Omit<TransformFlags, 'artifacts'>, WatchFlags {
  readonly format: LintFormat;
  readonly rule?: readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly maxWarnings?: string | undefined;
  readonly quiet?: boolean | undefined;
  /** Show findings of level info one by one. */
  readonly info?: boolean | undefined;
  readonly preset?: Preset | undefined;
  readonly fix?: boolean | undefined;
  readonly fixUnsafe?: boolean | undefined;
  readonly fixDryRun?: boolean | undefined;
}

interface Linted {
  readonly input: Input;
  readonly problems: readonly Problem[];
}

/** `synth lint`: every template is checked, whatever the others are like. */
export const runLint = async (paths: readonly string[], flags: LintFlags): Promise<ExitCode> => {
  const inputs = await inputsFrom(paths, flags);
  const isChanging = (flags.fix || flags.fixUnsafe) && !flags.fixDryRun;
  if (isChanging && inputs.some(({ path }) => path === '-')) {
    throw new UsageError(
      `Cannot use '${flags.fix ? '--fix' : '--fix-unsafe'}' with stdin.`,
      "Name a file, or show the change with '--fix-dry-run'.",
    );
  }
  const maxWarnings = maximumOf(flags.maxWarnings);
  const run = prepare(flags);
  const linted: Linted[] = [];
  const told = new Set<string>();
  let code: ExitCode = exitCode.done;
  for (const input of inputs) {
    try {
      if (isChanging && !paths.includes(input.path)) refuseLinkedAway(paths, input.path);
      linted.push(await lintOne(await readInput(input), input, run));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      // What is wrong with a configuration is so for every template.
      if (!told.has(error.message)) code = worst(code, await complain(error));
      told.add(error.message);
    }
  }
  for (const [file, text] of run.configs.texts) run.texts.set(file, text);
  const unknown = linted.length === inputs.length ? run.unknown.problems() : [];
  const problems = [...run.configs.problems, ...unknown, ...distinctProblems(linted)];
  const shown = flags.quiet ? problems.filter(({ level }) => level === 'error') : problems;
  await tell(shown, linted, run.texts, flags);
  if (shown.length === 0 && linted.length > 0) await tellClean(linted.length, flags);
  return worst(code, await judged(problems, maxWarnings));
};

/** Refuses to change a template that was found, not named, where links lead out of the folder that it was looked for in. */
const refuseLinkedAway = (paths: readonly string[], path: string): void => {
  const folder = [...paths, '.'].find((each) => isWithin(resolve(each), resolve(path)));
  if (folder !== undefined) refuseLeadingOut(folder, path);
};

/** What is found in the templates; of those that they nest, what was not found in them already. */
const distinctProblems = (all: readonly Linted[]): readonly Problem[] => {
  const named = new Set(all.map(({ input }) => joined('', input.name)));
  const known = new Set<string>();
  return all.flatMap(({ input, problems }) =>
    problems.filter((problem) => {
      const { file = input.name } = problem;
      if (file === input.name) return true;
      const identity = JSON.stringify(problem);
      return !named.has(joined('', file)) && !known.has(identity) && known.add(identity);
    }),
  );
};

interface LintRun {
  readonly options: LintOptions;
  readonly flags: LintFlags;
  readonly configs: Configs;
  readonly texts: Map<string, string>;
  readonly unknown: UnknownParameters;
}

const prepare = (flags: LintFlags): LintRun => ({
  flags,
  configs: new Configs(flags.config, knownCodes),
  texts: new Map(),
  unknown: new UnknownParameters(flags),
  options: { now: timeOf(flags.date ?? 'now'), only: flags.rule, specs: bundledSpecs },
});

const lintOne = async (bytes: Uint8Array, input: Input, run: LintRun): Promise<Linted> => {
  const seen = new SeenFile(input.path, bytes);
  const { config: found, rules } = await run.configs.for(input);
  const { rule: wanted = [] } = run.flags;
  if (wanted.length > 0) await refuseUnknown('rule', wanted, new Set([...knownCodes(), ...rules.map(({ id }) => id)]));
  const { preset = found.preset } = run.flags;
  const config = preset === undefined ? found : { ...found, preset };
  const values = lintOptions(await settled('lint', input, run.flags, bytes));
  const options: LintOptions = { ...run.options, ...values, ...optionsFor(input), config, rules };
  if (run.unknown.areGiven) run.unknown.note(input.name, parametersOf(bytes, options));
  const { fix, fixUnsafe, fixDryRun } = run.flags;
  if (fix || fixUnsafe || fixDryRun) return fixOne(bytes, seen, input, options, run);
  const { text } = readText(bytes);
  run.texts.set(input.name, text);
  const { problems } = lint(bytes, options);
  return { input, problems: [...problems, ...(await problemsOfStages(bytes, input, options, problems, run))] };
};

/** What is found only with the settings that the configuration has for its stages. */
const problemsOfStages = async (
  bytes: Uint8Array,
  input: Input,
  options: LintOptions,
  before: readonly Problem[],
  { flags }: LintRun,
): Promise<readonly Problem[]> => {
  if (flags.stage !== undefined) return [];
  const known = new Set(before.map(identityOf));
  const found: Problem[] = [];
  for (const stage of await configuredStages('lint', input, flags)) {
    const values = lintOptions(await settled('lint', input, { ...flags, stage }, bytes));
    const said = ` In the stage '${stage}'.`;
    for (const problem of lint(bytes, { ...options, ...values }).problems) {
      // A fix would change the template for all stages.
      const told: Problem = { ...problem, message: problem.message + said, fix: undefined };
      if (known.has(identityOf(problem)) || known.has(identityOf(told))) continue;
      known.add(identityOf(problem));
      found.push(told);
    }
  }
  return found;
};

const identityOf = ({ code, message, file, line, column }: Problem): string =>
  JSON.stringify([code, message, file, line, column]);

/** The names of the parameters of a template. */
const parametersOf = (bytes: Uint8Array, options: LintOptions): readonly string[] => {
  const parameters = get(readForLint(bytes, options).root, 'Parameters');
  return isMap(parameters) ? Object.keys(parameters) : [];
};

/** Applies fixes to a file and looks at what is left, or shows the change and looks at the file as it is. */
const fixOne = async (
  bytes: Uint8Array,
  seen: SeenFile,
  input: Input,
  options: LintOptions,
  run: LintRun,
): Promise<Linted> => {
  const { fixUnsafe, fixDryRun } = run.flags;
  const { diffOf, fix } = await import('../fixing.ts');
  const fixed = fix(bytes, options, fixUnsafe ? ['safe', 'unsafe'] : ['safe']);
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (fixed.refused.length > 0) await writeError(refusals(fixed.refused));
  if (fixDryRun) {
    if (fixed.text !== before) {
      const patch = diffOf(input.name, before, fixed.text);
      // A program takes it as it is.
      await writeOut(isTerminal(1) ? printableLines(patch) : patch);
    }
    run.texts.set(input.name, readText(bytes).text);
    return { input, problems: lint(bytes, options).problems };
  }
  if (fixed.text !== before) {
    seen.demandUnchanged();
    writeFile(input.path, fixed.text);
  }
  run.texts.set(input.name, readText(fixed.text).text);
  return { input, problems: fixed.problems };
};

const refusals = (problems: readonly Problem[]): string =>
  problems
    .map(
      ({ file, line, column, code }) =>
        `synth: ${printable(`${file}`)}:${line}:${column} The fix of '${code}' was not applied: the file would have held something else than intended. Please report it with the template.\n`,
    )
    .join('');

const tell = async (
  problems: readonly Problem[],
  linted: readonly Linted[],
  texts: ReadonlyMap<string, string>,
  flags: LintFlags,
): Promise<void> => {
  const { format, fixDryRun } = flags;
  if (format === 'text') {
    const { shown, hidden } = worthReading(problems, flags);
    // Where the change is what was asked for, stdout is for that alone.
    if (fixDryRun) await tellProblems(shown, texts);
    else await writeOut(`${problemText(shown, texts, coloured(1))}${hidden}`);
    return;
  }
  await writeOut(
    await formatted(
      problems,
      linted.map(({ input }) => input.name),
      format,
    ),
  );
};

/** Tells a person that the templates have no findings. */
const tellClean = async (files: number, { quiet, watch }: LintFlags): Promise<void> => {
  if (watch || isTerminal(2)) await writeError(`No ${quiet ? 'errors' : 'findings'} in ${counted(files, 'file')}.\n`);
};

/** What a person gets to read: information is counted only, unless it was asked for. */
const worthReading = (
  problems: readonly Problem[],
  { info, rule }: LintFlags,
): { readonly shown: readonly Problem[]; readonly hidden: string } => {
  if (info || rule) return { shown: problems, hidden: '' };
  const shown = problems.filter(({ level }) => level !== 'info');
  const count = problems.length - shown.length;
  return {
    shown,
    hidden: hiddenInfo(count),
  };
};

const hiddenInfo = (count: number): string => {
  if (count === 0) return '';
  return count === 1
    ? "1 finding of level info is not shown; '--info' shows it.\n"
    : `${count} findings of level info are not shown; '--info' shows them.\n`;
};

const formatted = async (
  problems: readonly Problem[],
  files: readonly string[],
  format: LintFormat,
): Promise<string> => {
  switch (format) {
    case 'sarif':
      return (await import('../../report/sarif.ts')).toSarif(problems, builtIn, packageJson.version);
    case 'github':
      return (await import('../../report/github.ts')).toGithub(problems);
    case 'gitlab':
      return (await import('../../report/gitlab.ts')).toGitlab(problems);
    case 'junit':
      return (await import('../../report/junit.ts')).toJunit(problems, files);
    default:
      return (await import('../../report/json.ts')).toJson(problems);
  }
};
