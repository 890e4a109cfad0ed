import { expect, it } from 'vitest';
import { lint } from '../../../src/lint/lint.ts';
import { cfnUnknownType } from '../../../src/lint/rules/cfn-unknown-type.ts';
import type { Json } from '../../../src/model/tree.ts';
import { tester } from '../tester.ts';

tester.run(cfnUnknownType, {
  valid: [
    // Registered by others, custom resources, and what AWS takes without publishing a schema.
    `Resources:
  A: {Type: MongoDB::Atlas::Cluster}
  B: {Type: 'My::S3::Bucket::MODULE'}
  C: {Type: 'Custom::Anything_at-all', Properties: {ServiceToken: x}}
  D: {Type: AWS::CloudFormation::CustomResource, Properties: {ServiceToken: x}}
  E: {Type: AWS::CloudFormation::Macro, Properties: {Name: m, FunctionName: f}}
  F: {Type: AWS::CDK::Metadata}
  G: {Type: AWSQS::EKS::Cluster}
  H: {Type: 'Alexa::ASK::Skill'}
`,
    // What is no text is the transform's to report.
    `Transform: AWS::Serverless-2016-10-31
Resources:
  A: {Type: AWS::Serverless::SimpleTable}
  B: {Type: 3}
  C: {Type: AWS::SQS::Queue}
`,
    // A macro of the author may take it.
    `Transform: [MyMacro]
Resources:
  A: {Type: 'Boto3::s3.put_object'}
`,
  ],
  invalid: [
    {
      template: `Transform: AWS::Serverless-2016-10-31
Resources:
  A: {Type: AWS::Serverless::Functoin}
  B: {Type: AWS::Serverless::Qxzvwj}
`,
      problems: [
        { messageId: 'suggested', line: 3, column: 13, data: { near: 'AWS::Serverless::Function' } },
        { messageId: 'serverless', line: 4, column: 13, data: { type: 'AWS::Serverless::Qxzvwj' } },
      ],
    },
    {
      template: `Resources:
  Spelling: {Type: AWS::SQS:Queue}
  Case:
    Type: 'AWS::Dynamodb::table'
  Name:
    Type: AWS::Events::Rul
  Service:
    Type: AWS::Lamda::Function
  Elsewhere:
    Type: AWS::CloudWatch::LogGroup
`,
      problems: [
        { messageId: 'suggested', line: 2, column: 20, endColumn: 34, data: { near: 'AWS::SQS::Queue' } },
        { messageId: 'suggested', line: 4, column: 11, data: { near: 'AWS::DynamoDB::Table' } },
        { messageId: 'suggested', line: 6, column: 11, data: { near: 'AWS::Events::Rule' } },
        { messageId: 'suggested', line: 8, column: 11, data: { near: 'AWS::Lambda::Function' } },
        { messageId: 'suggested', line: 10, column: 11, data: { near: 'AWS::Logs::LogGroup' } },
      ],
      output: `Resources:
  Spelling: {Type: AWS::SQS::Queue}
  Case:
    Type: 'AWS::DynamoDB::Table'
  Name:
    Type: AWS::Events::Rul
  Service:
    Type: AWS::Lamda::Function
  Elsewhere:
    Type: AWS::CloudWatch::LogGroup
`,
    },
    {
      template: `Transform: AWS::Serverless-2016-10-31
Resources:
  Unheard: {Type: AWS::Qxzvwj::Zzyzx}
  Bare: {Type: Queue}
  Empty: {Type: ''}
  Sam: {Type: AWS::serverless::SimpleTable}
`,
      problems: [
        {
          messageId: 'unknown',
          line: 3,
          column: 19,
          level: 'warning',
          data: { type: 'AWS::Qxzvwj::Zzyzx', id: 'Unheard' },
        },
        { messageId: 'form', line: 4, column: 16, data: { type: 'Queue' } },
        { messageId: 'form', line: 5, column: 17 },
        { messageId: 'suggested', line: 6, column: 15, data: { near: 'AWS::Serverless::SimpleTable' } },
      ],
      output: `Transform: AWS::Serverless-2016-10-31
Resources:
  Unheard: {Type: AWS::Qxzvwj::Zzyzx}
  Bare: {Type: Queue}
  Empty: {Type: ''}
  Sam: {Type: AWS::Serverless::SimpleTable}
`,
    },
  ],
});

it('reads the list of types only when a type is not found, and is silent without it', () => {
  const read: string[] = [];
  const specs = (file: string): Json | undefined => {
    read.push(file);
    return file === 'cloudformation/aws-sqs.json'
      ? { types: { 'AWS::SQS::Queue': { p: {}, a: [] } }, definitions: {} }
      : undefined;
  };
  const only = ['cfn-unknown-type'];
  lint('Resources: {Q: {Type: AWS::SQS::Queue}}', { specs, only });
  expect(read).toEqual(['cloudformation/aws-sqs.json']);
  const { problems } = lint('Resources: {Q: {Type: AWS::SQS::Nothing}}', { specs, only });
  expect(read.at(-1)).toBe('types.json');
  expect(problems.filter(({ code }) => code === 'cfn-unknown-type')).toEqual([]);
});
