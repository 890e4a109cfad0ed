import { listOf } from '../../codecs/lists.ts';
import { type Phrase, record } from '../../codecs/records.ts';
import { choice, flag, text } from '../../codecs/scalars.ts';
import { named } from '../../codecs/targets.ts';
import { seconds } from '../../codecs/units.ts';
import { wrong } from '../../codecs/wrong.ts';
import { property } from '../../language/key.ts';
import { hasOnly, opened } from '../../phrases/phrase.ts';

/** The network that a function, or a capacity provider, works in. */
export const vpc = record(
  'a network',
  [
    property('subnets', 'SubnetIds', listOf(named('subnet', 'id')), 'Subnets.', '[subnet-1, subnet-2]'),
    property('security-groups', 'SecurityGroupIds', listOf(named('securityGroup', 'id')), 'Security groups.', 'sg-1'),
    property('ipv6', 'Ipv6AllowedForDualStack', flag(), 'Lets traffic out over IPv6.', 'true'),
  ],
  { synonyms: { 'subnet-ids': 'subnets', 'security-group-ids': 'security-groups' } },
);

const everyOrigin: Phrase = {
  says: "'*' for every origin",
  examples: ["'*'"],
  schema: () => ({ type: 'string' }),
  open: (spot, cx) =>
    typeof spot.value === 'boolean'
      ? wrong(spot, `${everyOrigin.says}, or a map`, cx)
      : opened(spot, { origins: spot.value }),
  close: (map) => (hasOnly(map, 'origins') && map['origins'] === '*' ? '*' : undefined),
};

/** Cross-origin requests, of function URLs and HTTP APIs. */
export const corsOf = (says: string) =>
  record(
    says,
    [
      property('origins', 'AllowOrigins', listOf(text), 'Origins that may call.', ["'*'", '[https://example.com]']),
      property('methods', 'AllowMethods', listOf(text), 'Methods that they may use.', '[GET, POST]'),
      property('headers', 'AllowHeaders', listOf(text), 'Headers that they may send.', '[content-type]'),
      property('expose', 'ExposeHeaders', listOf(text), 'Headers that they may read.', '[etag]'),
      property('max-age', 'MaxAge', seconds, 'How long a browser keeps the answer.', '1h'),
      property('credentials', 'AllowCredentials', flag(), 'Whether cookies are sent.', 'true'),
    ],
    { phrase: everyOrigin, synonyms: { 'expose-headers': 'expose', 'allow-origins': 'origins', origin: 'origins' } },
  );

const auth: Phrase = {
  says: "'public' or 'iam'",
  examples: ['public', 'iam'],
  schema: () => ({ enum: ['public', 'iam'] }),
  open: (spot) => opened(spot, { auth: spot.value }),
  close: (map) =>
    hasOnly(map, 'auth') && (map['auth'] === 'public' || map['auth'] === 'iam') ? map['auth'] : undefined,
};

/** The HTTPS endpoint of a function. */
export const functionUrl = record(
  'a function URL',
  [
    property(
      'auth',
      'AuthType',
      choice({ public: 'NONE', iam: 'AWS_IAM' }),
      'Who may call: anybody, or those whom IAM lets.',
      'iam',
    ),
    property('cors', 'Cors', corsOf('the CORS settings of a function URL'), 'Cross-origin requests.', [
      "'*'",
      '{origins: [https://example.com]}',
    ]),
    property(
      'stream',
      'InvokeMode',
      choice({ true: 'RESPONSE_STREAM', false: 'BUFFERED' }, "'true' or 'false'"),
      'Whether the response is streamed.',
      'true',
    ),
  ],
  { phrase: auth },
);
