import { lambdaTracingPermission } from '../../../src/lint/rules/lambda-tracing-permission.ts';
import { allowing, withRole } from '../roles.ts';
import { tester } from '../tester.ts';

const active = 'TracingConfig: {Mode: Active}';

tester.run(lambdaTracingPermission, {
  valid: [
    withRole(active, ['ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess]']),
    withRole(active, [allowing("'xray:Put*'")]),
    withRole('TracingConfig: {Mode: PassThrough}', []),
    `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x, Tracing: Active}
`,
  ],
  invalid: [
    {
      template: withRole(active, [
        'ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      ]),
      problems: [{ messageId: 'missing', line: 4, column: 64, data: { role: 'Role' } }],
      output: `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Role.Arn, TracingConfig: {Mode: Active}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: []}
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess', arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
`,
    },
    {
      template: `Globals: {Function: {Tracing: Active}}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x, Role: !GetAtt Role.Arn}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ${allowing("'xray:PutTraceSegments'")}
`,
      problems: [{ messageId: 'missing', line: 1, column: 31, data: { actions: 'allow xray:PutTelemetryRecords;' } }],
      output: `Globals: {Function: {Tracing: Active}}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x, Role: !GetAtt Role.Arn}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess']
      Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: 'xray:PutTraceSegments', Resource: '*'}}}]
`,
    },
  ],
});
