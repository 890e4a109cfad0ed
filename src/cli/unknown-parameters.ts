import { didYouMean, nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';

/** The parameters that values were given for on the command line, and which of them no template has. */
export class UnknownParameters {
  readonly #known = new Set<string>();
  readonly #given: readonly string[];

  constructor(given: Readonly<Record<string, unknown>> = {}) {
    this.#given = Object.keys(given);
  }

  /** Whether there is anything to look for. */
  get areGiven(): boolean {
    return this.#given.length > 0;
  }

  /** Takes note of the parameters of a template. */
  note(names: readonly string[]): void {
    for (const name of names) this.#known.add(name);
  }

  /** What is to be said once all templates were read. */
  problems(): Problem[] {
    return this.#given
      .filter((name) => !this.#known.has(name))
      .map((name) => ({
        code: 'unknown-parameter',
        level: 'warning',
        message: `A value was given for the parameter '${name}', but no template has it.${didYouMean(nearest(name, this.#known))}`,
      }));
  }
}
