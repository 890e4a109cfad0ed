import { cfnDeletionPolicy } from '../../../src/lint/rules/cfn-deletion-policy.ts';
import { tester } from '../tester.ts';

const resource = (type: string, attributes: string) => `Resources:
  Kept:
    Type: ${type}
    ${attributes}
`;

tester.run(cfnDeletionPolicy, {
  valid: [
    resource('AWS::S3::Bucket', 'DeletionPolicy: RetainExceptOnCreate'),
    resource('AWS::S3::Bucket', 'UpdateReplacePolicy: Delete'),
    resource('AWS::RDS::DBInstance', 'DeletionPolicy: Snapshot'),
    resource('Acme::Store::Table', 'DeletionPolicy: Snapshot'),
    resource('AWS::Serverless::SimpleTable', 'DeletionPolicy: Retain'),
    resource('AWS::S3::Bucket', 'DeletionPolicy: !Ref Policy'),
    resource('AWS::S3::Bucket', 'DeletionPolicy:'),
  ],
  invalid: [
    {
      template: resource('AWS::S3::Bucket', 'DeletionPolicy: {A: Retain}'),
      problems: [{ messageId: 'kind', line: 4, column: 21, data: { found: 'a map' } }],
    },
    {
      template: resource('AWS::S3::Bucket', 'DeletionPolicy: [Retain]'),
      problems: [{ messageId: 'kind', line: 4, column: 21, data: { found: 'a list' } }],
    },
    {
      template: resource('AWS::S3::Bucket', 'DeletionPolicy: retain'),
      problems: [
        {
          messageId: 'suggested',
          data: { name: 'DeletionPolicy', found: 'retain', near: 'Retain' },
          line: 4,
          column: 21,
          endLine: 4,
          endColumn: 27,
        },
      ],
      output: resource('AWS::S3::Bucket', 'DeletionPolicy: Retain'),
    },
    {
      template: resource('AWS::Serverless::SimpleTable', 'UpdateReplacePolicy: Archive'),
      problems: [{ messageId: 'value', line: 4, column: 26 }],
    },
    {
      template: resource('AWS::S3::Bucket', 'UpdateReplacePolicy: RetainExceptOnCreate'),
      problems: [{ messageId: 'value', line: 4, column: 26 }],
    },
    {
      template: resource('AWS::S3::Bucket', 'DeletionPolicy: 3'),
      problems: [{ messageId: 'kind', line: 4, column: 21 }],
    },
    {
      template: resource('AWS::DynamoDB::Table', 'DeletionPolicy: Snapshot'),
      problems: [{ messageId: 'snapshot', data: { type: 'AWS::DynamoDB::Table' }, line: 4, column: 21 }],
    },
    {
      template: resource('AWS::Serverless::Function', 'DeletionPolicy: Snapshot'),
      problems: [{ messageId: 'snapshot', line: 4, column: 21 }],
    },
  ],
});
