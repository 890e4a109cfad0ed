import { iamWildcard } from '../../../src/lint/rules/iam-wildcard.ts';
import { marked } from '../marked.ts';
import { allowing, withRole } from '../roles.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const sam = (policies: string) => samFunction(`Policies: ${policies}`);

const bounded = (boundary: string, more = '') => `Resources:
  Boundary:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}${more}}
  Deploy: {Type: AWS::IAM::Role, Properties: {PermissionsBoundary: ${boundary}}}
`;

tester.run(iamWildcard, {
  valid: [
    bounded('!Ref Boundary'),
    bounded("!Sub 'arn:aws:iam::${AWS::AccountId}:policy/limits'", ', ManagedPolicyName: limits'),
    withRole('', [allowing('s3:GetObject')]),
    withRole('', [allowing("'s3:Get*'")]),
    withRole('', [allowing("'s3:*'", '!Sub arn:aws:s3:::b/*')]),
    withRole('', [allowing("'*'").replace('Allow', 'Deny')]),
    withRole('', [allowing("'*'").replace("Resource: '*'", "Resource: '*', Condition: {Bool: {a: b}}")]),
    withRole('', [`ManagedPolicyArns: [${managed('AmazonS3ReadOnlyAccess')}]`]),
    withRole('', [`ManagedPolicyArns: [${managed('AmazonAPIGatewayInvokeFullAccess')}]`]),
    // Of another account, or no role of a function.
    withRole('', ['ManagedPolicyArns: [arn:aws:iam::111122223333:policy/OurFullAccess]']),
    withRole('', [`ManagedPolicyArns: [${managed('AdministratorAccess')}]`]).replace('!GetAtt Role.Arn', 'r'),
    sam('[{DynamoDBCrudPolicy: {TableName: t}}, CloudWatchPutMetricPolicy: {}]'),
    "Resources:\n  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: {Effect: Allow, Action: 'kms:*', Resource: '*', Principal: {AWS: a}}}}}\n",
  ],
  invalid: [
    // A boundary that is attached as well grants what it allows.
    marked(bounded('!Ref Boundary', ', Roles: [deploy]').replace("'*'", "‹'*'›"), 'everything'),
    marked(bounded('!Ref Boundary, ManagedPolicyArns: [!Ref Boundary]').replace("'*'", "‹'*'›"), 'everything'),
    {
      template: withRole('', [allowing("'*'")]),
      problems: [
        { messageId: 'everything', line: 9, column: 86, endColumn: 89, level: 'warning', data: { id: 'Role' } },
      ],
    },
    {
      // One finding for a statement.
      template: withRole('', [allowing("['s3:Get', 's3:*', 'sqs:*']", '[a, "*"]')]),
      problems: [{ messageId: 'services', line: 9, column: 97, data: { actions: 's3:*, sqs:*' } }],
    },
    {
      template: withRole('', [
        'ManagedPolicyArns:',
        `  - ${managed('AdministratorAccess')}`,
        `  - ${managed('AmazonSQSFullAccess')}`,
      ]),
      problems: [
        { messageId: 'managed', line: 10, column: 11, data: { policy: 'AdministratorAccess', fn: 'Fn' } },
        { messageId: 'managed', line: 11, column: 11, data: { policy: 'AmazonSQSFullAccess' } },
      ],
    },
    {
      template: sam("[AmazonDynamoDBFullAccess, {Statement: {Effect: Allow, Action: 'ses:*', Resource: '*'}}]"),
      problems: [
        { messageId: 'managed', line: 8, column: 18, endColumn: 42, data: { fn: 'Fn' } },
        { messageId: 'services', line: 8, column: 80, data: { id: 'Fn', actions: 'ses:*' } },
      ],
    },
    {
      template: `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: '*', Resource: !If [C, '*', a]}]}}
`,
      problems: [{ messageId: 'everything', line: 4, column: 71 }],
    },
  ],
});
