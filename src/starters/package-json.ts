import type { Starter } from './starter.ts';

/** The packages of a project in TypeScript, with their versions. */
export interface Packages {
  /** What comes into the bundles. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** What the runtime has, and what checks, tests and builds. */
  readonly devDependencies: Readonly<Record<string, string>>;
}

const tools = ['@types/aws-lambda', '@types/node', 'esbuild', 'typescript'];

/**
 * The packages that a starter needs.
 * @param versions by name, or by scope for packages that are published together
 * @param synth the version of synth
 */
export const packagesOf = (
  { packages, bundled }: Starter,
  versions: ReadonlyMap<string, string>,
  synth: string,
): Packages => {
  const versionOf = (name: string): string => versions.get(name) ?? versions.get(name.split('/')[0]!) ?? '*';
  const withVersions = (names: readonly string[]): [string, string][] => names.map((name) => [name, versionOf(name)]);
  const provided = packages.filter((name) => !bundled.includes(name));
  return {
    dependencies: sorted(withVersions(bundled)),
    devDependencies: sorted([...withVersions([...provided, ...tools]), ['sam-synth', `^${synth}`]]),
  };
};

const sorted = (pairs: readonly [string, string][]): Record<string, string> =>
  Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));
