import { get, isList, isMap, isString, type Json } from '../model/tree.ts';
import { parse } from '../parse/index.ts';

/** The sources of all starters: texts by their path below `templates/starters`, with `/` between its parts. */
export type Sources = ReadonlyMap<string, string>;

/** What `starter.yaml` says of one. */
export interface Starter {
  /** The name of its folder, which `synth init` takes. */
  readonly id: string;
  readonly title: string;
  /** What it does, as a sentence. */
  readonly summary: string;
  /** What it consists of, as sentences in Markdown. */
  readonly parts: readonly string[];
  /** The packages that its code in TypeScript imports. */
  readonly packages: readonly string[];
  /** Those of them that the runtime does not have. */
  readonly bundled: readonly string[];
  /** Imports that esbuild leaves as they are, beside the AWS SDK. */
  readonly external: readonly string[];
  /** Where TypeScript finds imports that exist only at runtime. */
  readonly paths: Json | undefined;
}

/** All starters, by their ids. */
export const startersIn = (sources: Sources): Starter[] =>
  [...sources.keys()]
    .flatMap((path) => /^([a-z-]+)\/starter\.yaml$/.exec(path)?.[1] ?? [])
    .sort()
    .map((id) => read(id, parse(sources.get(`${id}/starter.yaml`)!).root));

const read = (id: string, root: Json): Starter => ({
  id,
  title: textAt(root, 'title'),
  summary: textAt(root, 'summary'),
  parts: textsAt(root, 'parts'),
  packages: textsAt(root, 'node'),
  bundled: textsAt(root, 'bundled'),
  external: textsAt(root, 'external'),
  paths: get(root, 'paths'),
});

const textAt = (root: Json, key: string): string => {
  const value = get(root, key);
  return isString(value) ? value : '';
};

const textsAt = (root: Json, key: string): string[] => {
  const value = get(root, key);
  return isList(value) ? value.filter(isString) : [];
};

/** The versions of packages that starters ask for. */
export const versionsIn = (sources: Sources): ReadonlyMap<string, string> => {
  const { root } = parse(sources.get('_versions.yaml') ?? '');
  return new Map(isMap(root) ? Object.entries(root).map(([name, version]) => [name, String(version)]) : []);
};
