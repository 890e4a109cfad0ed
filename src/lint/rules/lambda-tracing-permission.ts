import { defineRule } from '../../model/rule.ts';
import { attachManagedPolicy } from '../facts/edits/role.ts';
import { lackedActions, writtenRole } from '../facts/policies/role-permissions.ts';

const actions = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

export const lambdaTracingPermission = defineRule({
  id: 'lambda-tracing-permission',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'Active tracing without X-Ray permission',
  description:
    'With active tracing the execution role must allow `xray:PutTraceSegments` and `xray:PutTelemetryRecords`, or no trace arrives. Attach `AWSXRayDaemonWriteAccess`. SAM adds the permission only to roles that it makes.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
  fixes: { missing: 'unsafe' },
  messages: {
    missing: "Tracing is active, but the role '{role}' does not allow {actions}; attach AWSXRayDaemonWriteAccess.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !GetAtt Role.Arn
    Tracing: ‹Active›
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !GetAtt Role.Arn
    Tracing: Active
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess'`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['TracingConfig'],
  check(fn, cx) {
    const active = fn.strings('TracingConfig', 'Mode').find(({ value }) => value === 'Active');
    const role = active && writtenRole(fn, cx);
    const lacked = role ? lackedActions(role, actions, cx) : [];
    if (!role || lacked.length === 0) return;
    cx.report('missing', active.at, {
      data: { role: role.id, actions: lacked.join(' and ') },
      related: [role.at],
      fix: attachManagedPolicy(role, 'AWSXRayDaemonWriteAccess'),
    });
  },
});
