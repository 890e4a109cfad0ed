import type { ResourceNode } from '../../../model/rule.ts';
import { invokedFunction } from '../functions/invoked-function.ts';
import { addTo } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';

/** A mapping that reads a queue, and the function it calls where that is in the template. */
export interface Consumer {
  readonly mapping: ResourceNode;
  readonly fn: ResourceNode | undefined;
}

/** The queues of the expanded template that functions read, each with its consumers. */
export const queueConsumers = oncePerTemplate((cx): ReadonlyMap<ResourceNode, readonly Consumer[]> => {
  const consumers = new Map<ResourceNode, Consumer[]>();
  for (const mapping of cx.resources('AWS::Lambda::EventSourceMapping')) {
    for (const { value } of mapping.all('EventSourceArn')) {
      const queue = cx.target(value);
      if (queue?.type !== 'AWS::SQS::Queue') continue;
      addTo(consumers, queue, { mapping, fn: invokedFunction(mapping.get('FunctionName'), cx) });
    }
  }
  return consumers;
});
