import { ref } from '../../model/intrinsics.ts';
import { defineEvent } from '../../model/plugin.ts';
import { boolean, integer, loose, string } from '../../schema/property.ts';
import { awsManagedPolicyArn } from '../event-source-mapping.ts';

export const sqs = defineEvent({
  type: 'SQS',
  hosts: ['function'],
  properties: {
    Queue: loose(string, 'The ARN of the queue.', { required: true, to: 'EventSourceArn' }),
    BatchSize: loose(integer, 'Messages per invocation.', { to: 'BatchSize' }),
    Enabled: loose(boolean, 'Whether it polls.', { to: 'Enabled' }),
  },
  attach(cx) {
    const properties = cx.passed();
    properties['FunctionName'] = ref(cx.host.targetId);
    cx.host.role?.addManagedPolicy(awsManagedPolicyArn(cx.partition, 'AWSLambdaSQSQueueExecutionRole'));
    cx.emit({
      id: cx.id,
      type: 'AWS::Lambda::EventSourceMapping',
      properties,
      attributes: cx.host.inherited,
      cause: cx.cause,
    });
  },
});
