import { type SpecLoader, specsFrom } from '../lint/specs.ts';
import type { Problem } from '../model/problem.ts';
import type { Specs } from '../model/spec.ts';
import { toProblems } from '../report/problems.ts';
import { type ExpandOptions, transform } from '../transform/index.ts';
import { readDocument } from '../transform/read.ts';
import { type Compared, compare } from './compare/index.ts';
import type { Consequence } from './consequences/consequence.ts';
import { consequencesOf } from './consequences/index.ts';
import { type Side, sideOf } from './side.ts';

/** A template to be compared, and how it is expanded. Parameters that are not given stay unknown. */
export interface DiffInput extends ExpandOptions {
  /** YAML or JSON, a text or its bytes, or a template already read. SAM or plain CloudFormation. */
  readonly template: string | Uint8Array | object;
}

export interface DiffOptions {
  /** How the extracted specifications are read; without it nothing is known of replacements. */
  readonly specs?: SpecLoader | undefined;
}

/** What a change does: what differs, and what that brings about. */
export interface Change {
  readonly before: Side;
  readonly after: Side;
  readonly compared: Compared;
  readonly consequences: readonly Consequence[];
}

/** Two templates compared; `change` is absent where one of them has errors. */
export interface DiffResult {
  readonly change?: Change;
  /** What was found in each of them. */
  readonly problems: { readonly before: readonly Problem[]; readonly after: readonly Problem[] };
}

/** Tells what the deployment of `after` changes in a stack that was made of `before`. Never throws on bad input. */
export const diff = (before: DiffInput, after: DiffInput, options: DiffOptions = {}): DiffResult => {
  const specs = options.specs && specsFrom(options.specs);
  const [old, now] = [load(before, specs), load(after, specs)];
  const problems = { before: old.problems, after: now.problems };
  if (!old.side || !now.side) return { problems };
  return { change: changeBetween(old.side, now.side, specs), problems };
};

/** What lies between two templates that were made ready. */
const changeBetween = (before: Side, after: Side, specs: Specs | undefined): Change => {
  const compared = compare(before, after, specs);
  return { before, after, compared, consequences: consequencesOf(before, after, compared, specs) };
};

const load = (input: DiffInput, specs: Specs | undefined) => {
  const options: ExpandOptions = { ...input, beforeBuild: true };
  const { template, attempt, findings } = transform(readDocument(input.template, options), options);
  const given = { file: input.path, parameters: input.parameters, region: input.region };
  const side = template && attempt ? sideOf(attempt, given, specs) : undefined;
  return { side, problems: toProblems(findings.all, input.path) };
};
