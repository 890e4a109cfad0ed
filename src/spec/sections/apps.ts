import { freeScalar } from '../codecs/free.ts';
import { listOf } from '../codecs/lists.ts';
import { location } from '../codecs/location.ts';
import { mapOf, record, scalarOr } from '../codecs/records.ts';
import { text } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { minutes } from '../codecs/units.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, tagsKey } from './common.ts';

const published = record('an application of the repository', [
  property(
    'id',
    'ApplicationId',
    text,
    'The ARN of the application.',
    'arn:aws:serverlessrepo:us-east-1:123456789012:applications/tools',
  ),
  property('version', 'SemanticVersion', text, 'Its version.', '1.10.0'),
]);

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
          scalarOr(location, published),
          'The template: a file, a URL, or an application of the repository.',
          [
            'reports/template.yaml',
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
