import { defineEvent } from '../../model/plugin.ts';
import { attachMapping } from '../event-source-mapping.ts';
import { streamProperties } from '../mapping-properties.ts';

export const dynamoDb = defineEvent({
  type: 'DynamoDB',
  hosts: ['function'],
  properties: streamProperties,
  attach: (cx) => attachMapping(cx, 'DynamoDB', { managedPolicy: 'AWSLambdaDynamoDBExecutionRole' }),
});
