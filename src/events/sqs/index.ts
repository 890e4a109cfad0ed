import { defineEvent } from '../../model/plugin.ts';
import { loose, string } from '../../schema/property.ts';
import { attachMapping } from '../event-source-mapping.ts';
import { mappingProperties } from '../mapping-properties.ts';

export const sqs = defineEvent({
  type: 'SQS',
  hosts: ['function'],
  properties: {
    ...mappingProperties,
    Queue: loose(string, 'The ARN of the queue.', { required: true, to: 'EventSourceArn' }),
  },
  attach: (cx) => attachMapping(cx, 'SQS', { managedPolicy: 'AWSLambdaSQSQueueExecutionRole' }),
});
