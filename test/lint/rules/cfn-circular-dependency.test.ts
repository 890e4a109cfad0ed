import { cfnCircularDependency } from '../../../src/lint/rules/cfn-circular-dependency.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const fn = (...lines: string[]) => samFunctionCalled('Fn', lines.join('\n'));
const upload = "Events: {Upload: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}}";
const bucket = '  Bucket: {Type: AWS::S3::Bucket}\n';
const two = (first: string, second: string) => `Conditions: {C: !Equals [a, b]}
Resources:
  A: {Type: AWS::SQS::Queue, ${first}}
  B: {Type: AWS::SQS::Queue, ${second}}
`;

tester.run(cfnCircularDependency, {
  valid: [
    `Resources:\n${fn(upload)}${bucket}`,
    `Resources:\n${fn('Policies: [S3ReadPolicy: {BucketName: !Ref Bucket}]')}${bucket}`,
    `Resources:\n${fn('Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}')}`,
    two(
      'Properties: {QueueName: !If [C, !GetAtt B.QueueName, a]}',
      'Properties: {QueueName: !If [C, b, !GetAtt A.QueueName]}',
    ),
  ],
  invalid: [
    {
      template: `Resources:\n${fn('Policies: [S3ReadPolicy: {BucketName: !Ref Bucket}]', upload)}${bucket}`,
      problems: [
        {
          messageId: 'cycle',
          line: 8,
          column: 50,
          data: {
            path: "'Fn' needs 'Bucket' (Policies.S3ReadPolicy.BucketName), and 'Bucket' needs 'Fn' (event 'Upload')",
          },
        },
      ],
    },
    {
      template: `Globals: {Function: {Environment: {Variables: {BUCKET: !Ref Bucket}}}}\nResources:\n${fn(upload)}${bucket}`,
      problems: [
        {
          messageId: 'cycle',
          line: 1,
          column: 61,
          data: { path: "'Fn' needs 'Bucket' (Globals.Function.Environment.Variables), and" },
        },
      ],
    },
    {
      template: `Resources:\n${fn('Policies:', '  - LambdaInvokePolicy: {FunctionName: !Ref Fn}')}`,
      problems: [
        { messageId: 'cycle', line: 9, column: 51, data: { path: "'Fn' needs itself (Policies.LambdaInvokePolicy" } },
      ],
    },
    {
      template: `Resources:\n${fn('Environment: {Variables: {URL: !Sub "https://${ServerlessRestApi}.example.com"}}', 'Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}')}`,
      problems: [
        {
          messageId: 'cycle',
          line: 8,
          column: 54,
          data: { path: "needs 'ServerlessRestApi' (generated)", cure: 'requestContext' },
        },
      ],
    },
    {
      template: two('Properties: {QueueName: !GetAtt B.QueueName}', 'DependsOn: A'),
      problems: [
        {
          messageId: 'dependsOn',
          line: 4,
          column: 41,
          data: { path: "'B' needs 'A' (DependsOn), and 'A' needs 'B' (QueueName)" },
        },
      ],
    },
    {
      template: two('Properties: {QueueName: !Sub "${A}-x"}', 'Properties: {}'),
      problems: [{ messageId: 'cycle', line: 3, column: 62, data: { path: "'A' needs itself (QueueName). Nothing" } }],
    },
    {
      template: `Conditions:
  A: !Not [!Condition B]
  B: !And [!Condition C, !Equals [a, b]]
  C: !Not [!Condition A]
  D: !Not [!Condition D]
Resources: {T: {Type: AWS::SNS::Topic}}
`,
      problems: [
        { messageId: 'conditions', line: 4, column: 23, data: { path: "'A' needs 'B' needs 'C' needs 'A'" } },
        { messageId: 'conditions', line: 5, column: 23, data: { path: "'D' needs 'D'" } },
      ],
    },
  ],
});
