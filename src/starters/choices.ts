import { runtimeIds } from '../lint/facts/functions/runtime-ids.ts';
import { runtimes } from '../lint/facts/functions/runtimes.ts';
import { isPublished } from './published.ts';

export type Language = 'node' | 'python';
export type Form = 'spec' | 'sam';

/** What a person decides of a starter. */
export interface Choices {
  /** The name of the project: of its folder and its package. */
  readonly name: string;
  /** A runtime that `runtimesOn` lists. */
  readonly runtime: string;
  readonly form: Form;
  readonly region: string;
  /** The version of synth that the project asks for. */
  readonly version: string;
}

/** What a runtime is called without its version, by the language of the code. */
const families: Readonly<Record<Language, RegExp>> = { node: /^nodejs(\d+)\.x$/, python: /^python(3\.\d+)$/ };

/** The language of a runtime that there are starters for. */
export const languageOf = (runtime: string): Language => (families.python.test(runtime) ? 'python' : 'node');

/**
 * How the command is called in a project: the one that it installs, or the same version from npm. While npm does not have
 * it, nothing is fetched: somebody else could publish under its name.
 */
export const commandFor = ({ runtime, version }: Pick<Choices, 'runtime' | 'version'>): string => {
  if (languageOf(runtime) === 'node') return 'npx sam-synth';
  return isPublished ? `npx --yes sam-synth@${version}` : 'npx --no sam-synth';
};

/** The file that `npm pack` makes of synth. */
export const tarballOf = (version: string): string => `sam-synth-${version}.tgz`;

/** The command that brings what a project needs, synth too; undefined if it needs nothing. */
export const installFor = ({ runtime, version }: Pick<Choices, 'runtime' | 'version'>): string | undefined => {
  const isNode = languageOf(runtime) === 'node';
  if (isPublished) return isNode ? 'npm install' : undefined;
  return `npm install ${isNode ? '--save-dev' : '--no-save'} ./${tarballOf(version)}`;
};

/** The version in the name of a runtime: `22` of `nodejs22.x`. */
export const versionOf = (runtime: string): string => families[languageOf(runtime)].exec(runtime)?.[1] ?? '';

/**
 * The runtimes of starters that Lambda still creates functions with, the newest of each language last.
 * @param today as `2030-12-31`
 */
export const runtimesOn = (today: string): string[] => {
  const isCurrent = (id: string): boolean => !((runtimes.get(id)?.deprecated ?? '9999') <= today);
  return [...runtimeIds].filter((id) => Object.values(families).some((family) => family.test(id)) && isCurrent(id));
};

/** The starter that is taken where none is named. */
export const usualStarter = 'http-api';

/** The runtime of a project where no other is named. */
export const usualRuntime: Readonly<Record<Language, string>> = { node: 'nodejs22.x', python: 'python3.13' };
