import { defineEvent } from '../../model/plugin.ts';
import { attachMapping } from '../event-source-mapping.ts';
import { streamProperties } from '../mapping-properties.ts';

export const kinesis = defineEvent({
  type: 'Kinesis',
  hosts: ['function'],
  properties: streamProperties,
  attach: (cx) => attachMapping(cx, 'Kinesis', { managedPolicy: 'AWSLambdaKinesisExecutionRole' }),
});
