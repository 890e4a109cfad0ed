import { message, type Problem } from '../model/problem.ts';
import { toProblems } from '../report/problems.ts';

const Unfinished = message(
  'internal-error',
  'error',
  (what: string, detail: string) =>
    `synth could not ${what} this template (${detail}). Please report it with the template.`,
);

/** An error of synth itself as a problem of the template that it happened on, so that the others go on. */
export const unfinished = (what: 'compare' | 'review', file: string | undefined, error: unknown): Problem[] =>
  toProblems([Unfinished(what, String(error))], file);
