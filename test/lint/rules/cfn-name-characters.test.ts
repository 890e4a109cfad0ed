import { cfnNameCharacters } from '../../../src/lint/rules/cfn-name-characters.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const named = (type: string, property: string, value: string) => `Parameters: {Stage: {Type: String, Default: Dev}}
Resources:
  It: {Type: ${type}, Properties: {${property}: ${value}}}
`;
const bucket = (value: string) => named('AWS::S3::Bucket', 'BucketName', value);

tester.run(cfnNameCharacters, {
  valid: [
    bucket("!Sub 'photos-${AWS::AccountId}'"),
    bucket("!Sub '${AWS::StackName}-${Stage}'"),
    bucket("!Join ['-', [photos, !Ref Stage]]"),
    bucket("!Join ['_', [photos]]"),
    bucket("!Sub 'photos-${self:custom.Stage}'"),
    bucket('Photos'),
    named('AWS::SQS::Queue', 'QueueName', "!Sub 'Orders_${Stage}.fifo'"),
  ],
  invalid: [
    marked(bucket("‹!Sub 'Photos-${AWS::AccountId}'›"), { messageId: 'refused', data: { found: 'P' } }),
    marked(bucket("‹!Join ['_', [photos, !Ref AWS::Region]]›"), { messageId: 'refused', data: { found: '_' } }),
    marked(bucket("!If [C, a, ‹!Join ['-', [a, !Sub 'B-${Stage}']]›]"), { messageId: 'refused', data: { found: 'B' } }),
    marked(named('AWS::IoT::TopicRule', 'RuleName', "‹!Sub '${Stage}-rule'›"), 'refused'),
  ],
});
