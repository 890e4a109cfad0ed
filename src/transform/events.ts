import type { Channel } from '../model/channel.ts';
import { isLogicalId } from '../model/logical-id.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { type Cause, entryOf, originOf } from '../model/origin.ts';
import type { Contribution, EventContext, EventHost, EventPlugin, ResourceContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isString, type JsonMap, kindOf, newMap, type Step, textOrKind } from '../model/tree.ts';
import { checkProperties, withMeantNames } from '../schema/check.ts';
import { OwnedContext } from './context.ts';
import { type Expansion, placeOf } from './expansion.ts';
import { BadEventId } from './ids.ts';
import { eventPlugin, eventTypes } from './registry.ts';
import { guarded, passed } from './resources.ts';

const EventNotMap = message(
  'wrong-type',
  'error',
  (id: string, found: string) => `The event '${id}' is ${found}; it must be a map with a 'Type'.`,
);
const UnknownEvent = message(
  'unknown-event-type',
  'error',
  (id: string, found: string, near: string | undefined, allowed: string[]) =>
    `The event '${id}' has the unknown type ${found}.${didYouMean(near)} Allowed: ${allowed.join(', ')}.`,
);
const PropertiesNotMap = message(
  'wrong-type',
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
  const { report } = new OwnedContext(expansion, cx.id, cause, eventId);
  if (!isMap(event)) return report(EventNotMap(eventId, kindOf(event)), cause);
  if (!isLogicalId(eventId)) return report(BadEventId(eventId), cause);
  const type = get(event, 'Type');
  const plugin = isString(type) ? eventPlugin(host.kind, type) : undefined;
  if (!plugin) {
    const allowed = eventTypes(host.kind);
    const found = textOrKind(type);
    const near = isString(type) ? nearest(type, allowed) : undefined;
    return report(UnknownEvent(eventId, found, near, allowed), entryOf(event, 'Type')?.value ?? cause);
  }
  const properties = Object.hasOwn(event, 'Properties') ? event['Properties']! : newMap();
  if (!isMap(properties)) {
    return report(PropertiesNotMap(eventId, kindOf(properties)), entryOf(event, 'Properties')?.value ?? cause);
  }
  guarded({ report }, () => {
    const owner = `The event '${eventId}' (${plugin.type})`;
    const spelt = withMeantNames(properties, plugin.properties, owner, cause, report);
    if (!checkProperties(spelt, plugin.properties, owner, cause, report)) return;
    plugin.attach(
      new EventScope(expansion, cx.id, host, plugin, { id: eventId, body: event, properties: spelt, cause }),
    );
  });
};

/** An event that has a plugin and properties to look at. */
interface Event {
  readonly id: string;
  readonly body: JsonMap;
  readonly properties: JsonMap;
  readonly cause: Cause | undefined;
}

class EventScope extends OwnedContext implements EventContext {
  readonly eventId: string;
  readonly hostId: string;
  readonly id: string;
  readonly host: EventHost;
  readonly body: JsonMap;
  readonly properties: JsonMap;
  readonly props: EventContext['props'];
  readonly #plugin: EventPlugin;

  constructor(expansion: Expansion, hostId: string, host: EventHost, plugin: EventPlugin, event: Event) {
    super(expansion, hostId, event.cause, event.id);
    this.eventId = event.id;
    this.hostId = hostId;
    this.id = hostId + event.id;
    this.host = host;
    this.body = event.body;
    this.properties = event.properties;
    this.props = event.properties as EventContext['props'];
    this.#plugin = plugin;
  }

  at(...path: Step[]): Cause | undefined {
    return placeOf(this.properties, path) ?? this.cause ?? originOf(this.properties);
  }

  passed(): JsonMap {
    return passed(this.properties, this.#plugin.properties);
  }

  contributions<T>(channel: Channel<T>, target: string): readonly Contribution<T>[] {
    return this.expansion.contributionsTo(channel, target);
  }
}
