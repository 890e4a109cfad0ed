import { nearest } from '../model/nearest.ts';
import { entryOf, originOf } from '../model/origin.ts';
import type { EventContext, EventHost, EventPlugin, ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isString, type JsonMap, kindOf, newMap } from '../model/tree.ts';
import { checkProperties } from '../schema/check.ts';
import { type Expansion, placeOf } from './expansion.ts';
import { BadEventId, isLogicalId } from './ids.ts';
import { eventPlugin, eventTypes } from './registry.ts';
import { guarded, passed } from './resources.ts';

const EventNotMap = message(
  'event-not-map',
  'error',
  (id: string, found: string) => `The event '${id}' is ${found}; it must be a map with a 'Type'.`,
);
const UnknownEvent = message(
  'unknown-event-type',
  'error',
  (id: string, found: string, near: string | undefined, allowed: string[]) =>
    `The event '${id}' has ${found} as its type.${near ? ` Did you mean '${near}'?` : ''} Allowed: ${allowed.join(', ')}.`,
);
const PropertiesNotMap = message(
  'event-properties-not-map',
  'error',
  (id: string, found: string) => `'Properties' of the event '${id}' is ${found}; it must be a map.`,
);

/** Attaches events to their host: each is checked against its declaration and expanded by its plugin. */
export const attachEvents = (
  expansion: Expansion,
  cx: ResourceContext,
  host: EventHost,
  eventIds: readonly string[],
): void => {
  const events = get(cx.properties, 'Events');
  if (!isMap(events)) return;
  for (const eventId of eventIds) attachEvent(expansion, cx, host, events, eventId);
};

const attachEvent = (
  expansion: Expansion,
  cx: ResourceContext,
  host: EventHost,
  events: JsonMap,
  eventId: string,
): void => {
  const event = events[eventId];
  const cause = entryOf(events, eventId)?.key ?? originOf(event) ?? cx.cause;
  const common = expansion.context(cx.id, cause, eventId);
  if (!isMap(event)) return common.report(EventNotMap(eventId, kindOf(event)), cause);
  if (!isLogicalId(eventId)) return common.report(BadEventId(eventId), cause);
  const type = get(event, 'Type');
  const plugin = isString(type) ? eventPlugin(host.kind, type) : undefined;
  if (!plugin) {
    const allowed = eventTypes(host.kind);
    const found = isString(type) ? `'${type}'` : kindOf(type);
    const near = isString(type) ? nearest(type, allowed) : undefined;
    return common.report(UnknownEvent(eventId, found, near, allowed), entryOf(event, 'Type')?.value ?? cause);
  }
  const properties = Object.hasOwn(event, 'Properties') ? event['Properties']! : newMap();
  if (!isMap(properties)) {
    return common.report(PropertiesNotMap(eventId, kindOf(properties)), entryOf(event, 'Properties')?.value ?? cause);
  }
  guarded(common, () => {
    const owner = `The event '${eventId}' (${plugin.type})`;
    if (!checkProperties(properties, plugin.properties, owner, cause, common.report)) return;
    plugin.attach(eventContext(expansion, common, cx.id, host, plugin, { eventId, event, properties, cause }));
  });
};

type Parts = Pick<EventContext, 'eventId' | 'properties' | 'cause'> & { readonly event: JsonMap };

const eventContext = (
  expansion: Expansion,
  common: ReturnType<Expansion['context']>,
  hostId: string,
  host: EventHost,
  plugin: EventPlugin,
  { eventId, event, properties, cause }: Parts,
): EventContext => ({
  ...common,
  eventId,
  hostId,
  id: hostId + eventId,
  host,
  body: event,
  properties,
  props: properties as EventContext['props'],
  cause,
  at: (...path) => placeOf(properties, path) ?? originOf(properties) ?? cause,
  passed: () => passed(properties, plugin.properties),
  contributions: (channel, target) => expansion.contributionsTo(channel, target),
});
