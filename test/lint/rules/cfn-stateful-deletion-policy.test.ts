import { cfnStatefulDeletionPolicy } from '../../../src/lint/rules/cfn-stateful-deletion-policy.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const both = 'DeletionPolicy: Retain, UpdateReplacePolicy: Delete';

tester.run(cfnStatefulDeletionPolicy, {
  valid: [
    `Resources:\n  Bucket: {Type: AWS::S3::Bucket, ${both}}\n`,
    `Resources:\n  Table: {Type: AWS::Serverless::SimpleTable, ${both}}\n`,
    'Resources:\n  Topic: {Type: AWS::SNS::Topic}\n',
    // What is in these is passing, or keeps them from being deleted.
    'Resources:\n  A: {Type: AWS::SQS::Queue}\n  B: {Type: AWS::Logs::LogGroup}\n  C: {Type: AWS::S3::Bucket}\n',
    'Resources:\n  A: {Type: AWS::DynamoDB::Table, Properties: {DeletionProtectionEnabled: true}}\n  B: {Type: AWS::Cognito::UserPool, Properties: {DeletionProtection: ACTIVE}}\n',
    'Resources:\n  Member: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref C}}\n',
    // A bucket that holds objects is not deleted, whatever the other policy is.
    'Resources:\n  Bucket: {Type: AWS::S3::Bucket, DeletionPolicy: Retain}\n',
    'Resources:\n  Bucket: {Type: AWS::S3::Bucket, DeletionPolicy: RetainExceptOnCreate}\n',
    'Resources:\n  Bucket: {Type: AWS::S3::Bucket, UpdateReplacePolicy: Retain}\n',
    // What SAM makes has no place for it.
    samFunction('Events: {E: {Type: SNS, Properties: {Topic: arn:aws:sns:eu-west-1:1:t, SqsSubscription: true}}}'),
  ],
  invalid: [
    {
      template:
        'Resources:\n  Pool: {Type: AWS::Cognito::UserPool}\n  Table:\n    Type: AWS::Serverless::SimpleTable\n',
      problems: [
        { messageId: 'neither', line: 2, column: 3, level: 'info', data: { id: 'Pool' } },
        { messageId: 'neither', line: 3, column: 3, level: 'info', data: { id: 'Table' } },
      ],
    },
    {
      template: 'Resources:\n  Cluster: {Type: AWS::RDS::DBCluster}\n  Db: {Type: AWS::RDS::DBInstance}\n',
      problems: [
        { messageId: 'neitherKept', line: 2, column: 3, level: 'info' },
        { messageId: 'neitherKept', line: 3, column: 3, level: 'info' },
      ],
    },
    {
      template: `Resources:
  Mails:
    Type: AWS::SQS::Queue
    # keep what customers sent us
    DeletionPolicy: Retain # for ever
`,
      problems: [{ messageId: 'UpdateReplacePolicy', line: 5, column: 5, endColumn: 19, level: 'warning' }],
      output: `Resources:
  Mails:
    Type: AWS::SQS::Queue
    # keep what customers sent us
    DeletionPolicy: Retain # for ever
    UpdateReplacePolicy: Retain
`,
    },
    {
      template: '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue", "UpdateReplacePolicy": "Retain"}}}',
      problems: [{ messageId: 'DeletionPolicy', line: 1, column: 53, level: 'warning', data: { id: 'Queue' } }],
      output:
        '{"Resources": {"Queue": {"Type": "AWS::SQS::Queue", "UpdateReplacePolicy": "Retain", "DeletionPolicy": "Retain"}}}',
    },
    {
      template: 'Resources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    DeletionPolicy: RetainExceptOnCreate\n',
      problems: [{ messageId: 'UpdateReplacePolicy', line: 4, column: 5 }],
      output:
        'Resources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    DeletionPolicy: RetainExceptOnCreate\n    UpdateReplacePolicy: Retain\n',
    },
    {
      template: 'Resources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    DeletionPolicy: Delete\n',
      problems: [
        { messageId: 'explicit', line: 4, column: 5, level: 'info', data: { missing: 'UpdateReplacePolicy' } },
      ],
      output:
        'Resources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    DeletionPolicy: Delete\n    UpdateReplacePolicy: Delete\n',
    },
    {
      template: 'Resources:\n  Bucket: {Type: AWS::S3::Bucket, DeletionPolicy: Delete}\n',
      problems: [{ messageId: 'explicit', line: 2, column: 35, level: 'info' }],
      output: 'Resources:\n  Bucket: {Type: AWS::S3::Bucket, DeletionPolicy: Delete, UpdateReplacePolicy: Delete}\n',
    },
    {
      // Without 'DeletionPolicy' CloudFormation makes a snapshot of a database.
      template: 'Resources:\n  Db: {Type: AWS::RDS::DBInstance, UpdateReplacePolicy: Retain}\n',
      problems: [
        {
          messageId: 'DeletionPolicyKept',
          line: 2,
          column: 36,
          level: 'info',
          data: { id: 'Db' },
        },
      ],
      output: 'Resources:\n  Db: {Type: AWS::RDS::DBInstance, UpdateReplacePolicy: Retain, DeletionPolicy: Retain}\n',
    },
    {
      // Without 'UpdateReplacePolicy' it makes none.
      template: 'Resources:\n  Db: {Type: AWS::RDS::DBInstance, DeletionPolicy: Retain}\n',
      problems: [{ messageId: 'UpdateReplacePolicy', line: 2, column: 36, level: 'warning' }],
      output: 'Resources:\n  Db: {Type: AWS::RDS::DBInstance, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}\n',
    },
    {
      // No policy at all, so it is not written a second time.
      template: 'Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    DeletionPolicy: Keep\n',
      problems: [{ messageId: 'UpdateReplacePolicy', line: 4, column: 5 }],
    },
    {
      template: 'Resources:\n  Pool:\n    Type: AWS::Cognito::UserPool\n    DeletionPolicy: !Ref Policy\n',
      problems: [{ messageId: 'UpdateReplacePolicy', line: 4, column: 5 }],
    },
  ],
});
