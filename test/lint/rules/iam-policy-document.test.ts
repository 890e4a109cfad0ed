import { iamPolicyDocument } from '../../../src/lint/rules/iam-policy-document.ts';
import { marked } from '../marked.ts';
import { resource, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const policy = (statement: string, further = '') =>
  resource('AWS::IAM::ManagedPolicy', `PolicyDocument: {Statement: [${statement}]}`, further);
const trust = (statement: string) => resource('AWS::IAM::Role', `AssumeRolePolicyDocument: {Statement: ${statement}}`);
const bucket = (statement: string) => resource('AWS::S3::BucketPolicy', `PolicyDocument: {Statement: ${statement}}`);
const others =
  '  Bucket: {Type: AWS::S3::Bucket}\n  Queue: {Type: AWS::SQS::Queue}\n  Provider: {Type: AWS::IAM::OIDCProvider}\n';
const queue = (statement: string) =>
  resource('AWS::SQS::QueuePolicy', `PolicyDocument: {Statement: ${statement}}`, others);
const github = "'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'";

tester.run(iamPolicyDocument, {
  valid: [
    resource('AWS::IAM::Role', `AssumeRolePolicyDocument: '{"Statement": []}'`),
    trust('{Effect: Allow, Action: [sts:AssumeRole, sts:TagSession], Principal: {Service: lambda.amazonaws.com}}'),
    resource(
      'AWS::Events::EventBusPolicy',
      'StatementId: a, Statement: {Effect: Allow, Action: events:PutEvents, Principal: "*", Resource: "arn:aws:events:a:1:b"}',
    ),
    resource(
      'AWS::OpenSearchService::Domain',
      'AccessPolicies: {Statement: {Effect: Allow, Action: es:*, Principal: "*"}}',
    ),
    policy('{Sid: A, Effect: Allow, Action: [s3:*, "*"], NotResource: ["arn:aws:s3:::b", !GetAtt B.Arn, !Ref P, "*"]}'),
    policy('!If [A, {Effect: Deny, NotAction: "s3:Get*", Resource: !Sub "${B.Arn}/*"}, !Ref AWS::NoValue]'),
    policy('!Ref Statement'),
    trust('{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: lambda.amazonaws.com}}'),
    bucket(
      '{Sid: "not so strict", Effect: Allow, Action: s3:GetObject, Principal: "*", Resource: "arn:aws:s3:::b", Condition: {ForAllValues:StringLikeIfExists: {a: b}, Bool: {c: "true"}}}',
    ),
    resource(
      'AWS::ECR::Repository',
      'RepositoryPolicyText: {Statement: {Effect: Allow, Action: ecr:Get*, Principal: "*"}}',
    ),
    resource('AWS::S3::BucketPolicy', "PolicyDocument: '{}'"),
    queue('{Effect: Allow, Action: ["sqs:*", SQS:SendMessage], Principal: "*", Resource: !GetAtt Queue.Arn}'),
    queue("{Effect: Allow, Action: !Ref Actions, Principal: '*', Resource: !Sub 'arn:aws:sqs:*:*:${Queue.QueueName}'}"),
    trust(
      '{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: [logs.eu-west-1.amazonaws.com, ec2.amazonaws.com.cn]}}',
    ),
    trust(`{Effect: Allow, Action: 'sts:Assume*', Principal: {Federated: ${github}}}`),
    trust(
      `{Effect: Allow, Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'], Principal: {Federated: !Ref Provider}}`,
    ),
    trust(`{Effect: Deny, Action: 'sts:AssumeRole', Principal: {Federated: ${github}}}`),
  ],
  invalid: [
    marked(
      trust('{Effect: Allow, Action: [sts:AssumeRole, ‹s3:GetObject›], Principal: {Service: lambda.amazonaws.com}}'),
      {
        messageId: 'takingAction',
        data: { action: 's3:GetObject' },
      },
    ),
    marked(policy('{Effect: Allow, Action: ‹[]›, Resource: "*"}'), { messageId: 'empty', data: { name: 'Action' } }),
    marked(resource('AWS::IAM::Role', `AssumeRolePolicyDocument: '{"Statement": [‹]›'`), {
      messageId: 'text',
      data: { expected: "',' or '}'" },
    }),
    marked(
      resource(
        'AWS::Events::EventBusPolicy',
        'StatementId: a, Statement: {Effect: ‹allow›, Action: events:*, Principal: "*", Resource: "*"}',
      ),
      'effect',
    ),
    marked(
      resource(
        'AWS::OpenSearchService::Domain',
        'AccessPolicies: {Statement: {Effect: ‹Alow›, Action: es:*, Principal: "*"}}',
      ),
      'effect',
    ),
    marked(
      resource(
        'AWS::IoT::Policy',
        'PolicyDocument: {Statement: {Effect: ‹Permit›, Action: iot:Connect, Resource: "*"}}',
      ),
      'effect',
    ),
    marked(
      resource('AWS::Backup::BackupVault', 'AccessPolicy: {Statement: {Effect: ‹Alow›, Action: "*", Principal: "*"}}'),
      'effect',
    ),
    marked(
      policy(
        "{Effect: Allow, Action: 's3:GetObject', Resource: [‹!Sub '${Bucket}/*'›, !Sub '${Bucket.Arn}/*', ‹!GetAtt Queue.QueueName›, ‹!Ref Queue›]}",
        others,
      ),
      [
        {
          messageId: 'resourceName',
          data: { reference: "'Ref' of 'Bucket'", type: 'AWS::S3::Bucket', given: 'a name' },
        },
        { messageId: 'resourceName', data: { reference: "'Queue.QueueName'", given: 'a name' } },
        { messageId: 'resourceName', data: { reference: "'Ref' of 'Queue'", given: 'a URL' } },
      ],
    ),
    marked(
      queue(
        "{Effect: Allow, Action: [sqs:SendMessage, ‹'sns:Publish'›, ‹sqs:ListQueues›], Principal: '*', Resource: ‹!Ref Queue›}",
      ),
      [
        { messageId: 'foreignAction', data: { action: 'sns:Publish', service: 'sqs' } },
        'accountAction',
        'resourceName',
      ],
    ),
    marked(
      queue(
        "{Effect: Allow, Action: ['sqs:A', 'sqs:B', 'sqs:C', 'sqs:D', 'sqs:E', 'sqs:F', 'sqs:G', ‹'sqs:H'›], Principal: '*', Resource: '*'}",
      ),
      { messageId: 'manyActions', data: { count: '8', most: '7' } },
    ),
    marked(
      trust(
        '{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: [‹lambda›, ‹ec2.amazon.com›, ‹s3.amazonaws.co›, sns.amazonaws.com]}}',
      ),
      [
        { messageId: 'service', data: { found: 'lambda', wanted: 'lambda.amazonaws.com' } },
        { messageId: 'service', data: { wanted: 'ec2.amazonaws.com' } },
        { messageId: 'service', data: { wanted: 's3.amazonaws.com' } },
      ],
    ),
    marked(trust(`[{Effect: Allow, Action: sts:AssumeRole, Principal: {Federated: ‹${github}›}}]`), {
      messageId: 'federation',
      data: { action: 'sts:AssumeRoleWithWebIdentity' },
    }),
    marked(
      trust(
        "{Effect: Allow, Action: 'sts:AssumeRole', Principal: {Federated: ‹'arn:aws:iam::111122223333:saml-provider/a'›}}",
      ),
      { messageId: 'federation', data: { action: 'sts:AssumeRoleWithSAML' } },
    ),
    marked(
      trust(
        "{Effect: Allow, Action: sts:AssumeRole, Principal: {AWS: ['111122223333', AROAEXAMPLEEXAMPLE123, ‹'1234'›]}}",
      ),
      [{ messageId: 'principalAccount', data: { text: '1234' } }],
    ),
    {
      template: resource('AWS::IAM::ManagedPolicy', "PolicyDocument: {version: '2012-10-17', Version: 2012, Extra: 1}"),
      problems: [
        { messageId: 'elementNear', line: 4, column: 35, endColumn: 42, data: { near: 'Version' } },
        { messageId: 'element', line: 4, column: 73, data: { name: 'Extra' } },
        { messageId: 'version', line: 4, column: 67, endColumn: 71 },
        { messageId: 'noStatement', line: 4, column: 34 },
      ],
    },
    {
      template: policy('{Effect: allow, Resource: "*"}, {Action: s3:*, NotAction: a:b, Resource: "*"}, text'),
      problems: [
        { messageId: 'effect', line: 4, column: 56, endColumn: 61 },
        { messageId: 'neither', line: 4, column: 47, endColumn: 77, data: { name: 'Action' } },
        { messageId: 'noEffect', line: 4, column: 79 },
        { messageId: 'both', line: 4, column: 94, endColumn: 103 },
        { messageId: 'statement', line: 4, column: 126 },
      ],
    },
    {
      template: policy(
        '{Sid: a b, Effect: Allow, Action: s3, Resource: [my-table, !Ref Table, arn:aws:s3:b], Principal: "*"}',
        '  Table: {Type: AWS::DynamoDB::Table}\n',
      ),
      problems: [
        { messageId: 'sid', line: 4, column: 53 },
        { messageId: 'action', line: 4, column: 81, data: { found: "'s3'" } },
        { messageId: 'resource', line: 4, column: 96, endColumn: 104 },
        { messageId: 'resourceName', line: 4, column: 106, data: { id: 'Table' } },
        { messageId: 'resource', line: 4, column: 118 },
        { messageId: 'identity', line: 4, column: 133, endColumn: 142 },
      ],
    },
    {
      template: policy('{Sid: A, Effect: Deny, Action: "*"}, {Sid: A, Effect: Deny, Action: 1, Resource: 1}'),
      problems: [
        { messageId: 'neither', line: 4, column: 47, data: { name: 'Resource' } },
        { messageId: 'sidTwice', line: 4, column: 90 },
        { messageId: 'action', line: 4, column: 115, data: { found: 'a number' } },
        { messageId: 'resource', line: 4, column: 128 },
      ],
    },
    {
      template: trust('{Effect: Allow, Action: sts:AssumeRole, Resource: "*"}'),
      problems: [
        { messageId: 'trust', line: 4, column: 96, endColumn: 104 },
        { messageId: 'neither', line: 4, column: 56, data: { name: 'Principal' } },
      ],
    },
    {
      template: bucket(
        '{Effect: Allow, Action: "s3:*", Resource: "*", Principal: me, Condition: {StringEqual: {a: b}, Bool: 1, Is: {}}}',
      ),
      problems: [
        { messageId: 'who', line: 4, column: 104, endColumn: 106, data: { found: "'me'" } },
        { messageId: 'operatorNear', line: 4, column: 120, data: { near: 'StringEquals' } },
        { messageId: 'conditionKeys', line: 4, column: 147 },
        { messageId: 'operator', line: 4, column: 150 },
      ],
    },
    {
      template: bucket(
        '{Effect: Allow, Action: "s3:*", Resource: "*", Principal: {AWS: ["arn:aws::iam::111122223333:root", "arn:aws:iam::111122223333:role/a-*", "arn:aws:iam::111122223333:role/a", "*", "arn:aws:iam::${self:own.account}:root"]}}',
      ),
      problems: [
        { messageId: 'principalArn', line: 4, column: 111, data: { arn: 'arn:aws::iam::111122223333:root' } },
        { messageId: 'principalPattern', line: 4, column: 146 },
        { messageId: 'principalArn', line: 4, column: 225 },
      ],
    },
    {
      template: bucket('{Effect: Allow, Action: "s3:*", Resource: "*", Principal: {Aws: "*"}, Condition: x}'),
      problems: [
        { messageId: 'principalKind', line: 4, column: 105, data: { kind: 'Aws' } },
        { messageId: 'condition', line: 4, column: 127 },
      ],
    },
    {
      template: samFunction(`Policies:
  - Statement:
      - Effect: Allow
        Action: s3:GetObject`),
      problems: [{ messageId: 'neither', line: 10, column: 15, data: { name: 'Resource' } }],
    },
    {
      template: resource('AWS::IAM::ManagedPolicy', 'PolicyDocument: [1]'),
      problems: [{ messageId: 'document', line: 4, column: 34 }],
    },
    marked(
      resource(
        'AWS::KMS::Key',
        `KeyPolicy: {Statement: [
          {Effect: Allow, Principal: '*', Action: 'kms:*', Resource: ‹{Foo: bar}›},
          {Effect: Allow, Principal: {Service: [s3.amazonaws.com, ‹{Foo: bar}›]}, Action: 'kms:*', Resource: '*'},
          {Effect: Allow, Principal: '*', Action: 'kms:*', Resource: '*', Condition: {StringEquals: {a: [‹{b: c}›, d]}}}
        ]}`,
      ),
      ['resource', 'principalValue', 'conditionValue'],
    ),
    marked(resource('AWS::SNS::TopicPolicy', 'Topics: [a], PolicyDocument: ‹t›ext'), 'text'),
  ],
});
