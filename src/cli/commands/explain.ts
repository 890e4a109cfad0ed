import { existsSync } from 'node:fs';
import { explain } from '../../explain.ts';
import { fileReader } from '../../files/reader.ts';
import type { Source } from '../../model/origin.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import { explanationText } from '../../report/explain/text.ts';
import { inputFrom, readInput } from '../inputs.ts';
import { readerFor } from '../reading.ts';
import { settled } from '../settings/settled.ts';
import { coloured, writeOut } from '../streams.ts';
import { tellProblems } from '../talk.ts';
import { type TransformFlags, transformOptions } from '../transform-options.ts';
import { UnknownParameters } from '../unknown-parameters.ts';
import { type ExitCode, exitCode } from '../usage.ts';

/** `synth explain`: what a template, a resource, a value or a line became, and what a generated thing is there for. */
export const runExplain = async (
  file: string | undefined,
  target: string | undefined,
  flags: TransformFlags,
): Promise<ExitCode> => {
  const { paths, wanted } = told(file, target);
  const input = await inputFrom(paths[0], flags);
  const bytes = await readInput(input);
  const reader = readerFor(input);
  const options = transformOptions(await settled('explain', input, flags, bytes));
  const unknown = new UnknownParameters(flags);
  if (unknown.areGiven) unknown.noteDocument(parse(bytes, input.name), input, options);
  await unknown.tell();
  const { explanation, problems } = explain(bytes, wanted, {
    ...options,
    path: input.name,
    reader,
  });
  const { text } = readText(bytes);
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) await tellProblems(errors, new Map([[input.name, text]]));
  if (explanation === undefined) return exitCode.problems;
  const source = (name: string): Source | undefined => sourceOf(name, input.name, text);
  await writeOut(explanationText(explanation, { file: input.name, colour: coloured(1), source }));
  const isFound = explanation.kind !== 'nothing' && explanation.kind !== 'no line';
  return !isFound || errors.length > 0 ? exitCode.problems : exitCode.done;
};

/**
 * `synth explain Orders` means the template of this folder, unless there is such a file, and `template.yaml:12:5` a place
 * in one, as problems name it.
 */
const told = (file: string | undefined, target: string | undefined) => {
  if (file === undefined) return { paths: [], wanted: undefined };
  if (target !== undefined || file === '-' || existsSync(file)) return { paths: [file], wanted: target };
  const [, named, place] = /^(.+?):(\d+(?::\d+)?)$/s.exec(file) ?? [];
  if (named !== undefined && existsSync(named)) return { paths: [named], wanted: place };
  const isTarget = /^(?:\w+|:?\d+(?::\d+)?|\/[A-Z]\w*(?:\/.*)?)$/s.test(file);
  return isTarget ? { paths: [], wanted: file } : { paths: [file], wanted: target };
};

const sourceOf = (name: string, template: string, text: string): Source | undefined => {
  const found = name === template ? text : fileReader('.').text(name);
  return found === undefined ? undefined : { file: name, text: found };
};
