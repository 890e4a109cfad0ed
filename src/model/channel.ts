import type { Attributes } from './plugin.ts';
import type { Json, JsonMap } from './tree.ts';

/** A named, typed line on which one plugin hands something to another without either knowing the other. */
export interface Channel<T> {
  readonly name: string;
  /** Only for the type checker. */
  readonly item?: T;
}

const channel = <T>(name: string): Channel<T> => ({ name });

/** A notification that a bucket of the same template shall send to a function. */
export interface BucketNotification {
  /** Entries of `LambdaConfigurations`. */
  readonly configurations: readonly JsonMap[];
  /** The permission that must exist before the bucket. */
  readonly permissionId: string;
  /** The condition under which the permission exists. */
  readonly condition: string | undefined;
  /** Tags of the function that the bucket gets in place of its own. */
  readonly propagatedTags: JsonMap | undefined;
}
export const bucketNotifications = channel<BucketNotification>('bucket notifications');

/** A trigger of a user pool of the same template. */
export interface UserPoolTrigger {
  readonly triggers: readonly string[];
  readonly functionArn: Json;
}
export const userPoolTriggers = channel<UserPoolTrigger>('user pool triggers');

/** A function whose alias CodeDeploy shall shift, as far as the functions share what that needs. */
export interface Deployment {
  /** The condition under which it is deployed at all; undefined where that is always. */
  readonly condition: string | undefined;
  /** It brings its own role for CodeDeploy. */
  readonly ownRole: boolean;
  /** Tags for the shared application. */
  readonly tags: JsonMap | undefined;
}
export const deployments = channel<Deployment>('deployments');

/** Record sets that a custom domain needs in the group of its hosted zone. */
export interface RecordSets {
  /** The one property that names the zone: `HostedZoneId` or `HostedZoneName`. */
  readonly zone: JsonMap;
  readonly records: readonly JsonMap[];
  /** Taken by the group when these record sets are its first. */
  readonly attributes: Attributes;
}
export const recordSets = channel<RecordSets>('record sets');

/** What became of the connector it targets, or what has to wait for one of its policies. */
export type Connection =
  | { readonly kind: 'connector'; readonly made: readonly string[] }
  /** The target must not be created before the policy. */
  | { readonly kind: 'before resource'; readonly policyId: string }
  /** The same for the event source mapping from the target to a function, if there is exactly one. */
  | { readonly kind: 'before mapping'; readonly functionId: string; readonly policyId: string };
export const connections = channel<Connection>('connections');
