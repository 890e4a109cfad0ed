import { type ExpandResult, expand } from '../../expand.ts';
import { counted } from '../../model/counted.ts';
import type { Json } from '../../model/tree.ts';
import { readText } from '../../parse/text.ts';
import { jsonText, templateJson } from '../../report/json-text.ts';
import { printable } from '../../report/printable.ts';
import { toYaml } from '../../report/yaml.ts';
import type { ExpandOptions } from '../../transform/options.ts';
import { type Input, inputsFrom, readInput } from '../inputs.ts';
import { madeForText } from '../made-for.ts';
import { type Destination, destinationOf, type OutputOptions } from '../outputs.ts';
import { filesRead, type NamedFile, refuseOverwriting } from '../overwriting.ts';
import { noting, readerFor } from '../reading.ts';
import { settled } from '../settings/settled.ts';
import { writeError } from '../streams.ts';
import { complain, tellProblems } from '../talk.ts';
import { type TransformFlags, transformOptions } from '../transform-options.ts';
import { UnknownParameters } from '../unknown-parameters.ts';
import { type ExitCode, exitCode, UsageError, worst } from '../usage.ts';
import type { WatchFlags } from '../watch.ts';
import { writeFile } from '../write-file.ts';

/** What `synth expand` was asked, as commander hands it over. */
export interface ExpandFlags extends OutputOptions, TransformFlags, WatchFlags {
  readonly sourceMap?: string | undefined;
}

/** `synth expand`: each template in, CloudFormation out; a bad one does not stop the others. */
export const runExpand = async (paths: readonly string[], flags: ExpandFlags): Promise<ExitCode> => {
  const inputs = await inputsFrom(paths, flags);
  const destination = destinationOf(inputs, flags);
  if (flags.sourceMap !== undefined && inputs.length > 1) {
    throw new UsageError("'--source-map' takes one template.", 'Call synth once for each of them.');
  }
  const written = [
    ...destination.files,
    ...(flags.sourceMap === undefined ? [] : [{ path: flags.sourceMap, role: "'--source-map'" }]),
  ];
  refuseOverwriting(written, filesRead(inputs, flags));
  const unknown = new UnknownParameters(flags);
  let code: ExitCode = exitCode.done;
  let expanded = 0;
  for (const input of inputs) {
    try {
      const bytes = await readInput(input);
      const options = transformOptions(await settled('expand', input, flags, bytes));
      const included: NamedFile[] = [];
      const reader = noting(readerFor(input, [flags.out, flags.outDir, flags.sourceMap]), input, included);
      const result = expand(bytes, { ...options, path: input.name, reader });
      refuseOverwriting(written, included);
      unknown.note(input.name, Object.keys(result.template?.['Parameters'] ?? {}));
      code = worst(code, await deliver(input, bytes, result, destination, flags.sourceMap));
      await tellMadeFor(input, result, options);
      if (result.template !== undefined) expanded++;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      code = worst(code, await complain(error));
    }
  }
  if (code === exitCode.done) await unknown.tell();
  if (flags.watch) await writeError(`Expanded ${expanded} of ${counted(inputs.length, 'template')}.\n`);
  return code;
};

const deliver = async (
  input: Input,
  bytes: Uint8Array,
  { template, problems, sourceMap }: ExpandResult,
  destination: Destination,
  mapFile: string | undefined,
): Promise<ExitCode> => {
  if (problems.length > 0) await tellProblems(problems, new Map([[input.name, readText(bytes).text]]));
  if (template === undefined) return exitCode.problems;
  await destination.put(input, await textOf(template, destination.format));
  if (mapFile === undefined) return exitCode.done;
  const map = sourceMap();
  if (map === undefined)
    throw new UsageError(
      `'${mapFile}' is not written: aliases make more values of '${input.name}' than a source map takes.`,
      'Use fewer nested aliases.',
    );
  writeFile(mapFile, jsonText(map, 1));
  return exitCode.done;
};

/** Says on stderr for which values only the output is valid. */
const tellMadeFor = async (
  { name }: Input,
  { template, madeFor }: ExpandResult,
  options: ExpandOptions,
): Promise<void> => {
  const text = madeForText(madeFor, template as Json, options);
  if (text !== undefined) await writeError(`${printable(`${name}: ${text}`)}\n`);
};

const textOf = async (
  template: NonNullable<ExpandResult['template']>,
  format: Destination['format'],
): Promise<string> => {
  if (format === 'json') return templateJson(template as Json);
  return toYaml(template);
};
