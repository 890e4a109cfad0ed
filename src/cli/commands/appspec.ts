import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { appSpec } from '../../appspec.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { inlineScalar } from '../../spec/print/scalars.ts';
import { inputFrom, readInput } from '../inputs.ts';
import { readerFor } from '../reading.ts';
import { settled } from '../settings/settled.ts';
import { writeOut } from '../streams.ts';
import { tellProblems } from '../talk.ts';
import { type TransformFlags, transformOptions } from '../transform-options.ts';
import { UnknownParameters } from '../unknown-parameters.ts';
import { type ExitCode, exitCode } from '../usage.ts';

export interface AppSpecFlags extends TransformFlags {
  readonly current?: string | undefined;
  readonly target?: string | undefined;
}

/** `synth appspec`: what CodeDeploy needs to shift a function's traffic by hand. */
export const runAppSpec = async (file: string, id: string, flags: AppSpecFlags): Promise<ExitCode> => {
  const input = await inputFrom(file);
  const bytes = await readInput(input);
  const options = {
    ...transformOptions(await settled('appspec', input, flags, bytes)),
    path: input.name,
    reader: readerFor(input),
  };
  const unknown = new UnknownParameters(flags);
  if (unknown.areGiven) unknown.noteDocument(parse(bytes, input.name), input, options);
  await unknown.tell();
  const { appSpec: spec, problems } = appSpec(bytes, id, options);
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) await tellProblems(errors, new Map([[input.name, readText(bytes).text]]));
  if (spec === undefined) return exitCode.problems;
  const template = readFileSync(new URL('../templates/appspec/appspec.yaml.hbs', import.meta.url), 'utf8');
  const scalar = (text: string): string => inlineScalar(text, 'block');
  await writeOut(
    Handlebars.compile(template)({
      id: spec.id,
      name: scalar(spec.name),
      alias: scalar(spec.alias),
      current: scalar(flags.current ?? '<version that has the traffic>'),
      target: scalar(flags.target ?? '<version that gets it>'),
      hooks: spec.hooks.map((hook) => ({ event: hook.event, function: scalar(hook.function) })),
    }),
  );
  return exitCode.done;
};
