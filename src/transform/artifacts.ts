import type { Artifact, CodeOwner, ImageBuild, NamedFile } from '../model/artifact.ts';
import type { Cause } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { CannotRead, type PackagedAs } from '../model/reader.ts';
import type { Json } from '../model/tree.ts';
import { checkDefinition } from '../openapi/check.ts';
import { archiveFaults } from '../packaging/archives.ts';
import { bootstrap } from '../packaging/bootstrap.ts';
import type { ObjectPlace } from '../packaging/forms.ts';
import { nameOf, type PackagedProperty } from '../packaging/properties.ts';
import { digestOf, templateText } from '../packaging/template-text.ts';
import type { Report } from '../schema/check.ts';
import type { ExpandNested } from './nested.ts';
import type { ExpandOptions } from './options.ts';
import { mayRead, readLocal } from './read.ts';

const NoSuchPath = message('path-not-found', 'error', (path: string) => `There is no file or folder '${path}'.`);
const NotBuilt = message(
  'path-not-found',
  'warning',
  (path: string) => `There is no file or folder '${path}'; it must be there when the template is deployed.`,
);
const NotThere = message(
  'path-not-found',
  'warning',
  (path: string) => `There is no file '${path}'; it must be there when the application is published.`,
);
const NotLooked = message(
  'local-path-not-read',
  'info',
  (path: string) =>
    `'${path}' was not looked at; its key is made from the path's text and stays the same when the code changes.`,
);
const NotAFile = message(
  'path-not-file',
  'error',
  (path: string, name: string) => `'${path}' is a folder; '${name}' takes a file.`,
);
const NotChecked = message(
  'include-outside',
  'info',
  (path: string) =>
    `'${path}' is outside the folder of the template, so it was not checked. Allow that with '--include-outside' (in the library 'includeOutside').`,
);
const NotExpanded = message(
  'include-outside',
  'warning',
  (path: string) =>
    `'${path}' is outside the folder of the template, so it was not read, and its key does not cover the files that it names. Allow that with '--include-outside' (in the library 'includeOutside').`,
);

/** What a nested template is given: the values that are known, and the parameters that are given other ones. */
export interface GivenValues {
  readonly parameters: Readonly<Record<string, Json>>;
  readonly unknownParameters: readonly string[];
}

/** A local path at its place in the template. */
export interface LocalFile {
  readonly property: PackagedProperty;
  readonly path: string;
  readonly at: Cause | undefined;
  readonly logicalId: string;
  readonly owner: CodeOwner;
  /** Of the folder of an image: how it is built. */
  readonly image?: ImageBuild | undefined;
  /** Of a nested template: what its parameters are given. */
  readonly given?: GivenValues | undefined;
  readonly report: Report;
}

/** The files in S3 that a template names: each named by its contents, so that the same code gives the same template. */
export class Artifacts {
  readonly all: Artifact[] = [];
  /** What is in `all`: stacks that nest the same template share what it names. */
  readonly #known = new Set<string>();
  readonly #options: ExpandOptions;
  readonly #expandNested: ExpandNested;

  constructor(options: ExpandOptions, expandNested: ExpandNested) {
    this.#options = options;
    this.#expandNested = expandNested;
  }

  /** Where a local file will be in S3; undefined for one that is missing and that no stack needs. A path that cannot be packaged is reported. */
  place(local: LocalFile): ObjectPlace | undefined {
    if (local.property.published && this.#isMissing(local.path)) {
      local.report(NotThere(local.path), local.at);
      return undefined;
    }
    if (local.image) return { bucket: bootstrap.repository, key: this.#nameOf(local) ?? digestOf(local.path) };
    const { bucket = bootstrap.bucket, prefix = '' } = this.#options.artifacts ?? {};
    // Without contents the text of the path has to do.
    const name = this.#nameOf(local) ?? digestOf(local.path);
    return { bucket, key: prefix === '' ? name : `${prefix}/${name}` };
  }

  /** Whether there is certainly nothing at a path. */
  #isMissing(path: string): boolean {
    const { reader } = this.#options;
    return reader !== undefined && reader.kind(path) === undefined && !reader.fault?.(path);
  }

  /** The digest that names the file; undefined where nothing is known to make it from. */
  #nameOf(local: LocalFile): string | undefined {
    const { path, property, at, report } = local;
    const { reader, beforeBuild } = this.#options;
    if (reader === undefined) {
      report(NotLooked(path), at);
      return undefined;
    }
    const kind = reader.kind(path);
    if (kind === undefined) {
      const fault = reader.fault?.(path);
      if (fault) report(CannotRead(path, fault), at);
      else report(beforeBuild ? NotBuilt(path) : NoSuchPath(path), at);
      return undefined;
    }
    if (local.image) return this.#image(local, local.image);
    const isCode = property.holds === 'archive' || property.holds === 'bundle';
    if (kind === 'directory' && !isCode) {
      report(NotAFile(path, nameOf(property)), at);
      return undefined;
    }
    if (property.holds === 'template') return this.#template(local);
    if (property.holds === 'openapi') this.#check(local);
    return this.#file(local, property.holds === 'archive' || kind === 'directory' ? 'archive' : 'file');
  }

  #file(local: LocalFile, made: PackagedAs): string | undefined {
    const { path, property, logicalId, at, report } = local;
    const reader = this.#options.reader!;
    const named: NamedFile = { template: undefined, logicalId, property: nameOf(property) };
    const built = property.holds === 'archive' ? this.#options.builtCode?.(named) : undefined;
    const name = reader.fingerprint(built ?? path, made);
    if (name !== undefined) {
      this.#add(local, { made: built === undefined ? made : 'archive', name, built });
      const ready = made === 'archive' && built === undefined ? reader.archive?.(path) : undefined;
      for (const fault of ready ? archiveFaults(path, nameOf(property), ready) : []) report(fault, at);
    } else report(CannotRead(path, reader.fault?.(built ?? path) ?? { path, reason: 'it could not be read' }), at);
    return name;
  }

  #image(local: LocalFile, image: ImageBuild): string | undefined {
    const { path, at, report } = local;
    const reader = this.#options.reader!;
    const contents = reader.fingerprint(path, 'archive', image.dockerfile);
    if (contents === undefined) {
      report(CannotRead(path, reader.fault?.(path) ?? { path, reason: 'it could not be read' }), at);
      return undefined;
    }
    const name = digestOf(JSON.stringify([contents, image]));
    this.#add(local, { made: 'image', name, image });
    return name;
  }

  #template(local: LocalFile): string | undefined {
    const { path, at, report } = local;
    if (!mayRead(path, this.#options)) {
      report(NotExpanded(path), at);
      return this.#options.reader!.fingerprint(path, 'file');
    }
    const nested = this.#expandNested(local);
    if (nested === undefined) return undefined;
    const name = digestOf(templateText(nested.template));
    for (const artifact of nested.artifacts) this.#take(artifact);
    this.#add(local, { made: 'template', name, expanded: nested.template });
    return name;
  }

  #add(local: LocalFile, made: Pick<Artifact, 'made' | 'name' | 'expanded' | 'built' | 'image'>): void {
    const { logicalId, property, path, at, owner } = local;
    this.#take({ template: undefined, logicalId, owner, property: nameOf(property), path, at, ...made });
  }

  #take(artifact: Artifact): void {
    const { template, logicalId, property, name, made, path } = artifact;
    const key = JSON.stringify([template, logicalId, property, name, made, path]);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.all.push(artifact);
  }

  /** Checks an API's definition, which is API Gateway's alone. */
  #check({ path, at, report }: LocalFile): void {
    if (!mayRead(path, this.#options)) return report(NotChecked(path), at);
    const definition = readLocal(path, this.#options, report);
    if (definition !== undefined) checkDefinition(definition, report);
  }
}
