import type { ResourceNode, RuleContext } from '../../model/rule.ts';
import { get, isMap, isString, type JsonMap } from '../../model/tree.ts';

/** An event of a function as the author wrote it. */
export interface SamEvent {
  readonly owner: ResourceNode;
  readonly id: string;
  readonly type: string;
}

const cache = new WeakMap<JsonMap, ReadonlyMap<string, SamEvent>>();

/** The event that a generated resource carries the name of: its logical id is the function's and the event's. */
export const eventOf = ({ id }: ResourceNode, cx: RuleContext): SamEvent | undefined => {
  let events = cache.get(cx.source);
  if (!events) {
    events = collect(cx);
    cache.set(cx.source, events);
  }
  return events.get(id);
};

const collect = (cx: RuleContext): Map<string, SamEvent> => {
  const found = new Map<string, SamEvent>();
  for (const owner of cx.sources('AWS::Serverless::Function', 'AWS::Serverless::StateMachine')) {
    const events = owner.get('Events');
    if (!isMap(events)) continue;
    for (const id of Object.keys(events)) {
      const type = get(events[id], 'Type');
      if (isString(type)) found.set(owner.id + id, { owner, id, type });
    }
  }
  return found;
};
