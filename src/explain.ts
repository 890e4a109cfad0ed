import { carriedOut, optionFaults } from './model/options.ts';
import type { Finding, Problem } from './model/problem.ts';
import { explain as explainIn } from './report/explain/explain.ts';
import type { Explanation } from './report/explain/explanation.ts';
import { toProblems } from './report/problems.ts';
import { inWords } from './spec/words.ts';
import { type ExpandOptions, transform } from './transform/index.ts';
import { readDocument } from './transform/read.ts';

export type { Explanation } from './report/explain/explanation.ts';

/**
 * Tells what a template, or a part of it, became and what a generated resource is there for.
 * @param target a logical id, a JSON pointer into the expanded template, or a line; nothing, or the empty pointer, for an overview
 * @returns the explanation, absent where the template cannot be read, and everything that was found
 */
export const explain = (
  input: string | Uint8Array | object,
  target?: string,
  options: ExpandOptions = {},
): { explanation?: Explanation; problems: Problem[] } =>
  carriedOut(
    options,
    optionFaults({ target }),
    (usable, faults) => explained(input, target, usable, faults),
    (faults) => ({ problems: toProblems(faults, undefined) }),
  );

const explained = (
  input: string | Uint8Array | object,
  target: string | undefined,
  options: ExpandOptions,
  faults: readonly Finding[],
): { explanation?: Explanation; problems: Problem[] } => {
  const { path, reader } = options;
  const document = readDocument(input, options);
  const { attempt, findings, artifacts } = transform(document, options);
  const problems = toProblems([...faults, ...inWords(findings.all, document.compact)], path);
  if (attempt === undefined) return { problems };
  const { written, word } = document.compact ?? {};
  const subject = {
    ...attempt,
    written,
    word:
      word &&
      ((property: string, id: string | undefined) => word(property, { text: '', logicalId: id, eventId: undefined })),
    path,
    artifacts,
    list: reader?.list,
  };
  return { explanation: explainIn(subject, target), problems };
};
