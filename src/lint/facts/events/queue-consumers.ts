import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import type { JsonMap } from '../../../model/tree.ts';
import { invokedFunction } from '../functions/invoked-function.ts';

/** A mapping that reads a queue, and the function it calls where that is in the template. */
export interface Consumer {
  readonly mapping: ResourceNode;
  readonly fn: ResourceNode | undefined;
}

const cache = new WeakMap<JsonMap, ReadonlyMap<ResourceNode, readonly Consumer[]>>();

/** The queues of the expanded template that functions read, each with its consumers. */
export const queueConsumers = (cx: RuleContext): ReadonlyMap<ResourceNode, readonly Consumer[]> => {
  const known = cache.get(cx.template);
  if (known) return known;
  const consumers = new Map<ResourceNode, Consumer[]>();
  for (const mapping of cx.resources('AWS::Lambda::EventSourceMapping')) {
    for (const { value } of mapping.all('EventSourceArn')) {
      const queue = cx.target(value);
      if (queue?.type !== 'AWS::SQS::Queue') continue;
      const consumer = { mapping, fn: invokedFunction(mapping.get('FunctionName'), cx) };
      const list = consumers.get(queue);
      if (list) list.push(consumer);
      else consumers.set(queue, [consumer]);
    }
  }
  cache.set(cx.template, consumers);
  return consumers;
};
