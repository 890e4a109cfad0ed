import { orderedKeys } from '../../model/origin.ts';
import { get, isMap, isTruthy, type Json, type JsonMap } from '../../model/tree.ts';
import { visitedKeys } from './order.ts';
import { KeyTable } from './table.ts';

/** The order in which resources are visited; it depends on what was added and removed on the way. */
export interface ResourceOrder {
  add(id: string): void;
  remove(id: string): void;
  keys(): string[];
}

/** How the transform walks through a template. It is chosen once for each template. */
export interface VisitOrder {
  resources(ids: Iterable<string>): ResourceOrder;
  /** The keys of a map of events or of an API's properties, and those that came into it later. */
  keys(map: JsonMap, added?: readonly string[]): string[];
}

const asWritten: VisitOrder = {
  resources: (ids) => {
    const present = new Set(ids);
    return { add: (id) => void present.add(id), remove: (id) => void present.delete(id), keys: () => [...present] };
  },
  keys: (map, added = []) => [...orderedKeys(map), ...added],
};
const hashed: VisitOrder = { resources: (ids) => new KeyTable(ids), keys: visitedKeys };

/** Keys that came in this order, in the order in which a dict of them is visited. */
export const hashOrder = (keys: Iterable<string>): string[] => new KeyTable(keys).keys();

/** Templates with a REST API, or with a default authorizer on an HTTP API, are walked through in hash order. */
export const visitOrderOf = (root: Json): VisitOrder =>
  hasRestApi(root) || hasGuardedHttpApi(root) ? hashed : asWritten;

const resourcesOf = (root: Json): Json[] => {
  const resources = get(root, 'Resources');
  return isMap(resources) ? Object.values(resources) : [];
};

const hasType = (resource: Json, name: string): boolean => get(resource, 'Type') === `AWS::Serverless::${name}`;

const hasEvent = (resource: Json, type: string): boolean => {
  const events = get(get(resource, 'Properties'), 'Events');
  return isMap(events) && Object.values(events).some((event) => get(event, 'Type') === type);
};

const hasRestApi = (root: Json): boolean =>
  resourcesOf(root).some(
    (resource) =>
      hasType(resource, 'Api') ||
      ((hasType(resource, 'Function') || hasType(resource, 'StateMachine')) && hasEvent(resource, 'Api')),
  );

const hasDefaultAuthorizer = (properties: Json | undefined): boolean =>
  isTruthy(get(get(properties, 'Auth'), 'DefaultAuthorizer'));

const hasGuardedHttpApi = (root: Json): boolean => {
  const everywhere = hasDefaultAuthorizer(get(get(root, 'Globals'), 'HttpApi'));
  return resourcesOf(root).some(
    (resource) =>
      (hasType(resource, 'HttpApi') && (everywhere || hasDefaultAuthorizer(get(resource, 'Properties')))) ||
      (everywhere && hasType(resource, 'Function') && hasEvent(resource, 'HttpApi')),
  );
};
