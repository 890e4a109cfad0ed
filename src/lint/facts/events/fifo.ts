import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { arnParts } from '../arns/parts.ts';
import { isTrue } from '../texts/scalar.ts';

/** The switch that makes a FIFO queue or topic of one. */
const switches = { 'AWS::SQS::Queue': 'FifoQueue', 'AWS::SNS::Topic': 'FifoTopic' } as const;
type Type = keyof typeof switches;

/** Whether a queue or topic of the template is FIFO; undefined when that is known only at deploy time. */
export const isFifo = (node: ResourceNode, cx: TemplateView): boolean | undefined => {
  const name = switches[node.type as Type];
  if (node.lacks(name)) return false;
  const value = cx.resolve(node.get(name));
  return value === undefined ? undefined : isTrue(value);
};

/** Whether a reference to a queue, or its ARN, means a FIFO queue; undefined when that cannot be told. */
export const isFifoQueue = (value: Json, cx: TemplateView): boolean | undefined =>
  meansFifo(value, 'AWS::SQS::Queue', cx);

/** Whether a reference to a topic, or its ARN, means a FIFO topic; undefined when that cannot be told. */
export const isFifoTopic = (value: Json, cx: TemplateView): boolean | undefined =>
  meansFifo(value, 'AWS::SNS::Topic', cx);

const meansFifo = (value: Json, type: Type, cx: TemplateView): boolean | undefined => {
  const target = cx.target(value);
  if (target) return target.type === type ? isFifo(target, cx) : undefined;
  return arnParts(value, cx)?.resource?.endsWith('.fifo');
};
