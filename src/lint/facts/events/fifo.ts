import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import type { Json } from '../../../model/tree.ts';
import { arnParts } from '../arns/parts.ts';

/** Whether a switch that is off by default is on; undefined when that is known only at deploy time. */
export const isOn = (node: ResourceNode, name: string, cx: RuleContext): boolean | undefined => {
  if (node.lacks(name)) return false;
  const value = cx.resolve(node.get(name));
  return value === undefined ? undefined : value === true || value === 'true';
};

/** Whether a reference to a topic, or its ARN, means a FIFO topic; undefined when that cannot be told. */
export const isFifoTopic = (value: Json, cx: RuleContext): boolean | undefined => {
  const topic = cx.target(value);
  if (topic) return topic.type === 'AWS::SNS::Topic' ? isOn(topic, 'FifoTopic', cx) : undefined;
  return arnParts(value, cx)?.resource?.endsWith('.fifo');
};
