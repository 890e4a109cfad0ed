import { Budget } from '../model/budget.ts';
import type { Channel } from '../model/channel.ts';
import { isLogicalId } from '../model/logical-id.ts';
import { type Cause, carryEvenNull, originOf, placeOfEntry, stamp } from '../model/origin.ts';
import { maximumText } from '../model/placeholders.ts';
import type {
  AttributeName,
  Attributes,
  Context,
  Contribution,
  Emitted,
  FinishContext,
  SourceResource,
} from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { isMap, isTruthy, type Json, type JsonMap, newMap } from '../model/tree.ts';
import { type ResourceOrder, type VisitOrder, visitOrderOf } from '../openapi/fingerprint/index.ts';
import type { Findings } from './findings.ts';
import { BadGeneratedId } from './ids.ts';
import { defaultRegion, type ExpandOptions } from './options.ts';
import { type KnownValues, knownValues } from './parameters.ts';
import { partitionOf } from './partition.ts';

const DuplicateId = message(
  'duplicate-logical-id',
  'error',
  (id: string, type: string) =>
    `This expands to a resource '${id}' (${type}), but the template already has one with that name. Rename one of them.`,
);

/** Generated types that may take the logical id of the resource they come from. */
const takesPlaceOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::Lambda::Function', ['AWS::Serverless::Function']],
  ['AWS::Lambda::LayerVersion', ['AWS::Serverless::LayerVersion']],
  ['AWS::Lambda::CapacityProvider', ['AWS::Serverless::CapacityProvider']],
  ['AWS::ApiGateway::RestApi', ['AWS::Serverless::Api']],
  ['AWS::ApiGatewayV2::Api', ['AWS::Serverless::HttpApi', 'AWS::Serverless::WebSocketApi']],
  ['AWS::S3::Bucket', ['AWS::S3::Bucket']],
  ['AWS::SNS::Topic', ['AWS::SNS::Topic']],
  ['AWS::DynamoDB::Table', ['AWS::Serverless::SimpleTable']],
  ['AWS::CloudFormation::Stack', ['AWS::Serverless::Application']],
  ['AWS::Cognito::UserPool', ['AWS::Cognito::UserPool']],
  ['AWS::ApiGateway::DomainName', ['AWS::ApiGateway::DomainName']],
  ['AWS::ApiGateway::BasePathMapping', ['AWS::ApiGateway::BasePathMapping']],
  ['AWS::StepFunctions::StateMachine', ['AWS::Serverless::StateMachine']],
  ['AWS::AppSync::GraphQLApi', ['AWS::Serverless::GraphQLApi']],
]);

const attributeNames: readonly AttributeName[] = [
  'DependsOn',
  'Condition',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'UpdatePolicy',
  'Metadata',
];

/** The state of one expansion: the source, what has come of it so far, and what was found on the way. */
export class Expansion {
  readonly root: JsonMap;
  readonly options: ExpandOptions;
  readonly findings: Findings;
  readonly region: string;
  readonly partition: string;
  readonly known: KnownValues;
  /** How many characters the values of parameters may still give to texts. */
  readonly budget = new Budget(64 * maximumText);
  /** The source, resource by resource, in the order of the template. Only preparers change it. */
  readonly sources: Map<string, SourceResource>;
  readonly order: VisitOrder;
  /** What has come of it: bodies by logical id. */
  readonly outputs = new Map<string, JsonMap>();
  /** The logical ids that each source resource made, in order; the empty string owns what finishers made. */
  readonly made = new Map<string, string[]>();
  readonly conditions: JsonMap;
  readonly references = { properties: new Map<string, string>(), renamed: new Map<string, string>() };
  readonly shared = new WeakMap<JsonMap, Json>();
  readonly #resourceOrder: ResourceOrder;
  #visited: string[] | undefined;
  readonly #contributions = new Map<string, Contribution<unknown>[]>();
  #contributed = 0;

  constructor(root: JsonMap, sources: Map<string, SourceResource>, options: ExpandOptions, findings: Findings) {
    this.root = root;
    this.sources = sources;
    this.options = options;
    this.findings = findings;
    this.region = options.region ?? defaultRegion;
    this.partition = partitionOf(this.region);
    this.known = knownValues(root, options);
    this.conditions = newMap();
    this.order = visitOrderOf(root);
    this.#resourceOrder = this.order.resources(sources.keys());
  }

  /** The source in the order in which its resources are visited. */
  visited(): SourceResource[] {
    this.#visited ??= this.#resourceOrder.keys();
    return this.#visited.map((id) => this.sources.get(id)!);
  }

  addSource(source: SourceResource): void {
    this.sources.set(source.id, source);
    this.#resourceOrder.add(source.id);
    this.#visited = undefined;
  }

  removeSource(id: string): void {
    this.sources.delete(id);
    this.#resourceOrder.remove(id);
    this.#visited = undefined;
  }

  /** Blames a contribution on who gave it. */
  readonly blame: FinishContext['blame'] = ({ logicalId, eventId, cause }, found, at) =>
    this.findings.blame(found, at ?? cause, logicalId, eventId);

  contributions<T>(channel: Channel<T>): readonly Contribution<T>[] {
    return (this.#contributions.get(channel.name) ?? []) as Contribution<T>[];
  }

  contributionsTo<T>(channel: Channel<T>, target: string): readonly Contribution<T>[] {
    return (this.#contributions.get(`${channel.name}/${target}`) ?? []) as Contribution<T>[];
  }

  /** The body of a resource as it stands now: expanded, or not SAM's. */
  expanded(id: string): JsonMap | undefined {
    return this.outputs.get(id) ?? this.sources.get(id)?.body;
  }

  /** Keeps what one resource gives to another one, or to a finisher. */
  contribute(channel: Channel<unknown>, given: Omit<Contribution<unknown>, 'order'>): void {
    const contribution = { ...given, order: this.#contributed++ };
    for (const name of [channel.name, `${channel.name}/${contribution.target}`]) {
      const list = this.#contributions.get(name);
      if (list) list.push(contribution);
      else this.#contributions.set(name, [contribution]);
    }
  }

  addCondition(name: string, value: Json, cause: Cause | undefined): void {
    this.conditions[name] = isMap(value) ? stamp(value, originOf(value) ?? cause) : value;
  }

  /** Adds a resource to the outputs, unless its id is taken or none at all. */
  emit(resource: Emitted, owner: string, cause: Cause | undefined, report: Context['report']): void {
    const { id, type } = resource;
    if (!isLogicalId(id)) {
      report(BadGeneratedId(id, type), resource.cause ?? cause, id);
      return;
    }
    const existing = this.sources.get(id);
    if (existing && !takesPlaceOf.get(type)?.includes(existing.type)) {
      report(DuplicateId(id, type), resource.cause ?? cause);
      return;
    }
    this.outputs.set(id, bodyOf(resource, cause));
    const made = this.made.get(owner);
    if (made) made.push(id);
    else this.made.set(owner, [id]);
  }
}

/** A resource as it stands in a template. */
export const bodyOf = (resource: Emitted, cause: Cause | undefined): JsonMap => {
  const body = newMap();
  body['Type'] = resource.type;
  if (resource.attributes) {
    for (const name of attributeNames) carryEvenNull(resource.attributes as JsonMap, name, body);
    if (!isTruthy(body['DependsOn'])) delete body['DependsOn'];
  }
  if (resource.properties !== undefined) body['Properties'] = resource.properties;
  return stamp(body, resource.cause ?? cause);
};

/** The attributes of a resource as written, origins kept. */
export const attributesOf = (body: JsonMap): Attributes => {
  const attributes = newMap();
  for (const name of attributeNames) carryEvenNull(body, name, attributes);
  return attributes;
};

/** Those of them that every generated resource gets. */
export const inheritedAttributes = (attributes: Attributes): Attributes => {
  const inherited = newMap();
  for (const name of ['Condition', 'DeletionPolicy', 'UpdateReplacePolicy']) {
    carryEvenNull(attributes as JsonMap, name, inherited);
  }
  return inherited;
};

/** The place of a path below a map, or of the nearest thing around it that has one. */
export const placeOf = (root: JsonMap, path: readonly (string | number)[]): Cause | undefined => {
  let found: Cause | undefined;
  let value: Json | undefined = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) break;
    found = placeOfEntry(value, step) ?? found;
    value = (value as JsonMap)[step as string];
  }
  return found;
};
