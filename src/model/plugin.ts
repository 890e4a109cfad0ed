import type { Channel } from './channel.ts';
import type { Cause } from './origin.ts';
import type { Message } from './problem.ts';
import type { Properties, Values } from './property.ts';
import type { Json, JsonMap, Step } from './tree.ts';

/**
 * When a type is expanded: functions and state machines first, because their events add to APIs; connectors last,
 * because they look at what has become of the others.
 */
export const phases = ['function', 'stateMachine', 'api', 'other', 'connector'] as const;
export type Phase = (typeof phases)[number];

/** The attributes of a resource beside `Type` and `Properties`. */
export type AttributeName =
  | 'Condition'
  | 'DependsOn'
  | 'DeletionPolicy'
  | 'UpdateReplacePolicy'
  | 'Metadata'
  | 'UpdatePolicy';
export type Attributes = { [Name in AttributeName]?: Json };

/** A resource as the author wrote it, with `Globals` merged in. Not checked. */
export interface SourceResource {
  readonly id: string;
  readonly type: string;
  /** The whole resource: `Type`, `Properties`, `Condition` … */
  readonly body: JsonMap;
  /** Its `Properties`, or an empty map where they are absent or no map. */
  readonly properties: JsonMap;
  readonly cause: Cause | undefined;
}

/** A resource of the expanded template. */
export interface Emitted {
  readonly id: string;
  readonly type: string;
  /** Left out altogether where undefined. */
  readonly properties: JsonMap | undefined;
  readonly attributes?: Attributes | undefined;
  readonly cause: Cause | undefined;
}

/** Something one resource gives to another one, or to a finisher. */
export interface Contribution<T> {
  /** The logical id of the resource it is meant for; the empty string where it is meant for all. */
  readonly target: string;
  readonly item: T;
  /** Who gave it: problems with it are theirs. */
  readonly logicalId: string;
  readonly eventId: string | undefined;
  readonly cause: Cause | undefined;
  /** How many contributions came before it, over any channel. */
  readonly order: number;
}

/** What every part of the expansion may do. */
export interface Context {
  readonly region: string;
  readonly partition: string;
  /** Seconds since 1970, for what depends on the clock; undefined where none was given. */
  readonly now: number | undefined;
  /** Whether what `sam build` makes need not be there yet. */
  readonly beforeBuild: boolean;

  /** The value with references to parameters and known pseudo parameters replaced; origins are kept. */
  resolve(value: Json): Json;
  /** The value with `Fn::FindInMap` over literal keys replaced by what the mapping holds. */
  findInMap(value: Json): Json;
  /** A resource of the source, whatever its type. */
  lookup(logicalId: string): SourceResource | undefined;
  /** All resources of the source in the order in which they are visited. */
  sources(): Iterable<SourceResource>;
  /**
   * The keys of a map in the order in which the transform visits them: for `Events` and what APIs are made from.
   * @param added keys that the transform puts in after those of the map
   */
  keys(map: JsonMap, added?: readonly string[]): string[];
  /** The template URL of a repository application, or undefined when it is not known. */
  application(id: string, version: string | undefined): string | undefined;
  /** The ARN of an AWS managed policy by its name, in this partition. */
  managedPolicyArn(name: string): string | undefined;
  /** What plugins keep of maps that several resources share, such as those of `Globals`, during this expansion. */
  readonly shared: WeakMap<JsonMap, Json>;

  /** Adds a resource to the expanded template. */
  emit(resource: Emitted): void;
  /** Hands something to the plugin or finisher that reads the channel. */
  contribute<T>(channel: Channel<T>, target: string, item: T, cause: Cause | undefined): void;
  /** Adds an entry to the template's `Conditions`. */
  addCondition(name: string, value: Json, cause: Cause | undefined): void;
  /** Tells whether the template (or the expansion so far) has a condition of that name. */
  hasCondition(name: string): boolean;
  /** Tells a problem of this resource or event; `generated` names the generated resource that is at fault instead. */
  report(message: Message, at: Cause | undefined, generated?: string): void;
  /** Reports and drops this resource or event. */
  fail(message: Message, at: Cause | undefined, generated?: string): never;
}

/** What a resource plugin sees. */
export interface ResourceContext<P extends Properties = Properties> extends Context {
  readonly id: string;
  readonly type: string;
  /** The checked properties. */
  readonly props: Values<P>;
  /** The same, as a map of the data tree. */
  readonly properties: JsonMap;
  /** All attributes as written. */
  readonly attributes: Attributes;
  /** Those that every generated resource gets: `Condition`, `DeletionPolicy`, `UpdateReplacePolicy`. */
  readonly inherited: Attributes;
  /** The place of this resource. */
  readonly cause: Cause | undefined;
  /** The place of a property, or of the nearest thing around it that has one. */
  at(...path: Step[]): Cause | undefined;
  /** A new map with the declared pass-through properties, under the names the generated resource gives them. */
  passed(): JsonMap;
  /** Makes `!Ref Id.name` and its like point to a generated resource. */
  refer(name: string, logicalId: string): void;
  /** Makes references to this resource point to another logical id. */
  rename(logicalId: string): void;
  contributions<T>(channel: Channel<T>): readonly Contribution<T>[];
  /** Blames a contribution. */
  blame(contribution: Contribution<unknown>, message: Message, at?: Cause | undefined): void;
  /** The logical ids of the resources of a type that this one and its events have made so far, in order. */
  made(type: string): readonly string[];
  /** Everything emitted so far under a logical id, and resources that are not SAM's. */
  expanded(logicalId: string): JsonMap | undefined;
  /** Attaches the named events under `Events` to a host, in that order; each event's problems stay its own. */
  attachEvents(host: EventHost, eventIds: readonly string[]): void;
  /** Has a resource of a type with a later phase expanded as a part of this one; its problems are this one's. */
  expandPart(part: Emitted): void;
}

export interface ResourcePlugin<P extends Properties = Properties> {
  readonly type: string;
  readonly phase: Phase;
  readonly properties: P;
  /** Properties that are not declared are refused, where this does not say that they have no effect. */
  readonly others?: 'ignored';
  expand(cx: ResourceContext<P>): void;
}

/** What an execution role can still be given before it is emitted. */
export interface RoleDraft {
  readonly id: string;
  /** Attaches a managed policy, unless the role has it; `cause` is what it is needed for. */
  addManagedPolicy(arn: Json, cause?: Cause | undefined): void;
  /** Adds an inline policy, unless the role has one with the same document. */
  addPolicy(policy: JsonMap): void;
}

/** The resource whose events are attached. */
export interface EventHost {
  readonly kind: 'function' | 'stateMachine';
  /** The logical id of the resource that events invoke: the function, its alias, the state machine. */
  readonly targetId: string;
  /** The ARN of that resource. */
  readonly arn: Json;
  /** The function itself, where `targetId` may be its alias. */
  readonly functionId: string;
  readonly role: RoleDraft | undefined;
  /** Tags for generated resources when `PropagateTags` is on. */
  readonly propagatedTags: JsonMap | undefined;
  /** Attributes that the host's generated resources inherit. */
  readonly inherited: Attributes;
  /** The host's own properties. */
  readonly properties: JsonMap;
}

/** What an event plugin sees. */
export interface EventContext<P extends Properties = Properties> extends Context {
  /** The event's key under `Events`. */
  readonly eventId: string;
  /** The resource that has the event. */
  readonly hostId: string;
  /** The host's logical id with the event's key: the usual prefix of what it generates. */
  readonly id: string;
  readonly host: EventHost;
  readonly props: Values<P>;
  readonly properties: JsonMap;
  /** The whole event, with `Type` and `Properties`. */
  readonly body: JsonMap;
  readonly cause: Cause | undefined;
  at(...path: Step[]): Cause | undefined;
  passed(): JsonMap;
  /** What has been handed to a resource on a channel so far. */
  contributions<T>(channel: Channel<T>, target: string): readonly Contribution<T>[];
}

/** The context of an event whatever its properties: what code that many events share can rely on. */
export type AnyEventContext = Omit<EventContext, 'props'>;

export interface EventPlugin<P extends Properties = Properties> {
  readonly type: string;
  readonly hosts: readonly EventHost['kind'][];
  readonly properties: P;
  attach(cx: EventContext<P>): void;
}

/** What a preparer may change before anything is expanded. */
export interface PrepareContext extends Context {
  /** Adds a resource to the source, as if the author had written it; one of the same id is replaced in its place. */
  addSource(id: string, body: JsonMap, cause: Cause | undefined): void;
  removeSource(id: string): void;
  /** Blames an event. */
  blame(logicalId: string, eventId: string, message: Message, at: Cause | undefined): void;
  /** The section of `Globals` for a type, unchecked; undefined when it is absent. */
  globals(type: string): JsonMap | undefined;
}

/** Looks at the whole source before the expansion: implicit APIs, embedded connectors. */
export interface Preparer {
  /** Before `Globals` are merged into the resources, or after. */
  readonly when: 'beforeGlobals' | 'afterGlobals';
  prepare(cx: PrepareContext): void;
}

/** What a finisher sees. */
export interface FinishContext extends Context {
  /** The resource as it stands in the expanded template. */
  expanded(logicalId: string): JsonMap | undefined;
  /** All resources of the expanded template as they stand now: logical ids and bodies. */
  resources(): Iterable<readonly [logicalId: string, body: JsonMap]>;
  /** Puts another body in the place of a resource of the expanded template. */
  replace(logicalId: string, body: JsonMap): void;
  /** Blames a contribution. */
  blame(contribution: Contribution<unknown>, message: Message, at?: Cause | undefined): void;
}

/** Runs after all resources are expanded, with everything that was contributed on its channel. */
export interface Finisher<T = never> {
  readonly channel: Channel<T>;
  finish(cx: FinishContext, contributions: readonly Contribution<T>[]): void;
}

export const defineResource = <const P extends Properties>(plugin: ResourcePlugin<P>): ResourcePlugin =>
  plugin as unknown as ResourcePlugin;
export const defineEvent = <const P extends Properties>(plugin: EventPlugin<P>): EventPlugin =>
  plugin as unknown as EventPlugin;
export const defineFinisher = <T>(finisher: Finisher<T>): Finisher => finisher as unknown as Finisher;
