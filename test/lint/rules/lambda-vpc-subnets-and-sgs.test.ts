import { lambdaVpcSubnetsAndSgs } from '../../../src/lint/rules/lambda-vpc-subnets-and-sgs.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaVpcSubnetsAndSgs, {
  valid: [
    lambda('VpcConfig: {SubnetIds: [s-1], SecurityGroupIds: !Ref Groups}'),
    lambda('VpcConfig: {SubnetIds: [], SecurityGroupIds: []}'),
    lambda('VpcConfig: !If [C, {SubnetIds: [a], SecurityGroupIds: [b]}, !Ref AWS::NoValue]'),
    lambda('VpcConfig: {SubnetIds: [a], SecurityGroupIds: [a, b, c, d, e, !If [C, f, !Ref AWS::NoValue]]}'),
  ],
  invalid: [
    {
      template: lambda('VpcConfig: {SubnetIds: [s-1]}'),
      problems: [{ messageId: 'missing', line: 4, column: 18, data: { name: 'SecurityGroupIds' } }],
    },
    {
      template: lambda('VpcConfig: {SubnetIds: [], SecurityGroupIds: [a, b, c, !Ref D, e, f]}'),
      problems: [
        { messageId: 'empty', line: 4, column: 30, data: { name: 'SubnetIds', maximum: 16 } },
        { messageId: 'many', line: 4, column: 45, data: { count: 6 } },
      ],
    },
    {
      template: `Globals: {Function: {VpcConfig: {SecurityGroupIds: [sg-1]}}}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}
`,
      problems: [{ messageId: 'missing', line: 1, column: 22, data: { name: 'SubnetIds' } }],
    },
  ],
});
