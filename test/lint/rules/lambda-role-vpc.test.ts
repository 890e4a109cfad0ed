import { lambdaRoleVpc } from '../../../src/lint/rules/lambda-role-vpc.ts';
import { allowing, withRole } from '../roles.ts';
import { tester } from '../tester.ts';

const inVpc = 'VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}';
const basic = 'ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]';

tester.run(lambdaRoleVpc, {
  valid: [
    withRole(inVpc, ['ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole]']),
    withRole(inVpc, [basic, allowing("['ec2:*NetworkInterface', 'ec2:Describe*']")]),
    withRole('VpcConfig: {SubnetIds: [], SecurityGroupIds: []}', [basic]),
    withRole(inVpc, [basic, 'Policies: !If [C, [], !Ref AWS::NoValue]', 'ManagedPolicyArns: !Ref Arns'].slice(1)),
  ],
  invalid: [
    {
      template: withRole(inVpc, [basic]),
      problems: [
        { messageId: 'missing', line: 4, column: 24, data: { actions: 'ec2:CreateNetworkInterface, ec2:De' } },
      ],
      output: withRole('VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}', [
        "ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole', arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
      ]),
    },
    {
      template: withRole(inVpc, [allowing("['ec2:Describe*', 'ec2:CreateNetworkInterface']")]),
      problems: [{ messageId: 'missing', line: 4, column: 24, data: { actions: 'allow ec2:DeleteNetworkInterface;' } }],
      output: `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Role.Arn, VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole']
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: []}
      Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: ['ec2:Describe*', 'ec2:CreateNetworkInterface'], Resource: '*'}}}]
`,
    },
  ],
});
