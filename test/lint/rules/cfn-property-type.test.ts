import { cfnPropertyType } from '../../../src/lint/rules/cfn-property-type.ts';
import { tester } from '../tester.ts';

const queue = (properties: string) => `Resources:
  Q:
    Type: AWS::SQS::Queue
    Properties: {${properties}}
`;

tester.run(cfnPropertyType, {
  valid: [
    queue("VisibilityTimeout: '30', FifoQueue: 'true'"),
    queue('VisibilityTimeout: !If [A, 1, !Ref AWS::NoValue]'),
  ],
  invalid: [
    {
      template: queue('VisibilityTimeout: soon'),
      problems: [{ messageId: 'wrong', line: 4, column: 37, data: { allowed: 'an integer' } }],
    },
    {
      template: queue('Tags: {a: b}'),
      problems: [{ messageId: 'wrong', line: 4, column: 24, data: { found: 'a map', allowed: 'a list' } }],
    },
  ],
});
