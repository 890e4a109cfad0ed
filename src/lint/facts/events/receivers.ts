import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { get, type Json } from '../../../model/tree.ts';
import { arnParts } from '../arns/parts.ts';
import { isOpaque } from '../templates/opaque.ts';
import { isFifoQueue, isFifoTopic } from './fifo.ts';

/** What a place that takes the ARN of a receiver of events may name. */
export interface Receivers {
  readonly types: readonly string[];
  /** The same by the service in an ARN. */
  readonly services: readonly string[];
}

/** Why something cannot receive the events of a function. */
export interface WrongReceiver {
  readonly messageId: 'type' | 'url' | 'arn' | 'fifo';
  /** The resource, where it is in the template. */
  readonly target: ResourceNode | undefined;
  readonly service: string | undefined;
}

/** What is wrong with a value that names who receives the events of a function: only standard queues and topics do. */
export const wrongReceiver = (
  value: Json,
  { types, services }: Receivers,
  cx: RuleContext,
): WrongReceiver | undefined => {
  const target = cx.target(value);
  const service = arnParts(value, cx)?.service;
  const wrong = (messageId: WrongReceiver['messageId']): WrongReceiver => ({ messageId, target, service });
  if (target && !types.includes(target.type) && !isOpaque(target.type)) return wrong('type');
  if (target?.type === 'AWS::SQS::Queue' && get(value, 'Ref') === target.id) return wrong('url');
  if (service !== undefined && !services.includes(service)) return wrong('arn');
  return isFifoQueue(value, cx) || isFifoTopic(value, cx) ? wrong('fifo') : undefined;
};
