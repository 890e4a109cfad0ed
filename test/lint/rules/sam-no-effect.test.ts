import { samNoEffect } from '../../../src/lint/rules/sam-no-effect.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const onApi = (event: string, api: string): string =>
  samFunction(
    `Events: {Get: {Type: Api, Properties: {Path: /, Method: get, RestApiId: !Ref Api, ${event}}}}`,
    `  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: prod, ${api}}
`,
  );

const api = (properties: string): string => `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody: {swagger: '2.0', paths: {}}
      ${properties}
`;

const machine = (properties: string): string => `Resources:
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: {StartAt: A, States: {A: {Type: Succeed}}}
      ${properties}
`;

tester.run(samNoEffect, {
  valid: [
    samFunction('Policies: [AWSLambdaExecute]\nRolePath: /x/'),
    // Where the role is nothing, one is generated.
    samFunction('Role: !If [Own, !Ref R, !Ref AWS::NoValue]\nPolicies: []', 'Conditions: {Own: !Equals [a, b]}\n'),
    // What all functions share is no mistake of one of them.
    samFunction('Role: arn:aws:iam::123456789012:role/x', 'Globals: {Function: {PermissionsBoundary: b}}\n'),
    samFunction('AutoPublishAlias: live\nVersionDescription: x'),
    samFunction('PropagateTags: false'),
    onApi('Auth: {ApiKeyRequired: true}', 'Name: x'),
    onApi('Auth: {ApiKeyRequired: true}', 'MergeDefinitions: true, DefinitionBody: {swagger: "2.0", paths: {}}'),
    machine(
      'Role: r\n      PermissionsBoundary: b\n      Events: {Daily: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}',
    ),
    // An API that events imply counts.
    samFunction('Events: {Get: {Type: Api, Properties: {Path: /, Method: get}}}', 'Globals: {Api: {Name: x}}\n'),
    api(
      'Domain: {DomainName: d, CertificateArn: c, EndpointConfiguration: !Ref E, AccessAssociation: {VpcEndpointId: v}}',
    ),
  ],
  invalid: [
    {
      template: samFunction(`Role: arn:aws:iam::123456789012:role/x
Policies: []
VersionDescription: x
CodeUri: ./src
ImageUri: x
PropagateTags: true`),
      problems: [
        { messageId: 'ignored', line: 9, column: 7, endColumn: 15, data: { what: 'Policies' } },
        { messageId: 'ignored', line: 10, column: 7 },
        { messageId: 'ignored', line: 11, column: 7 },
        { messageId: 'ignored', line: 12, column: 7 },
        { messageId: 'ignored', line: 13, column: 7 },
      ],
    },
    {
      template: samFunction(`Events:
  Topic: {Type: SNS, Properties: {Topic: t, SqsSubscription: {QueueArn: a, QueueUrl: b, Enabled: true}}}
  Queue: {Type: SQS, Properties: {Queue: arn:aws:sqs:eu-west-1:123456789012:q, SecretsManagerKmsKeyId: k}}
  Daily: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day), RoleArn: r, PermissionsBoundary: b}}
  Weekly: {Type: Schedule, Properties: {Schedule: rate(7 days), DeadLetterConfig: {Arn: a, QueueLogicalId: Q}}}`),
      problems: [
        { messageId: 'ignored', line: 9, column: 95, data: { what: 'SqsSubscription.Enabled' } },
        { messageId: 'ignored', line: 10, column: 86 },
        { messageId: 'ignored', line: 11, column: 93 },
        { messageId: 'ignored', line: 12, column: 98, data: { what: 'DeadLetterConfig.QueueLogicalId' } },
      ],
    },
    {
      template: onApi('Auth: {ApiKeyRequired: true}', 'DefinitionBody: {swagger: "2.0", paths: {}}'),
      problems: [{ messageId: 'ignored', line: 8, column: 89, data: { why: "'Api' has a definition of its own" } }],
    },
    {
      template: onApi('Stage: prod, RequestModel: {Required: true}, Auth: {InvokeRole: r}', 'Name: x'),
      problems: [
        { messageId: 'ignored', line: 8, column: 89 },
        { messageId: 'ignored', line: 8, column: 102 },
        { messageId: 'ignored', line: 8, column: 141, data: { what: 'Auth.InvokeRole' } },
      ],
    },
    {
      template: api(`Auth:
        AddDefaultAuthorizerToCorsPreflight: false
        AddApiKeyRequiredToCorsPreflight: false
        UsagePlan: {CreateUsagePlan: NONE, UsagePlanName: x}
        Authorizers:
          Pool: {UserPoolArn: a, FunctionPayloadType: TOKEN, Identity: {Headers: [X]}}
          Token: {FunctionArn: a, Identity: {Headers: [X]}}
          Request: {FunctionArn: a, FunctionPayloadType: REQUEST, Identity: {Headers: [X], Header: Y}}
      Domain: {DomainName: d, CertificateArn: c, NormalizeBasePath: false, AccessAssociation: {VpcEndpointId: v}}`),
      problems: [
        { messageId: 'ignored', line: 8, column: 9 },
        { messageId: 'ignored', line: 9, column: 9 },
        { messageId: 'ignored', line: 10, column: 44 },
        { messageId: 'ignored', line: 12, column: 34 },
        { messageId: 'ignored', line: 12, column: 73 },
        { messageId: 'ignored', line: 13, column: 46 },
        { messageId: 'ignored', line: 14, column: 92 },
        { messageId: 'ignored', line: 15, column: 50 },
        { messageId: 'ignored', line: 15, column: 76 },
      ],
    },
    {
      template: machine('Role: r\n      RolePath: /x/\n      PermissionsBoundary: b\n      PropagateTags: true'),
      problems: [
        { messageId: 'ignored', line: 7, column: 7 },
        { messageId: 'ignored', line: 8, column: 7 },
        { messageId: 'ignored', line: 9, column: 7 },
      ],
    },
    {
      template: `Globals:
  HttpApi:
    PropagateTags: true
Resources:
  Layer:
    Type: AWS::Serverless::LayerVersion
    IgnoreGlobals: '*'
    Properties: {ContentUri: s3://b/k}
`,
      problems: [
        { messageId: 'ignored', line: 2, column: 3, data: { what: 'Globals.HttpApi' } },
        { messageId: 'ignored', line: 7, column: 5 },
      ],
    },
  ],
});
