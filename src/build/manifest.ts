import type { Artifact } from '../model/artifact.ts';
import type { WrittenFile } from '../model/build-files.ts';
import { get, isList, isMap, isString, type Json } from '../model/tree.ts';
import { fileNames, type Stack } from './stack.ts';
import type { Tie } from './ties.ts';

/** The file that every output of `synth build` has. A compact spec may have the same name, so its contents decide. */
export const manifestName = 'synth.json';

/** The assembly of a CDK app, which every output has too. */
export const assemblyName = 'manifest.json';

/** A property that names a packaged file. */
export interface User {
  /** The nested template that it stands in; the outermost one when not given. */
  readonly template?: string;
  readonly resource: string;
  readonly property: string;
}

/** A packaged file as the manifest lists it. */
export interface ListedFile extends WrittenFile {
  /** What it is called in S3, without the prefix. */
  readonly name: string;
  /** Where it lies in the output. */
  readonly file: string;
  readonly made: Artifact['made'];
  /** What it is made from, relative to the folder of the template. */
  readonly path: string;
  /** Of an archive: how many entries it has, and their bytes before packing. */
  readonly entries?: number;
  readonly unpacked?: number;
  readonly users: readonly User[];
}

/** What an output holds, and what it was made for: `synth.json`. */
export interface Manifest {
  readonly version: 1;
  readonly stack: Stack;
  /** The file of the outermost template, and its size. */
  readonly template: string;
  readonly templateBytes: number;
  /** What the deployment has to agree to. */
  readonly capabilities: readonly string[];
  /** The parameters that have no value yet: the first deployment has to give them one. */
  readonly needs: readonly string[];
  /** Where the files go. */
  readonly bucket: string;
  readonly prefix: string;
  readonly files: readonly ListedFile[];
  readonly ties: readonly Tie[];
}

/** The files of an earlier output, by their names in S3; none where its manifest cannot be understood. */
export const filesIn = (manifest: Json | undefined): ReadonlyMap<string, ListedFile> => {
  const files = get(manifest, 'files');
  const known = new Map<string, ListedFile>();
  for (const file of Array.isArray(files) ? files : []) {
    const [name, sha256, bytes] = [get(file, 'name'), get(file, 'sha256'), get(file, 'bytes')];
    if (isMap(file) && isString(name) && isString(sha256) && typeof bytes === 'number') {
      known.set(name, file as unknown as ListedFile);
    }
  }
  return known;
};

/** The names that a build wrote in the folder of an output; undefined where the manifest is not one of a build. */
export const topNames = (manifest: Json | undefined): ReadonlySet<string> | undefined => {
  const [name, files] = [get(get(manifest, 'stack'), 'name'), get(manifest, 'files')];
  if (get(manifest, 'version') !== 1 || !isString(name) || !isList(files)) return undefined;
  const { template, assets } = fileNames({ name });
  if (get(manifest, 'template') !== template || filesIn(manifest).size !== files.length) return undefined;
  return new Set([manifestName, assemblyName, template, assets, 'assets', 'images']);
};
