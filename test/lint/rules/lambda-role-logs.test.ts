import { lambdaRoleLogs } from '../../../src/lint/rules/lambda-role-logs.ts';
import { allowing, withRole } from '../roles.ts';
import { tester } from '../tester.ts';

const sqs = 'arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole';

tester.run(lambdaRoleLogs, {
  valid: [
    withRole('', [`ManagedPolicyArns: [${sqs}]`]),
    withRole('', [
      "ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']",
    ]),
    withRole('', [allowing("['logs:Create*', logs:PutLogEvents]")]),
    withRole('', [allowing('"*"')]),
    withRole('', ['ManagedPolicyArns: [!Ref Boundary]']),
    withRole('', ['ManagedPolicyArns: [arn:aws:iam::111122223333:policy/own]']),
    withRole(
      '',
      [],
      `  Logs:
    Type: AWS::IAM::Policy
    Properties:
      Roles: [!Ref Role]
      PolicyDocument: {Statement: [{Effect: Allow, NotAction: 'iam:*', Resource: '*'}]}
`,
    ),
    withRole('', []).replace('!GetAtt Role.Arn', 'arn:aws:iam::111122223333:role/r'),
    `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}
`,
  ],
  invalid: [
    {
      template: withRole('', ['ManagedPolicyArns:', '  - arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess']),
      problems: [{ messageId: 'missing', line: 4, column: 24, data: { role: 'Role' } }],
      output: withRole('', [
        'ManagedPolicyArns:',
        "  - !Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'",
        '  - arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
      ]),
    },
    {
      template: withRole('', [allowing("'logs:PutLogEvents'")]),
      problems: [{ messageId: 'missing', line: 4, column: 24, data: { actions: 'allow logs:CreateLogStream, so' } }],
      output: `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Role.Arn}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: []}
      Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: 'logs:PutLogEvents', Resource: '*'}}}]
`,
    },
    {
      template: JSON.stringify({
        Resources: {
          Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
          Fn: {
            Type: 'AWS::Serverless::Function',
            Properties: { InlineCode: 'x', Handler: 'a.b', Runtime: 'nodejs22.x', Role: { 'Fn::GetAtt': 'Role.Arn' } },
          },
        },
      }),
      problems: [{ messageId: 'missing', line: 1, column: 211 }],
      output:
        '{"Resources":{"Role":{"Type":"AWS::IAM::Role","Properties":{"ManagedPolicyArns": [{"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"}], "AssumeRolePolicyDocument":{}}},"Fn":{"Type":"AWS::Serverless::Function","Properties":{"InlineCode":"x","Handler":"a.b","Runtime":"nodejs22.x","Role":{"Fn::GetAtt":"Role.Arn"}}}}}',
    },
  ],
});
