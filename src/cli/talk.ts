import { fileReader } from '../files/reader.ts';
import type { Source } from '../model/origin.ts';
import type { Problem } from '../model/problem.ts';
import { printable, printableLines } from '../report/printable.ts';
import { summary, toText } from '../report/text.ts';
import { coloured, writeError } from './streams.ts';
import { type ExitCode, exitCode, type UsageError } from './usage.ts';

/** Prints problems on stderr, with the text of the files they are in. */
export const tellProblems = async (problems: readonly Problem[], texts: ReadonlyMap<string, string>): Promise<void> =>
  writeError(problemText(problems, texts, coloured(2)));

/** Problems for people, with the lines around them and how many there are. */
export const problemText = (
  problems: readonly Problem[],
  texts: ReadonlyMap<string, string>,
  colour: boolean,
): string => {
  const sources = new Map<string, Source>([...texts].map(([file, text]) => [file, { file, text }]));
  const text = toText(problems, { colour, source: (file) => sources.get(file) ?? sourceOf(file) });
  return problems.length > 1 ? `${text}${summary(problems)}\n` : text;
};

/** The text of an included file. */
const sourceOf = (file: string): Source | undefined => {
  const text = fileReader('.').text(file);
  return text === undefined ? undefined : { file, text };
};

/** Prints why the command cannot go on. */
export const complain = async ({ message, hint }: UsageError): Promise<ExitCode> => {
  await writeError(`synth: ${printable(message)}\n${hint === undefined ? '' : `${printableLines(hint)}\n`}`);
  return exitCode.unusable;
};
