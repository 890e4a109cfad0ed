import { defineRule } from '../../model/rule.ts';
import { attachManagedPolicy } from '../facts/edits/role.ts';
import { lackedActions, writtenRole } from '../facts/policies/role-permissions.ts';

const actions = ['logs:CreateLogStream', 'logs:PutLogEvents'];

export const lambdaRoleLogs = defineRule({
  id: 'lambda-role-logs',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'Execution role cannot write logs',
  description:
    'Without `logs:CreateLogStream` and `logs:PutLogEvents` a function runs, but nothing of what it says or how it fails is kept. Attach `AWSLambdaBasicExecutionRole`. Roles that SAM makes have it; roles of other stacks, and policies that cannot be seen here, are not judged.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  fixes: { missing: 'unsafe' },
  messages: {
    missing:
      "The role '{role}' does not allow {actions}, so '{fn}' writes no logs; attach AWSLambdaBasicExecutionRole.",
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
    Role: ‹!GetAtt Role.Arn›
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/AmazonS3ReadOnlyAccess'`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !GetAtt Role.Arn
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const role = writtenRole(fn, cx);
    const lacked = role ? lackedActions(role, actions, cx) : [];
    if (!role || lacked.length === 0) return;
    cx.report('missing', fn.place('Role'), {
      data: { role: role.id, actions: lacked.join(' and '), fn: fn.id },
      related: [role.at],
      fix: attachManagedPolicy(role, 'service-role/AWSLambdaBasicExecutionRole'),
    });
  },
});
