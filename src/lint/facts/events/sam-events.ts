import { type Cause, entryOf, type Source } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isMap, isString, type JsonMap } from '../../../model/tree.ts';

/** An event of a function as the author wrote it. */
export interface SamEvent {
  readonly owner: ResourceNode;
  readonly id: string;
  readonly type: string;
}

interface Events {
  /** By the logical id that they give to what they generate. */
  readonly byId: ReadonlyMap<string, SamEvent>;
  /** By where their key begins. */
  readonly byPlace: ReadonlyMap<Source, ReadonlyMap<number, SamEvent>>;
}

const cache = new WeakMap<JsonMap, Events>();

/** The event that a generated resource carries the name of: its logical id is the function's and the event's. */
export const eventOf = ({ id }: ResourceNode, cx: TemplateView): SamEvent | undefined => eventsOf(cx).byId.get(id);

/** The event that caused what stands at a place. */
export const eventAt = (at: Cause | undefined, cx: TemplateView): SamEvent | undefined =>
  at && eventsOf(cx).byPlace.get(at.source)?.get(at.start);

/** How a message calls an event. */
export const eventName = ({ id, owner }: SamEvent): string => `the event '${id}' of '${owner.id}'`;

/** How a message calls a resource: by its event, where the author wrote it as one. */
export const nameInSource = (node: ResourceNode, cx: TemplateView): string => {
  const event = eventOf(node, cx);
  return event ? eventName(event) : `'${node.id}'`;
};

/** All events of functions and state machines that name their type. */
export const samEvents = (cx: TemplateView): Iterable<SamEvent> => eventsOf(cx).byId.values();

const eventsOf = (cx: TemplateView): Events => {
  let events = cache.get(cx.source);
  if (!events) {
    events = collect(cx);
    cache.set(cx.source, events);
  }
  return events;
};

const collect = (cx: TemplateView): Events => {
  const byId = new Map<string, SamEvent>();
  const byPlace = new Map<Source, Map<number, SamEvent>>();
  for (const owner of cx.sources('AWS::Serverless::Function', 'AWS::Serverless::StateMachine')) {
    const events = owner.get('Events');
    if (!isMap(events)) continue;
    for (const id of Object.keys(events)) {
      const type = get(events[id], 'Type');
      if (!isString(type)) continue;
      const event = { owner, id, type };
      byId.set(owner.id + id, event);
      const key = entryOf(events, id)?.key;
      if (!key) continue;
      if (!byPlace.has(key.source)) byPlace.set(key.source, new Map());
      byPlace.get(key.source)!.set(key.start, event);
    }
  }
  return { byId, byPlace };
};
