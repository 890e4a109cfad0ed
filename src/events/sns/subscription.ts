import { carry } from '../../model/origin.ts';
import type { AnyEventContext } from '../../model/plugin.ts';
import { type Json, newMap } from '../../model/tree.ts';
import { permitInvocation } from '../permission.ts';

/** Lets the topic invoke the function. */
export const permitTopic = (cx: AnyEventContext): void => {
  const limits = newMap();
  carry(cx.properties, 'Topic', limits, 'SourceArn');
  permitInvocation(cx, 'sns.amazonaws.com', limits);
};

/** Subscribes a function or a queue to the topic. */
export const subscribe = (cx: AnyEventContext, protocol: 'lambda' | 'sqs', endpoint: Json): void => {
  const properties = cx.passed();
  properties['Protocol'] = protocol;
  properties['Endpoint'] = endpoint;
  cx.emit({
    id: cx.id,
    type: 'AWS::SNS::Subscription',
    properties,
    attributes: cx.host.inherited,
    cause: cx.cause,
  });
};
