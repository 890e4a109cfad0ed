import type { Cause } from './origin.ts';
import type { Json, JsonMap } from './tree.ts';

/** A property that names a local file. */
export interface NamedFile {
  /** The path of the nested template that names it, from the folder of the outermost one; undefined for that itself. */
  readonly template: string | undefined;
  /** The resource that names it: its logical id in the source; empty for the template's `Metadata`. */
  readonly logicalId: string;
  /** The property that names it: `CodeUri`, `Command.ScriptLocation`. */
  readonly property: string;
}

/** What a resource says of itself beside its code. */
export interface CodeOwner {
  readonly type: string;
  readonly properties: JsonMap;
  readonly metadata: Json | undefined;
}

/** How an image is built from its folder. */
export interface ImageBuild {
  readonly dockerfile: string;
  /** The stage of the Dockerfile; the last one when not given. */
  readonly target?: string | undefined;
  readonly args: Readonly<Record<string, string>>;
  readonly architecture: 'x86_64' | 'arm64';
}

/** A file in S3 that the template names and that is made from local files. */
export interface Artifact extends NamedFile {
  /** The local path, from the folder of the outermost template. */
  readonly path: string;
  /** Where what is uploaded lies, where it was built from what is at the path. */
  readonly built?: string | undefined;
  readonly owner: CodeOwner;
  /** How the file is made: an archive, a copy of the file, the expansion of a template, or an image built from a folder. */
  readonly made: 'archive' | 'file' | 'template' | 'image';
  /** The name of the file in S3, without the prefix: a digest of its contents. */
  readonly name: string;
  /** The expanded template, where it is one. */
  readonly expanded?: JsonMap | undefined;
  readonly image?: ImageBuild | undefined;
  readonly at: Cause | undefined;
}
