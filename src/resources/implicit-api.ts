import { apiPathConditions, apiRoutes, managedApis } from '../model/channel.ts';
import { eitherOf } from '../model/conditions.ts';
import { byCodePoint } from '../model/hash.ts';
import { nearest } from '../model/nearest.ts';
import { type Cause, carry, entryOf, shallowCopy, stamp, valueOrigin } from '../model/origin.ts';
import type { PrepareContext, Preparer, SourceResource } from '../model/plugin.ts';
import { type Message, message } from '../model/problem.ts';
import { get, isMap, isNothing, isString, isTruthy, type Json, type JsonMap, kindOf, newMap } from '../model/tree.ts';
import { hashOrder, rewritten } from '../openapi/fingerprint/index.ts';

const NoApi = message(
  'not-in-template',
  'error',
  (property: string, found: string, type: string, near: string | undefined) =>
    `'${property}' is ${found}; it must be a '!Ref' to an ${type} of this template.${near === undefined ? '' : ` Did you mean '!Ref ${near}'?`}`,
);

/** A kind of API that exists implicitly as soon as an event names none. */
export interface ImplicitApi {
  /** The logical id of the implicit API. */
  readonly id: string;
  readonly apiType: string;
  /** Types that an event cannot mean, whatever else it may refer to. */
  readonly otherTypes: readonly string[];
  readonly eventType: string;
  /** The property of an event that names its API. */
  readonly idProperty: string;
  /** What the implicit API has beside its routes. */
  readonly properties: JsonMap;
  /** The route that an event adds; undefined when it adds none. */
  route(properties: JsonMap): EventRoute | undefined;
}

/** A path and a method as an event has them. */
interface EventRoute {
  readonly path: Json | undefined;
  readonly method: Json | undefined;
  /** The event says so itself. */
  readonly written: boolean;
}

/** What the events of one API ask of it. */
interface Demand {
  /** Paths, and for each method the condition of the resource that has the event. */
  readonly paths: Map<string, Map<string, string | undefined>>;
  readonly causes: Cause[];
  readonly hosts: SourceResource[];
  /** Tags of resources that hand theirs on to the API they imply. */
  readonly tags: JsonMap;
}

const hostTypes = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']);

/**
 * Finds the routes that events add to APIs of a kind, and makes the implicit API where an event names no other.
 * An API that the author gave the implicit API's logical id gives way to it.
 */
export const implicitApiPreparer = (kind: ImplicitApi): Preparer => ({
  when: 'beforeGlobals',
  prepare(cx) {
    const replaced = cx.lookup(kind.id);
    // It exists while the events are looked at, even where none needs it: the order of the others depends on it.
    cx.addSource(kind.id, bodyOf(kind, undefined), undefined);
    for (const source of cx.sources())
      if (source.type === kind.apiType && isManaged(source.properties)) manage(cx, source);
    const demands = collect(cx, kind);
    for (const [id, demand] of demands) {
      if (get(cx.lookup(id)?.body, 'Type') === kind.apiType && isManaged(cx.lookup(id)!.properties)) {
        addPathConditions(cx, id, demand);
      }
    }
    const demand = demands.get(kind.id);
    if (demand) cx.addSource(kind.id, bodyOf(kind, demand, addCondition(cx, kind, demand)), causeOf(demand));
    else if (replaced) cx.addSource(kind.id, replaced.body, replaced.cause);
    else cx.removeSource(kind.id);
  },
});

/** The transform writes the definition of an API that has none. */
const isManaged = (properties: JsonMap): boolean =>
  !isTruthy(get(properties, 'DefinitionBody')) && !isTruthy(get(properties, 'DefinitionUri'));

/** Notes that the definition follows from events; one that says nothing gives way. */
const manage = (cx: PrepareContext, { id, body, properties, cause }: SourceResource): void => {
  cx.contribute(managedApis, id, true, cause);
  if (isNothing(get(properties, 'DefinitionBody'))) return;
  const replaced = shallowCopy(body);
  const rest = shallowCopy(properties);
  delete rest['DefinitionBody'];
  replaced['Properties'] = rest;
  cx.addSource(id, replaced, cause);
};

const collect = (cx: PrepareContext, kind: ImplicitApi): Map<string, Demand> => {
  const demands = new Map<string, Demand>();
  for (const host of cx.sources()) {
    const events = get(host.properties, 'Events');
    if (!hostTypes.has(host.type) || !isMap(events)) continue;
    const ids = cx.keys(events).filter((id) => get(events[id], 'Type') === kind.eventType);
    if (ids.length === 0) continue;
    const visited = hashOrder(ids);
    cx.addSource(host.id, withEvents(host, rewritten(events, visited)), host.cause);
    for (const eventId of visited) {
      const properties = get(events[eventId], 'Properties') ?? newMap();
      const route = isMap(properties) ? kind.route(properties) : undefined;
      if (!isMap(properties) || route === undefined) continue;
      const cause = entryOf(events, eventId)?.key ?? host.cause;
      const target = targetOf(cx, kind, properties, (found) =>
        cx.blame(host.id, eventId, found, valueOrigin(properties, kind.idProperty) ?? cause),
      );
      const { path, method, written } = route;
      // Faults of a route are reported when the event is attached.
      if (target === undefined || !isString(path) || !isString(method)) continue;
      const condition = get(host.body, 'Condition');
      let demand = demands.get(target);
      if (!demand) {
        demand = { paths: new Map(), causes: [], hosts: [], tags: newMap() };
        demands.set(target, demand);
      }
      const methods = demand.paths.get(path) ?? new Map<string, string | undefined>();
      demand.paths.set(path, methods.set(method, isString(condition) ? condition : undefined));
      demand.hosts.push(host);
      if (cause) demand.causes.push(cause);
      if (!Object.hasOwn(properties, kind.idProperty)) addTags(cx, demand.tags, host);
      cx.contribute(apiRoutes, target, { path, method, written }, cause);
    }
  }
  return demands;
};

const withEvents = ({ body, properties }: SourceResource, events: JsonMap): JsonMap => {
  const changed = shallowCopy(body);
  const changedProperties = shallowCopy(properties);
  changedProperties['Events'] = events;
  changed['Properties'] = changedProperties;
  return changed;
};

/** Tags that a resource propagates, those of `Globals` included, which are not merged yet. */
const addTags = (cx: PrepareContext, tags: JsonMap, { type, properties }: SourceResource): void => {
  const globals = cx.globals(type);
  const given = (name: string): Json | undefined =>
    [get(properties, name), get(globals, name)].find((value) => isTruthy(value));
  const own = given('Tags');
  if (given('PropagateTags') === undefined || !isMap(own)) return;
  for (const key of Object.keys(own)) carry(own, key, tags);
};

/** The API that an event refers to; a reference to an API that does not exist is reported. */
const targetOf = (
  cx: PrepareContext,
  { id, idProperty, apiType, otherTypes }: ImplicitApi,
  event: JsonMap,
  tell: (found: Message) => void,
): string | undefined => {
  if (!Object.hasOwn(event, idProperty)) return id;
  const target = get(event[idProperty], 'Ref') ?? event[idProperty]!;
  const type = isString(target) ? cx.lookup(target)?.type : undefined;
  if (isString(target) && type !== undefined && !otherTypes.includes(type)) return target;
  const candidates = [...cx.sources()].filter((source) => source.type === apiType).map((source) => source.id);
  const near = isString(target) ? nearest(target, candidates) : undefined;
  const known = type === undefined ? 'which is not there' : `which is an ${type}`;
  tell(NoApi(idProperty, isString(target) ? `'${target}', ${known}` : kindOf(target), apiType, near));
  return undefined;
};

/** The implicit API as the author would have written it. */
const bodyOf = (kind: ImplicitApi, demand: Demand | undefined, condition?: string): JsonMap => {
  const body = newMap();
  body['Type'] = kind.apiType;
  const properties = Object.assign(newMap(), kind.properties);
  body['Properties'] = properties;
  if (!demand) return body;
  if (isTruthy(demand.tags)) {
    properties['Tags'] = demand.tags;
    properties['PropagateTags'] = true;
  }
  if (condition !== undefined) body['Condition'] = condition;
  const deletion = strongest(demand.hosts, 'DeletionPolicy', ['Retain', 'Delete']);
  if (deletion) carry(deletion.body, 'DeletionPolicy', body);
  const replacement = strongest(demand.hosts, 'UpdateReplacePolicy', ['Retain', 'Snapshot', 'Delete']);
  if (replacement) carry(replacement.body, 'UpdateReplacePolicy', body);
  return stamp(body, causeOf(demand));
};

/** The first resource that has the strongest of the policies that any has. */
const strongest = (hosts: readonly SourceResource[], name: string, policies: string[]): SourceResource | undefined => {
  for (const policy of policies) {
    const found = hosts.find(({ body }) => get(body, name) === policy);
    if (found) return found;
  }
  return undefined;
};

const causeOf = ({ causes: [first, ...related] }: Demand): Cause | undefined => first && { ...first, related };

/** The conditions of methods, none when a method has no condition. */
const conditionsOf = (methods: Iterable<string | undefined>): string[] => {
  const conditions = new Set(methods);
  return conditions.has(undefined) ? [] : ([...conditions] as string[]).sort(byCodePoint);
};

const combine = (cx: PrepareContext, conditions: readonly string[], name: string, cause: Cause | undefined): void => {
  for (const [each, value] of eitherOf(conditions, name)) cx.addCondition(each, value, cause);
};

/** The implicit API exists only if one of the resources does that use it. */
const addCondition = (cx: PrepareContext, { id }: ImplicitApi, demand: Demand): string | undefined => {
  const conditions = conditionsOf([...demand.paths.values()].flatMap((methods) => [...methods.values()]));
  if (conditions.length < 2) return conditions[0];
  combine(cx, conditions, `${id}Condition`, causeOf(demand));
  return `${id}Condition`;
};

/** A path exists only if one of its methods does. */
const addPathConditions = (cx: PrepareContext, id: string, demand: Demand): void => {
  for (const path of demand.paths.keys()) {
    const conditions = conditionsOf(demand.paths.get(path)!.values());
    if (conditions.length === 0) continue;
    const combined = conditions.length > 1;
    const name = `${id}${path.replaceAll('/', 'SLASH').replaceAll('{', 'OB').replaceAll('}', 'CB')}PathCondition`;
    if (combined) combine(cx, conditions, name, causeOf(demand));
    cx.contribute(apiPathConditions, id, { path, condition: combined ? name : conditions[0]!, combined }, undefined);
  }
};
