import { isString, type Json } from '../../model/tree.ts';
import { type Key, property } from '../language/key.ts';
import { hasOnly, opened } from '../phrases/phrase.ts';
import { logicalId } from './ids.ts';
import { listOf } from './lists.ts';
import { mapOf, record } from './records.ts';
import { choice, text } from './scalars.ts';

/** One end of a connector: an entry, or something else by what SAM asks of it. */
export const end = record(
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

/** What a connector lets its source do, and on what. SAM has it below `Properties` where it is part of another resource. */
export const connected = (below = ''): readonly Key[] => [
  property('to', `${below}Destination`, listOf(end, { keepsOne: true }), 'What it needs it on.', [
    'Jobs',
    '[Jobs, Orders]',
  ]),
  property('allow', `${below}Permissions`, listOf(choice({ read: 'Read', write: 'Write' })), 'What it may do.', [
    'write',
    '[read, write]',
  ]),
];

export const connectorSynonyms = { source: 'from', destination: 'to', permissions: 'allow' };

/** Connectors that are part of the entry that needs the permission. */
export const embeddedConnectors = mapOf(
  record('a connector', connected('Properties.'), { synonyms: connectorSynonyms }),
);
