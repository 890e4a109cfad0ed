import { defineRule } from '../../model/rule.ts';
import { attachManagedPolicy } from '../facts/edits/role.ts';
import { isInVpc } from '../facts/functions/vpc.ts';
import { lackedActions, writtenRole } from '../facts/policies/role-permissions.ts';

/** What Lambda insists on; `ec2:DescribeSubnets`, which AWS recommends as well, it can do without. */
const actions = ['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DeleteNetworkInterface'];

export const lambdaRoleVpc = defineRule({
  id: 'lambda-role-vpc',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'VPC function role cannot create network interfaces',
  description:
    'Lambda puts a function into a VPC with the permissions of its execution role, and refuses the function where that may not create, describe and delete network interfaces. Attach `AWSLambdaVPCAccessExecutionRole`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  fixes: { missing: 'unsafe' },
  messages: {
    missing:
      "'{fn}' is in a VPC, but its role '{role}' does not allow {actions}; attach AWSLambdaVPCAccessExecutionRole.",
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
    VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}
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
    VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['VpcConfig'],
  check(fn, cx) {
    const role = isInVpc(fn) ? writtenRole(fn, cx) : undefined;
    const lacked = role ? lackedActions(role, actions, cx) : [];
    if (!role || lacked.length === 0) return;
    cx.report('missing', fn.place('Role'), {
      data: { fn: fn.id, role: role.id, actions: lacked.join(', ') },
      related: [fn.keyPlace('VpcConfig'), role.at],
      fix: attachManagedPolicy(role, 'service-role/AWSLambdaVPCAccessExecutionRole'),
    });
  },
});
