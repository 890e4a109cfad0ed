import type { NamedFile } from '../model/artifact.ts';
import type { Reader } from '../model/reader.ts';
import type { Json } from '../model/tree.ts';

/** Where a packaging step will have put local code. */
export interface ArtifactLocation {
  readonly bucket: string;
  readonly prefix?: string | undefined;
}

/** The region a template is for when none is given. */
export const defaultRegion = 'us-east-1';

export interface ExpandOptions {
  /** The template's path, for messages and relative locations. */
  readonly path?: string | undefined;
  /** The stage of a compact spec that has `stages`; its base when not given. */
  readonly stage?: string | undefined;
  /** Values of template parameters; the others take their defaults. */
  readonly parameters?: Readonly<Record<string, Json>> | undefined;
  /** Parameters that the deployment gives a value that is not known: their defaults do not count. */
  readonly unknownParameters?: readonly string[] | undefined;
  /** The region the template is for; it decides the partition too. `us-east-1` when not given. */
  readonly region?: string | undefined;
  /** The template URL of an application of the Serverless Application Repository; undefined when it is not known. */
  readonly resolveApplication?:
    | ((applicationId: string, semanticVersion: string | undefined) => string | undefined)
    | undefined;
  readonly reader?: Reader | undefined;
  /** Whether `AWS::Include` and rules may read files outside the folder of the template; no when not given. */
  readonly includeOutside?: boolean | undefined;
  /** Where the code of a resource lies once it was built: an absolute path. Other code is packaged as it is. */
  readonly builtCode?: ((named: NamedFile) => string | undefined) | undefined;
  /** Where local code will be; without it the bucket that `cdk bootstrap` makes. */
  readonly artifacts?: ArtifactLocation | undefined;
  /** Seconds since 1970, for `AlwaysDeploy`. Without it the deployment of such an API depends on its document only. */
  readonly now?: number | undefined;
  /**
   * Whether the template is looked at before `sam build`: local code need not be there yet, and an image that has a
   * Dockerfile in its `Metadata` needs no `ImageUri`.
   */
  readonly beforeBuild?: boolean | undefined;
}
