import { samUnknownKey } from '../../../src/lint/rules/sam-unknown-key.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const api = (properties: string): string => `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody: {swagger: '2.0', paths: {}}
      ${properties}
`;

tester.run(samUnknownKey, {
  valid: [
    samFunction('DeploymentPreference: {Enabled: false, Type: AllAtOnce}'),
    // What passes through is checked where it arrives.
    samFunction('VpcConfig: {Subnets: []}'),
    samFunction('Tags: {Any: thing}'),
    // Top-level properties are the transform's business, and so is what it refuses further down.
    samFunction('DeploymentPreferences: {Enabled: false}'),
    api('Cors: {AllowOrigin: "\'*\'", AllowOrigins: "\'*\'"}'),
    api('Domain: {DomainName: d, CertificateArn: c, MutualTlsAuthentication: {Truststore: s3://b/k}}'),
    // Names are the author's.
    api('Auth: {Authorizers: {Mine: {UserPoolArn: arn}}}'),
    `Resources:
  Q:
    Type: AWS::SQS::Queue
    Connectors:
      ToFn:
        DependsOn: []
        Properties: {SourceReference: {Qualifier: x}, Destination: {Id: Q}, Permissions: [Read]}
`,
    // A macro brings what is not written here.
    api('Auth: {Fn::Transform: {Name: Macro}}'),
  ],
  invalid: [
    {
      template: samFunction('DeploymentPreference: {Enabled: false, Hooks: {PreTrafic: Test}, Colour: blue}'),
      problems: [
        { messageId: 'suggested', line: 8, column: 54, endColumn: 63, data: { near: 'PreTraffic' } },
        { messageId: 'unknown', line: 8, column: 72, data: { name: 'Colour' } },
      ],
    },
    {
      template: api('Auth: {Authorizers: {Mine: {UserPoolArns: arn, FunctionArn: arn}}}'),
      problems: [{ messageId: 'suggested', line: 7, column: 35, data: { near: 'UserPoolArn' } }],
    },
    {
      template: `Globals:
  Api:
    Domain: !If [Own, {DomainName: d, Route53: {HostedZone: Z1}}, !Ref AWS::NoValue]
Conditions:
  Own: !Equals [a, b]
Resources:
  Q: {Type: AWS::SQS::Queue}
`,
      problems: [{ messageId: 'suggested', line: 3, column: 49, data: { near: 'HostedZoneId' } }],
    },
    {
      template: samFunction(`Events:
  Orders:
    Type: SNS
    Enabled: true
    Properties:
      Topic: arn:aws:sns:eu-west-1:123456789012:orders
      SqsSubscription: {QueueArn: a, QueueUrl: b, FilterPolicy: {}}`),
      problems: [
        { messageId: 'unknown', line: 11, column: 11, data: { where: "The event 'Orders'" } },
        { messageId: 'unknown', line: 14, column: 57, data: { where: "'SqsSubscription'" } },
      ],
    },
    {
      template: `Resources:
  Q:
    Type: AWS::SQS::Queue
    Connectors:
      ToFn:
        Permissions: [Read]
        Properties: {SourceReference: {Qualifer: x}, Destination: {Id: Q, Qualifier: y}, Permissions: [Read]}
`,
      problems: [
        { messageId: 'unknown', line: 6, column: 9 },
        { messageId: 'suggested', line: 7, column: 40, data: { near: 'Qualifier' } },
      ],
    },
  ],
});
