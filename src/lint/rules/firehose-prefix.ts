import { defineRule } from '../../model/rule.ts';
import { isIntrinsic, isMap } from '../../model/tree.ts';
import { scenariosOf } from '../facts/combinations/presence.ts';
import { ownWay } from '../facts/templates/ways.ts';
import { partialText } from '../facts/texts/partial-text.ts';

export const firehosePrefix = defineRule({
  id: 'firehose-prefix',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Prefix with expressions, and none for errors',
  description:
    'Firehose refuses a stream to S3 whose `Prefix` has expressions (`!{timestamp:yyyy}`, `!{partitionKeyFromQuery:…}`) and that has no `ErrorOutputPrefix`: "ErrorOutputPrefix cannot be null or empty when Prefix contains expressions".',
  source: 'https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html',
  macros: 'silent',
  messages: { missing: "A 'Prefix' with expressions needs an 'ErrorOutputPrefix' beside it." },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ExtendedS3DestinationConfiguration:
      BucketARN: !ImportValue lake
      RoleARN: !ImportValue writer
      Prefix: ‹orders/!{timestamp:yyyy}/›
`,
    passes: `
Orders:
  Type: AWS::KinesisFirehose::DeliveryStream
  Properties:
    ExtendedS3DestinationConfiguration:
      BucketARN: !ImportValue lake
      RoleARN: !ImportValue writer
      Prefix: orders/!{timestamp:yyyy}/
      ErrorOutputPrefix: errors/!{firehose:error-output-type}/
`,
  },
  on: ['AWS::KinesisFirehose::DeliveryStream'],
  reads: ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration'],
  check(stream, cx) {
    for (const name of ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration']) {
      const destination = stream.get(name);
      if (!isMap(destination) || isIntrinsic(destination)) continue;
      const scenarios = scenariosOf(destination, ['Prefix', 'ErrorOutputPrefix'], ownWay(stream.body), cx);
      const isRefused = scenarios.some(
        ({ present }) => !present.has('ErrorOutputPrefix') && partialText(present.get('Prefix'), cx)?.includes('!{'),
      );
      if (isRefused) cx.report('missing', stream.place(name, 'Prefix'));
    }
  },
});
