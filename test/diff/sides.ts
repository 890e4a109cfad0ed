import { bundledSpecs } from '../../src/cli/specs.ts';
import type { ResourceChange } from '../../src/diff/compare/changes.ts';
import { type Change, type DiffInput, type DiffResult, diff } from '../../src/diff/index.ts';
import { specsFrom } from '../../src/lint/specs.ts';

export const specs = specsFrom(bundledSpecs);

type Options = Omit<DiffInput, 'template'>;

/** Compares two templates, given as texts, as `synth diff` does. */
export const diffOf = (before: string, after: string, options: Options = {}): DiffResult =>
  diff(
    { path: 'old.yaml', ...options, template: before },
    { path: 'new.yaml', ...options, template: after },
    { specs: bundledSpecs },
  );

/** As `diffOf`, for templates that must be right. */
export const comparedOf = (before: string, after: string, options: Options = {}) => {
  return changeOf(before, after, options).compared;
};

/** What lies between two templates that must be right. */
export const changeOf = (before: string, after: string, options: Options = {}): Change => {
  const { change, problems } = diffOf(before, after, options);
  if (!change) throw new Error(JSON.stringify(problems));
  return change;
};

/** A fate with a question mark where it is not certain. */
export const fateOf = ({ fate, certain }: ResourceChange): string => `${fate}${certain ? '' : '?'}`;

/** What becomes of each resource that changes. */
export const fatesOf = (before: string, after: string, options: Options = {}): Record<string, string> =>
  Object.fromEntries(comparedOf(before, after, options).resources.map((each) => [each.id, fateOf(each)]));
