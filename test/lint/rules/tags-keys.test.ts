import { tagsKeys } from '../../../src/lint/rules/tags-keys.ts';
import { tester } from '../tester.ts';

const queue = (tags: string) => `Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties: {Tags: ${tags}}
`;

tester.run(tagsKeys, {
  valid: [
    queue('[{Key: a, Value: b}, {Key: A, Value: b}]'),
    queue('[{Key: a, Value: b}, !If [C, {Key: a, Value: c}, !Ref AWS::NoValue]]'),
    queue('[{Key: !Ref A, Value: b}, {Key: !Ref A, Value: c}]'),
    'Resources: {Fn: {Type: Custom::Tagged, Properties: {Tags: [{Key: a}, {Key: a}]}}}\n',
    'Resources: {Pool: {Type: AWS::Cognito::UserPool, Properties: {UserPoolTags: {awsome: b}}}}\n',
  ],
  invalid: [
    {
      template: queue('[{Key: a, Value: b}, {Key: c, Value: b}, {Key: a, Value: c}]'),
      problems: [{ messageId: 'twice', line: 4, column: 71, data: { key: 'a' } }],
    },
    {
      template: queue("[{Key: 'aws:team', Value: b}]"),
      problems: [{ messageId: 'reserved', line: 4, column: 31, data: { key: 'aws:team' } }],
    },
    {
      template: "Resources: {Pool: {Type: AWS::Cognito::UserPool, Properties: {UserPoolTags: {'AWS:a': b}}}}\n",
      problems: [{ messageId: 'reserved', line: 1, column: 78 }],
    },
  ],
});
