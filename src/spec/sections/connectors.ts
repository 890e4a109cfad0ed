import { isString, type Json } from '../../model/tree.ts';
import { logicalId } from '../codecs/ids.ts';
import { listOf } from '../codecs/lists.ts';
import { record } from '../codecs/records.ts';
import { choice, text } from '../codecs/scalars.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { hasOnly, opened } from '../phrases/phrase.ts';
import { commonKeys } from './common.ts';

/** One end of a connector: an entry, or something else by what SAM asks of it. */
const end = record(
  'an end of a connector',
  [
    property('id', 'Id', logicalId, 'The entry.', 'PlaceOrder'),
    property('qualifier', 'Qualifier', text, 'An alias, a version, a path.', 'live'),
    property('type', 'Type', text, 'The type of what is not in this file.', 'AWS::SQS::Queue'),
    property('arn', 'Arn', text, 'Its ARN.', 'arn:aws:sqs:eu-central-1:123456789012:jobs'),
    property('name', 'Name', text, 'Its name.', 'jobs'),
    property(
      'url',
      'QueueUrl',
      text,
      'The URL of a queue.',
      'https://sqs.eu-central-1.amazonaws.com/123456789012/jobs',
    ),
    property('resource-id', 'ResourceId', text, 'Its id, for APIs.', 'a1b2c3'),
    property('role', 'RoleName', text, 'The name of its role.', 'worker'),
  ],
  {
    phrase: {
      says: 'the name of an entry',
      examples: ['PlaceOrder'],
      schema: () => ({ type: 'string' }),
      open: (spot) => opened(spot, { id: spot.value }),
      close: (map): Json | undefined => (hasOnly(map, 'id') && isString(map['id']) ? map['id'] : undefined),
    },
  },
);

/** `AWS::Serverless::Connector` */
export const connectors: Section = {
  name: 'connectors',
  heading: 'connector',
  doc: 'Connectors: SAM writes the permissions that one resource needs on another.',
  example: 'OrdersToJobs: {from: PlaceOrder, to: Jobs, allow: write}',
  kinds: [
    kind({
      type: 'AWS::Serverless::Connector',
      title: 'a connector',
      required: ['from', 'Source'],
      keys: [
        ...commonKeys,
        property('from', 'Source', end, 'What needs the permission.', [
          'PlaceOrder',
          '{id: PlaceOrder, qualifier: live}',
        ]),
        property('to', 'Destination', listOf(end, { keepsOne: true }), 'What it needs it on.', [
          'Jobs',
          '[Jobs, Orders]',
        ]),
        property('allow', 'Permissions', listOf(choice({ read: 'Read', write: 'Write' })), 'What it may do.', [
          'write',
          '[read, write]',
        ]),
      ],
      synonyms: { source: 'from', destination: 'to', permissions: 'allow' },
    }),
  ],
};
