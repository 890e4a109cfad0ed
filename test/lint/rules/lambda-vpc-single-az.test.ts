import { lambdaVpcSingleAz } from '../../../src/lint/rules/lambda-vpc-single-az.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const subnets = (list: string) => lambda(`VpcConfig: {SecurityGroupIds: [sg-1], SubnetIds: ${list}}`);

tester.run(lambdaVpcSingleAz, {
  valid: [
    subnets('[subnet-1, subnet-2]'),
    subnets('!Ref Subnets'),
    subnets('[]'),
    subnets('[!If [A, subnet-1, !Ref AWS::NoValue]]'),
    subnets("[!Split [',', !ImportValue subnets]]"),
    subnets("['{{resolve:ssm:/subnets}}']"),
    `Parameters:
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
${subnets('[!Ref Subnets]')}`,
  ],
  invalid: [
    { template: subnets('[subnet-1]'), problems: [{ messageId: 'single', line: 4, column: 68, endColumn: 76 }] },
    { template: subnets('[!GetAtt Net.SubnetId]'), problems: [{ messageId: 'single', line: 4, column: 68 }] },
    {
      template: subnets('!If [Prod, [subnet-1, subnet-2], [subnet-1]]'),
      problems: [{ messageId: 'single', line: 4, column: 101 }],
    },
    {
      template: `Parameters:
  Subnet: {Type: 'AWS::EC2::Subnet::Id'}
Globals:
  Function:
    VpcConfig:
      SecurityGroupIds: [sg-1]
      SubnetIds:
        - !Ref Subnet
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: index.handler, Runtime: nodejs22.x}
`,
      problems: [{ messageId: 'single', line: 8, column: 11 }],
    },
  ],
});
