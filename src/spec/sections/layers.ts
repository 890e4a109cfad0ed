import { listOf } from '../codecs/lists.ts';
import { location } from '../codecs/location.ts';
import { choice, flag, text } from '../codecs/scalars.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, descriptionKey, nameKey } from './common.ts';
import { buildKey } from './functions/code.ts';

/** `AWS::Serverless::LayerVersion` */
export const layers: Section = {
  name: 'layers',
  heading: 'layer',
  doc: 'Layers of Lambda functions. Each change makes a new version.',
  example: 'Shared: {code: layers/shared, runtimes: nodejs22.x}',
  kinds: [
    kind({
      type: 'AWS::Serverless::LayerVersion',
      title: 'a layer',
      required: ['code', 'ContentUri'],
      globals: 'LayerVersion',
      keys: [
        ...commonKeys,
        nameKey('LayerName', 'The name of the layer; its logical id without this key.'),
        descriptionKey(),
        property('code', 'ContentUri', location, 'The folder or archive, or its place in S3.', 'layers/shared'),
        buildKey,
        property('runtimes', 'CompatibleRuntimes', listOf(text), 'The runtimes that it is for.', [
          'nodejs22.x',
          '[nodejs20.x, nodejs22.x]',
        ]),
        property(
          'architectures',
          'CompatibleArchitectures',
          listOf(text),
          'The instruction sets that it is for.',
          'arm64',
        ),
        property('license', 'LicenseInfo', text, 'Its licence.', 'MIT'),
        property(
          'old-versions',
          'RetentionPolicy',
          choice({ keep: 'Retain', delete: 'Delete' }),
          'What becomes of a version that a newer one replaces.',
          'delete',
        ),
        property(
          'publish',
          'PublishLambdaVersion',
          flag(),
          'Publishes the functions that use it when it changes.',
          'true',
        ),
      ],
      synonyms: {
        'content-uri': 'code',
        contenturi: 'code',
        'compatible-runtimes': 'runtimes',
        'layer-name': 'name',
        retention: 'old-versions',
        path: 'code',
      },
    }),
  ],
};
