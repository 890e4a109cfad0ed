import { eventPlugins } from '../events/index.ts';
import type { EventHost, EventPlugin, ResourcePlugin } from '../model/plugin.ts';
import type { Declarations, Properties } from '../model/property.ts';
import { managedPolicyNames, managedPolicyPath } from '../policies/managed.ts';
import { resourcePlugins } from '../resources/index.ts';

const byType = new Map<string, ResourcePlugin>(resourcePlugins.map((plugin) => [plugin.type, plugin]));

const eventKey = (host: EventHost['kind'], type: string): string => `${host}/${type}`;
const byEvent = new Map<string, EventPlugin>(
  eventPlugins.flatMap((plugin) => plugin.hosts.map((host) => [eventKey(host, plugin.type), plugin] as const)),
);

export const resourcePlugin = (type: string): ResourcePlugin | undefined => byType.get(type);

export const eventPlugin = (host: EventHost['kind'], type: string): EventPlugin | undefined =>
  byEvent.get(eventKey(host, type));

/** The event types that a kind of host takes, sorted. */
export const eventTypes = (host: EventHost['kind']): string[] =>
  eventPlugins
    .filter(({ hosts }) => hosts.includes(host))
    .map(({ type }) => type)
    .sort();

/** The declared properties of every type the transform expands. */
export const declaredProperties: ReadonlyMap<string, Properties> = new Map(
  resourcePlugins.map(({ type, properties }) => [type, properties]),
);

const hosts: ReadonlyMap<string, EventHost['kind']> = new Map([
  ['AWS::Serverless::Function', 'function'],
  ['AWS::Serverless::StateMachine', 'stateMachine'],
]);

/** The same, with the properties of events and the managed policies that it knows by name. */
export const declarations: Declarations = {
  managedPolicyPath,
  managedPolicyNames,
  types: () => declaredProperties.keys(),
  resource: (type) => declaredProperties.get(type),
  event: (hostType, type) => {
    const host = hosts.get(hostType);
    return host && eventPlugin(host, type)?.properties;
  },
};
