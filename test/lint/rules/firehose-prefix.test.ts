import { firehosePrefix } from '../../../src/lint/rules/firehose-prefix.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const stream = (properties: string, name = 'ExtendedS3DestinationConfiguration') => `Parameters: {Stage: {Type: String}}
Conditions: {Live: !Equals [!Ref Stage, live]}
Resources:
  Orders: {Type: AWS::KinesisFirehose::DeliveryStream, Properties: {${name}: {BucketARN: a, RoleARN: b, ${properties}}}}
`;

tester.run(firehosePrefix, {
  valid: [
    stream("Prefix: 'orders/!{timestamp:yyyy}/', ErrorOutputPrefix: errors/"),
    stream("Prefix: 'orders/!{timestamp:yyyy}/', ErrorOutputPrefix: !ImportValue errors"),
    stream('Prefix: orders/'),
    stream('Prefix: !Ref Prefix'),
    stream(
      "Prefix: !If [Live, '!{timestamp:yyyy}/', orders/], ErrorOutputPrefix: !If [Live, errors/, !Ref AWS::NoValue]",
    ),
  ],
  invalid: [
    marked(stream("Prefix: ‹'orders/!{timestamp:yyyy}/'›"), 'missing'),
    marked(stream("Prefix: ‹'!{timestamp:yyyy}/'›", 'S3DestinationConfiguration'), 'missing'),
    marked(stream("Prefix: ‹!Sub '${Table}/!{partitionKeyFromQuery:a}/'›"), 'missing'),
    marked(
      stream("Prefix: ‹'!{timestamp:yyyy}/'›, ErrorOutputPrefix: !If [Live, errors/, !Ref AWS::NoValue]"),
      'missing',
    ),
  ],
});
