import { cfnPropertyType } from '../../../src/lint/rules/cfn-property-type.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const queue = (properties: string) => `Resources:
  Q:
    Type: AWS::SQS::Queue
    Properties: {${properties}}
`;

const fn = (variables: string) => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Code: {ZipFile: x}, Role: r, Environment: {Variables: {${variables}}}}
`;

tester.run(cfnPropertyType, {
  valid: [
    // What the transform says of the same place is enough.
    samFunction('FunctionUrlConfig: {AuthType: [AWS_IAM]}'),
    queue("VisibilityTimeout: '30', FifoQueue: 'true'"),
    queue('VisibilityTimeout: !If [A, 1, !Ref AWS::NoValue]'),
  ],
  invalid: [
    {
      template: 'Resources: {P: {Type: AWS::Cognito::UserPool, Properties: {UserPoolTags: [{Key: a, Value: b}]}}}\n',
      problems: [{ messageId: 'wrong', line: 1, column: 74, data: { found: 'a list' } }],
    },
    {
      template: fn('A: [!Ref AWS::Region], B: [x], C: []'),
      problems: [
        { messageId: 'single', line: 4, column: 76, level: 'warning', data: { allowed: 'a string' } },
        { messageId: 'single', line: 4, column: 99, level: 'warning' },
        { messageId: 'wrong', line: 4, column: 107, level: 'error', data: { found: 'a list' } },
      ],
    },
    {
      template: fn('A: [[x]], B: [{C: x}]'),
      problems: [
        { messageId: 'wrong', line: 4, column: 76 },
        { messageId: 'wrong', line: 4, column: 86 },
      ],
    },
    {
      template: queue('VisibilityTimeout: soon'),
      problems: [{ messageId: 'wrong', line: 4, column: 37, data: { allowed: 'an integer' } }],
    },
    {
      template: queue('Tags: {a: b}'),
      problems: [{ messageId: 'wrong', line: 4, column: 24, data: { found: 'a map', allowed: 'a list' } }],
    },
    {
      template: 'Resources: {T: {Type: AWS::DynamoDB::Table, Properties: {KeySchema: id}}}\n',
      problems: [{ messageId: 'wrong', line: 1, column: 69, data: { allowed: 'a list' } }],
    },
    {
      template: 'Resources: {P: {Type: AWS::RDS::DBParameterGroup, Properties: {Parameters: {a: {b: c}, d: 1}}}}\n',
      problems: [{ messageId: 'wrong', line: 1, column: 80, data: { found: 'a map', allowed: 'a string' } }],
    },
  ],
});
