import type { Cause } from './origin.ts';
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
  /** Whether they join those of other APIs, or make a group of their own under the same id. */
  readonly group: 'shared' | 'alone';
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

/** A path and method that an event adds to an API whose definition the transform writes. */
export interface ApiRoute {
  readonly path: string;
  readonly method: string;
  /** The event names path and method itself. */
  readonly written: boolean;
}
export const apiRoutes = channel<ApiRoute>('API routes');

/** A condition that a whole path of an API depends on. */
export interface ApiPathCondition {
  readonly path: string;
  readonly condition: string;
  /** The transform made the condition from several. */
  readonly combined: boolean;
}
export const apiPathConditions = channel<ApiPathCondition>('API path conditions');

/** An API without a definition of its own: the transform writes it. */
export const managedApis = channel<true>('managed APIs');

/** What a method of a REST API calls. */
export type RestIntegration =
  | {
      readonly kind: 'function';
      /** Text of an `Fn::Sub`. */
      readonly uri: string;
      /** The text has the logical id of the function itself, not that of an alias. */
      readonly direct: boolean;
    }
  | { readonly kind: 'stateMachine'; readonly credentials: JsonMap; readonly template: JsonMap };

/** The model that request bodies of a method must fit. */
export interface RequestModel {
  /** What the event says about it. */
  readonly settings: JsonMap;
  readonly name: string;
  readonly body: boolean | undefined;
  readonly parameters: boolean | undefined;
}

/** A parameter of requests that a method needs, or that is part of its cache key. */
export interface RequestParameter {
  /** `method.request.header.Name` */
  readonly whole: string;
  readonly location: string;
  readonly name: string;
  readonly settings: JsonMap;
  readonly cause: Cause | undefined;
}

/** A method of a REST API, as an event describes it. */
export interface RestOperation {
  readonly path: string;
  readonly method: string;
  readonly integration: RestIntegration;
  /** The condition of the resource that is called. */
  readonly condition: string | undefined;
  /** The stage that resource policies speak of; that of the API where undefined. */
  readonly stage: Json | undefined;
  /** The event's properties. */
  readonly event: JsonMap;
  /** Whether the event's `Auth` changes the method in the author's definition too. */
  readonly overridesAuth: boolean;
  readonly model: RequestModel | undefined;
  readonly parameters: readonly RequestParameter[];
}
export const restOperations = channel<RestOperation>('REST operations');

/** The literal name of a function with an event on a REST API: a new name needs a new deployment. */
export const restFunctionNames = channel<Json>('REST function names');

/** A stage that the usage plan of all APIs has. */
export interface SharedUsage {
  readonly apiId: string;
  readonly stageId: string;
  /** Properties of the plan. */
  readonly plan: JsonMap;
  /** Tags for the key; undefined for none. */
  readonly tags: Json[] | undefined;
  readonly attributes: Attributes;
}
export const sharedUsage = channel<SharedUsage>('shared usage plan');

/** A route that an event gives to an API in the form of an HTTP API. */
export interface HttpRoute {
  readonly path: string;
  readonly method: string;
  /** The path is written in the template. */
  readonly written: boolean;
  /** The `uri` of the integration: text of an `Fn::Sub`. */
  readonly uri: string;
  /** The text has the logical id of the function itself, not that of an alias. */
  readonly direct: boolean;
  /** Further settings of the integration, by their names in the definition. */
  readonly integration: JsonMap;
  /** The name of an authorizer and its scopes. */
  readonly security: JsonMap | undefined;
  /** The condition of the function. */
  readonly condition: string | undefined;
}
export const httpRoutes = channel<HttpRoute>('HTTP routes');

/** The function or alias that an event gives the default route of an API to. */
export const httpDefaultRoutes = channel<string>('HTTP default routes');

/** Stage settings that an event gives to its route. */
export interface HttpRouteSettings {
  /** The key of the route on the stage. */
  readonly route: string;
  readonly settings: JsonMap;
  readonly condition: string | undefined;
}
export const httpRouteSettings = channel<HttpRouteSettings>('HTTP route settings');
