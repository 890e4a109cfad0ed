import { pseudoParameters } from '../lint/facts/templates/pseudo-parameters.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { type Message, message, type Problem } from '../model/problem.ts';
import { get, isMap } from '../model/tree.ts';
import type { Document } from '../parse/index.ts';
import type { ExpandOptions } from '../transform/options.ts';
import { lowered } from '../transform/read.ts';
import type { Input } from './inputs.ts';
import { parametersFrom } from './parameters.ts';
import { readerFor } from './reading.ts';
import { tellProblems } from './talk.ts';
import type { ValueFlags } from './transform-options.ts';

const NoSuchParameter = message(
  'unknown-parameter',
  'warning',
  (name: string, lacking: string, near: string | undefined) =>
    `A value was given for the parameter '${name}', but ${lacking}.${didYouMean(near)}`,
);

/** A message about what stands in no file. */
export const withoutPlace = ({ code, level, text }: Message): Problem => ({ code, level, message: text });

/** The parameters that values were given for on the command line, without those that every template has, and which of them no template has. */
export class UnknownParameters {
  readonly #known = new Set<string>();
  readonly #templates = new Set<string>();
  readonly #given: readonly string[];

  constructor({ parameters, parameter = [] }: Pick<ValueFlags, 'parameters' | 'parameter'>) {
    this.#given = Object.keys(parametersFrom(parameters, parameter)).filter((name) => !pseudoParameters.has(name));
  }

  /** Whether there is anything to look for. */
  get areGiven(): boolean {
    return this.#given.length > 0;
  }

  /** Takes note of the parameters of a template. */
  note(template: string, names: readonly string[]): void {
    this.#templates.add(template);
    for (const name of names) this.#known.add(name);
  }

  /** Takes note of the parameters of a template as it was read. */
  noteDocument(document: Document, input: Input, options: ExpandOptions): void {
    if (!this.areGiven) return;
    const { root } = lowered(document, { ...options, path: input.name, reader: readerFor(input) });
    const declared = get(root, 'Parameters');
    this.note(input.name, isMap(declared) ? Object.keys(declared) : []);
  }

  /** What is to be said once all templates were read. */
  problems(): Problem[] {
    const [template, ...others] = this.#templates;
    if (template === undefined) return [];
    const lacking =
      others.length === 0 ? `'${template}' has no such parameter` : `none of the ${others.length + 1} templates has it`;
    return this.#given
      .filter((name) => !this.#known.has(name))
      .map((name) => withoutPlace(NoSuchParameter(name, lacking, nearest(name, this.#known))));
  }

  /** Says it on stderr. */
  async tell(): Promise<void> {
    const problems = this.problems();
    if (problems.length > 0) await tellProblems(problems, new Map());
  }
}
