import { get, isString } from '../../model/tree.ts';
import { freeScalar } from '../codecs/free.ts';
import { listOf } from '../codecs/lists.ts';
import { location } from '../codecs/location.ts';
import { mapOf, type Phrase, record, scalarOr } from '../codecs/records.ts';
import { text } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { minutes } from '../codecs/units.ts';
import type { Codec } from '../language/codec.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import type { Spot } from '../language/spot.ts';
import { hasOnly, opened } from '../phrases/phrase.ts';
import { commonKeys, tagsKey } from './common.ts';

/** `arn:…:applications/tools@1.10.0` */
const publishedPhrase: Phrase = {
  says: "an application of the repository and its version, such as 'arn:…:applications/tools@1.10.0'",
  examples: ['arn:aws:serverlessrepo:us-east-1:123456789012:applications/tools@1.10.0'],
  schema: () => ({ type: 'string' }),
  open: (spot) => {
    const [id, version] = spot.text!.split('@');
    return opened(spot, { id, version });
  },
  close: (map) => {
    const { id, version } = map;
    if (!hasOnly(map, 'id', 'version') || !isString(id) || !isString(version)) return undefined;
    return isPhrase(`${id}@${version}`) ? `${id}@${version}` : undefined;
  },
};

const isPhrase = (text: string): boolean => /^arn:[^@\s]+@[^@\s]+$/.test(text);

const isPublished = ({ value, text: written }: Spot): boolean =>
  written === undefined
    ? get(value, 'id') !== undefined || get(value, 'ApplicationId') !== undefined
    : isPhrase(written);

const published = record(
  'an application of the repository',
  [
    property(
      'id',
      'ApplicationId',
      text,
      'The ARN of the application.',
      'arn:aws:serverlessrepo:us-east-1:123456789012:applications/tools',
    ),
    property('version', 'SemanticVersion', text, 'Its version.', '1.10.0'),
  ],
  { phrase: publishedPhrase },
);

/** A template of one's own, or what the repository has. */
const template: Codec = {
  ...scalarOr(location, published),
  read: (spot, cx) => (isPublished(spot) ? published : location).read(spot, cx),
  write: (value, cx) => (get(value, 'ApplicationId') === undefined ? location : published).write(value, cx),
};

/** `AWS::Serverless::Application` */
export const apps: Section = {
  name: 'apps',
  heading: 'app',
  doc: 'Nested applications: templates of your own, or of the AWS Serverless Application Repository.',
  example: 'Reports: {template: reports/template.yaml, parameters: {Stage: "${Stage}"}}',
  kinds: [
    kind({
      type: 'AWS::Serverless::Application',
      title: 'an application',
      required: ['template', 'Location'],
      keys: [
        ...commonKeys,
        property(
          'template',
          'Location',
          template,
          'The template: a file, a URL, or an application of the repository.',
          [
            'reports/template.yaml',
            'arn:aws:serverlessrepo:us-east-1:123456789012:applications/tools@1.10.0',
            '{id: "arn:aws:serverlessrepo:us-east-1:123456789012:applications/tools", version: 1.10.0}',
          ],
        ),
        property(
          'parameters',
          'Parameters',
          mapOf(freeScalar, 'a map of parameters'),
          'Values of its parameters.',
          '{Stage: "${Stage}"}',
        ),
        property(
          'notify',
          'NotificationARNs',
          listOf(named('topic', 'arn')),
          'Topics that hear of its events.',
          'Alerts',
        ),
        property('timeout', 'TimeoutInMinutes', minutes, 'How long its creation may take.', '15m'),
        tagsKey('map'),
      ],
      synonyms: {
        location: 'template',
        id: 'template',
        'application-id': 'template',
        version: 'template',
        source: 'template',
      },
    }),
  ],
};
