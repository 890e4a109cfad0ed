import { dirname, resolve } from 'node:path';
import { type BuildRequest, type Built, build, type Progress } from '../../build/build.ts';
import { deployCommands } from '../../build/commands.ts';
import { foreseenFaults } from '../../build/foreseen.ts';
import { filesIn, type ListedFile, manifestName } from '../../build/manifest.ts';
import { type PlannedFile, planOf } from '../../build/plan.ts';
import { stackChanges } from '../../build/stack-changes.ts';
import { stepsOf } from '../../build/steps.ts';
import { runSteps } from '../../builders/index.ts';
import { ComparedFolder } from '../../files/compared.ts';
import type { Entry } from '../../files/listing.ts';
import { OutputFolder, recoverOutput } from '../../files/output.ts';
import { Packers } from '../../files/packers.ts';
import type { FileReader } from '../../files/reader.ts';
import type { Finding } from '../../model/problem.ts';
import type { Listing } from '../../model/reader.ts';
import { get } from '../../model/tree.ts';
import { Unusable } from '../../model/unusable.ts';
import { type Document, parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { printable } from '../../report/printable.ts';
import { toProblems } from '../../report/problems.ts';
import { withIncludes } from '../../transform/read.ts';
import { imageProblems } from '../build/images.ts';
import { progressOf } from '../build/progress.ts';
import { refuseProject, refuseSources, replaceableIn, writtenManifest } from '../build/replaceable.ts';
import { declaredOf, pseudoValues, type StackFlags, stackFrom, withStackSettings } from '../build/stack.ts';
import { builtCodeOf, failuresOf, stepListener } from '../build/steps.ts';
import { builtText, outdatedText, plannedText } from '../build/text.ts';
import { type Input, inputFrom, readInput } from '../inputs.ts';
import { refuseLeadingOut } from '../leading-out.ts';
import type { NamedFile } from '../overwriting.ts';
import { noting, readerFor } from '../reading.ts';
import { settled } from '../settings/settled.ts';
import { coloured, isTerminal, writeOut } from '../streams.ts';
import { tellProblems } from '../talk.ts';
import { type TransformFlags, transformOptions } from '../transform-options.ts';
import { UnknownParameters } from '../unknown-parameters.ts';
import { type ExitCode, exitCode, UsageError, writingReason } from '../usage.ts';

/** What `synth build` was asked, as commander hands it over. */
export interface BuildFlags extends TransformFlags, StackFlags {
  readonly out: string;
  readonly format: 'text' | 'json';
  readonly outsideLinks: boolean;
  readonly build: boolean;
  readonly dryRun?: boolean;
  readonly check?: boolean;
}

/** A template that was read, ready to be built. */
interface Job extends BuildRequest {
  readonly input: Input;
  readonly text: string;
  readonly reader: FileReader;
  /** The files whose text was read. */
  readonly read: readonly NamedFile[];
}

/** `synth build`: the expanded template with everything that it names, ready to be deployed. */
export const runBuild = async (path: string | undefined, flags: BuildFlags): Promise<ExitCode> => {
  const input = await inputFrom(path, flags);
  refuseProject(flags.out, input, flags);
  if (!flags.dryRun) {
    refuseLeadingOut(dirname(flags.out), flags.out);
    recoverOutput(flags.out);
  }
  const bytes = await readInput(input);
  const written = parse(bytes, input.name);
  const own = withStackSettings(await settled('build', input, flags, () => written));
  const job = jobFor(input, bytes, written, own, flags.stage);
  const unknown = new UnknownParameters(flags);
  unknown.noteDocument(written, input, job.options);
  await unknown.tell();
  const prepared = await prepare(job, flags);
  if (prepared === undefined) return exitCode.problems;
  try {
    if (flags.dryRun) return await showPlan(prepared.job, flags);
    return await (flags.check ? checkOutput(prepared.job, flags) : writeOutput(prepared.job, flags));
  } finally {
    prepared.remove();
  }
};

/** Whether `sam build` made the template. */
const isBuilt = ({ folder }: Input): boolean => /[\\/]\.aws-sam[\\/]build(?:[\\/]|$)/.test(resolve(folder));

/** Builds the code that has to be built; undefined after a failure, which is reported. */
const prepare = async (job: Job, flags: BuildFlags): Promise<{ job: Job; remove(): void } | undefined> => {
  const asIs = { job, remove: () => undefined };
  // What `sam build` made is built already.
  if (!flags.build || isBuilt(job.input)) return asIs;
  const { template, files, findings } = planOf(job.document, job.options);
  if (template === undefined) {
    await tell(job, findings);
    return undefined;
  }
  const asked = stepsOf(
    files.flatMap(({ users }) => users),
    job.reader,
  );
  const problems: Finding[] = [...asked.findings];
  const steps = problems.some(isError) ? [] : asked.steps;
  const built = steps.length === 0 ? undefined : await runSteps(steps, job.input.folder, job.reader, stepListener);
  problems.push(...(built ? failuresOf(built) : []), ...(await imageProblems(files, job.input.folder)));
  await tell(job, problems);
  if (problems.some(isError)) {
    built?.remove();
    return undefined;
  }
  if (built === undefined) return asIs;
  return { job: { ...job, options: { ...job.options, builtCode: builtCodeOf(built) } }, remove: () => built.remove() };
};

const isError = ({ level }: Finding): boolean => level === 'error';

const jobFor = (
  input: Input,
  bytes: Uint8Array,
  written: Document,
  flags: BuildFlags,
  stage: string | undefined,
): Job => {
  const { outsideLinks, out } = flags;
  const read: NamedFile[] = [];
  const reader = noting(readerFor(input, [out], { outsideLinks }), input, read);
  const given = { ...transformOptions(flags), path: input.name, reader };
  const document = withIncludes(written, given);
  const parameters = declaredOf(given.parameters ?? {}, document.root);
  const stack = stackFrom(input, { ...flags, stage, region: given.region }, parameters, document.root);
  const options = { ...given, parameters: { ...parameters, ...pseudoValues(given.parameters ?? {}, stack) } };
  return { input, text: readText(bytes).text, reader, read, document, options, stack, source: reader };
};

const showPlan = async (job: Job, { format }: BuildFlags): Promise<ExitCode> => {
  const plan = planOf(job.document, job.options);
  const { template, files, findings } = plan;
  const foreseen = template === undefined ? [] : foreseenFaults(plan, job.reader);
  await tell(job, [...findings, ...foreseen]);
  if (template === undefined) return exitCode.problems;
  const list = ({ made, from, image }: PlannedFile) =>
    made === 'archive' || made === 'image' ? job.reader.list(from, image?.dockerfile) : undefined;
  if (format === 'text') await writeOut(plannedText(job.stack.name, files, list));
  else {
    const planned = files.map((file) => ({
      name: file.name,
      path: file.path,
      made: file.made,
      users: file.users.map(({ template: within, logicalId, property }) => ({
        template: within,
        resource: logicalId,
        property,
      })),
      ...contentsOf(list(file)),
    }));
    await writeOut(`${JSON.stringify({ stack: job.stack, files: planned }, undefined, 2)}\n`);
  }
  return foreseen.some(isError) ? exitCode.problems : exitCode.done;
};

const contentsOf = (listing: Listing<Entry> | undefined) =>
  listing && { entries: listing.entries.map(({ absolute: _, ...entry }) => entry), leftOut: listing.leftOut };

const checkOutput = async (job: Job, { out, format }: BuildFlags): Promise<ExitCode> => {
  const output = new ComparedFolder(out);
  const packages: string[] = [];
  const earlier = earlierFiles(out);
  const { manifest, findings } = await build(job, output, earlier, {
    count: () => () => undefined,
    done: ({ path }, _, isReused) => void (isReused || packages.push(path)),
  });
  await tell(job, findings);
  if (manifest === undefined) return exitCode.problems;
  // What an earlier build wrote is out of date together with the template that named it.
  const replaced = new Set([...earlier.values()].map(({ file }) => file));
  const others = output.others().filter((name) => !replaced.has(name));
  const isCurrent = output.stale.length + others.length === 0;
  const settings = isCurrent || earlier.size === 0 ? [] : stackChanges(get(writtenManifest(out), 'stack'), job.stack);
  const texts = output.stale.filter((name) => !name.includes('/') && name !== manifestName);
  if (format === 'json') {
    await writeOut(
      `${JSON.stringify({ upToDate: isCurrent, changed: [...packages, ...texts], others, settings }, undefined, 2)}\n`,
    );
    return isCurrent ? exitCode.done : exitCode.problems;
  }
  if (isCurrent) {
    await writeOut(`${printable(out)} is up to date.\n`);
    return exitCode.done;
  }
  const changes = [...packages, ...texts, ...others.map((name) => `${name} is not part of it`)];
  await writeOut(outdatedText(out, changes, settings));
  return exitCode.problems;
};

const writeOutput = async (job: Job, flags: BuildFlags): Promise<ExitCode> => {
  const { out, format } = flags;
  const built = await intoFolder(out, job, progressOf(isTerminal(2) && coloured(2)));
  await tell(job, built.findings);
  const { manifest } = built;
  if (manifest === undefined) return exitCode.problems;
  if (format === 'json') await writeOut(`${JSON.stringify(manifest, undefined, 2)}\n`);
  else await writeOut(builtText(manifest, out, deployCommands(manifest, out)));
  return exitCode.done;
};

/** Builds into a folder, which stays as it is where anything goes wrong. */
const intoFolder = async (out: string, job: Job, progress: Progress): Promise<Built> => {
  const earlier = earlierFiles(out);
  const packers = new Packers();
  let output: OutputFolder | undefined;
  try {
    output = new OutputFolder(out, replaceableIn(out));
    const built = await build({ ...job, deflate: packers.deflate }, output, earlier, progress);
    if (built.manifest === undefined) {
      output.abandon();
      return built;
    }
    refuseSources(out, job.input, built.manifest, job.read);
    output.commit();
    return built;
  } catch (error) {
    output?.abandon();
    if (error instanceof Unusable) throw new UsageError(`'${out}' cannot be written: ${error.reason}.`);
    if (typeof (error as { code?: unknown }).code !== 'string') throw error;
    throw new UsageError(`'${out}' cannot be written: ${writingReason(error, out)}.`);
  } finally {
    await packers.close();
  }
};

/** The files of the output that is there, as its manifest lists them. */
const earlierFiles = (out: string): ReadonlyMap<string, ListedFile> => filesIn(writtenManifest(out));

const tell = async ({ input, text, options }: Job, findings: readonly Finding[]): Promise<void> => {
  const problems = toProblems(findings, options.path);
  if (problems.length > 0) await tellProblems(problems, new Map([[input.name, text]]));
};
