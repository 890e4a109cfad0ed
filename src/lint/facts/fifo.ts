import type { ResourceNode } from '../../model/rule.ts';

/** Whether a queue or topic is a FIFO one. */
export const isFifo = (node: ResourceNode): boolean =>
  ['FifoQueue', 'FifoTopic'].some((name) => node.literals(name).some(({ value }) => String(value) === 'true'));
