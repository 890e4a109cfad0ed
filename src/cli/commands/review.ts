import { unfinished } from '../../diff/unfinished.ts';
import type { Document } from '../../parse/index.ts';
import { jsonText } from '../../report/json-text.ts';
import { printable, printableLines, withoutCommands } from '../../report/printable.ts';
import { type CanCall, canCall } from '../../review/can-call.ts';
import { type Review, type ReviewOptions, type ReviewResult, reviewDocument } from '../../review/index.ts';
import type { reviewFormats } from '../diff/kinds.ts';
import { documentOf, inFile } from '../diff/template-at.ts';
import { inputsFrom } from '../inputs.ts';
import { filesRead, type NamedFile, outputOf, refuseOverwriting } from '../overwriting.ts';
import { noting } from '../reading.ts';
import { settled } from '../settings/settled.ts';
import { bundledSpecs } from '../specs.ts';
import { coloured, writeError, writeOut } from '../streams.ts';
import { complain, tellProblems } from '../talk.ts';
import { transformOptions, type ValueFlags } from '../transform-options.ts';
import { UnknownParameters } from '../unknown-parameters.ts';
import { type ExitCode, exitCode, UsageError, worst } from '../usage.ts';
import { writeFile } from '../write-file.ts';

/** What `synth review` was asked, as commander hands it over. */
export interface ReviewFlags extends ValueFlags {
  readonly format: (typeof reviewFormats)[number];
  readonly out?: string | undefined;
  /** `FROM TO`, two logical ids. */
  readonly can?: readonly string[] | undefined;
}

/** `synth review`: who may do what and call what in templates, one by one. */
export const runReview = async (paths: readonly string[], flags: ReviewFlags): Promise<ExitCode> => {
  checkFormat(flags);
  const reviews: { name: string; review: Review }[] = [];
  let code: ExitCode = exitCode.done;
  const [ids, templates] = flags.can === undefined ? [[], []] : [flags.can.slice(0, 2), flags.can.slice(2)];
  const inputs = await inputsFrom([...paths, ...templates], flags);
  refuseOverwriting(outputOf(flags.out), filesRead(inputs, flags));
  const included: NamedFile[] = [];
  const unknown = new UnknownParameters(flags);
  for (const input of inputs) {
    try {
      const found = await inFile(input);
      const template = { ...found, reader: noting(found.reader, input, included) };
      const document = documentOf(template);
      const options = transformOptions(await settled('review', input, flags, () => document));
      unknown.noteDocument(document, input, options);
      const { review, problems } = reviewed(document, {
        ...options,
        resolveApplication: (id: string) => `https://example.com/${id}.yaml`,
        path: template.name,
        reader: template.reader,
        specs: bundledSpecs,
      });
      if (review) reviews.push({ name: template.name, review });
      else {
        code = worst(code, exitCode.problems);
        await tellProblems(
          problems.filter(({ level }) => level === 'error'),
          new Map(),
        );
        await writeError(`synth: '${printable(template.name)}' is not reviewed, because it has errors.\n`);
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      code = worst(code, await complain(error));
    }
  }
  await unknown.tell();
  refuseOverwriting(outputOf(flags.out), included);
  const answers = flags.can === undefined ? undefined : answersOf(reviews, ids);
  const text = answers === undefined ? await formatted(reviews, flags) : answerText(answers, flags);
  if (flags.out === undefined || flags.out === '-') await writeOut(text);
  else writeFile(flags.out, text);
  return answers?.some(({ answer }) => answer !== 'yes') ? worst(code, exitCode.problems) : code;
};

/** Reviews a template; an error of synth itself is a problem of this one. */
const reviewed = (document: Document, options: ReviewOptions): ReviewResult => {
  try {
    return reviewDocument(document, options);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return { problems: unfinished('review', options.path, error) };
  }
};

/** What `--can` asked, answered for one template. */
interface Answered extends CanCall {
  readonly template: string;
  readonly from: string;
  readonly to: string;
}

const answersOf = (
  reviews: readonly { readonly name: string; readonly review: Review }[],
  [from, to]: readonly string[],
): Answered[] => {
  if (from === undefined || to === undefined)
    throw new UsageError("'--can' takes two logical ids.", "Write it as '--can Api Orders'.");
  return reviews.map(({ name, review }) => {
    const found = canCall(review, from, to);
    if (found.answer === 'no such resource') throw new UsageError(found.text);
    return { template: name, from, to, ...found };
  });
};

const answerText = (answers: readonly Answered[], { format }: ReviewFlags): string =>
  format === 'json'
    ? jsonText({ version: 1, answers })
    : answers.map(({ text }) => `${printableLines(text)}\n`).join('');

/** Refuses formats that an answer does not have. */
const checkFormat = ({ can, format }: ReviewFlags): void => {
  if (can === undefined || format === 'text' || format === 'json') return;
  throw new UsageError(`'--can' has no format '${format}'.`, "Use 'text' or 'json', or leave out '--can'.");
};

const formatted = async (
  reviews: readonly { readonly name: string; readonly review: Review }[],
  { format, out }: ReviewFlags,
): Promise<string> => {
  switch (format) {
    case 'json':
      return (await import('../../review/report/json.ts')).toJson(reviews);
    case 'markdown': {
      const { toMarkdown } = await import('../../review/report/markdown.ts');
      return reviews.map(({ name, review }) => toMarkdown(review, name)).join('\n');
    }
    case 'mermaid': {
      const [{ toMermaid }, { graphOf }] = [
        await import('../../review/mermaid.ts'),
        await import('../../review/graph.ts'),
      ];
      return reviews.map(({ review }) => toMermaid(graphOf(review.side))).join('\n');
    }
    default: {
      const { toText } = await import('../../review/report/text.ts');
      return withoutCommands(
        reviews.map(({ name, review }) => toText(review, name, out === undefined && coloured(1))).join('\n'),
      );
    }
  }
};
