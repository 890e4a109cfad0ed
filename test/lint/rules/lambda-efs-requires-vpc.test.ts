import { lambdaEfsRequiresVpc } from '../../../src/lint/rules/lambda-efs-requires-vpc.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const point = '  Point: {Type: AWS::EFS::AccessPoint}\n';
const mount = 'FileSystemConfigs: [{Arn: !GetAtt Point.Arn, LocalMountPath: /mnt/a}]';

tester.run(lambdaEfsRequiresVpc, {
  valid: [
    lambda(`${mount}, VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}`, point),
    lambda(`${mount}, VpcConfig: !Ref Network`, point),
    lambda('FileSystemConfigs: [{Arn: !Ref Somewhere, LocalMountPath: /mnt/a}]'),
    lambda('FileSystemConfigs: []'),
  ],
  invalid: [
    {
      template: lambda(mount, point),
      problems: [{ messageId: 'missing', line: 4, column: 18, data: { missing: "with 'SubnetIds'" } }],
    },
    {
      template: lambda(
        'VpcConfig: {SubnetIds: [a]}, FileSystemConfigs: [{Arn: !Sub "arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:access-point/fsap-1", LocalMountPath: /mnt/a}]',
      ),
      problems: [{ messageId: 'missing', line: 4, column: 47, data: { missing: 'VpcConfig.SecurityGroupIds' } }],
    },
  ],
});
