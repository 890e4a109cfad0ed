import { defineRule } from '../../model/rule.ts';
import { isIntrinsic } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';

export const lambdaEfsRequiresVpc = defineRule({
  id: 'lambda-efs-requires-vpc',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'File system without VPC',
  description:
    'An EFS file system is reached through mount targets in a VPC: a function with `FileSystemConfigs` needs a `VpcConfig` with `SubnetIds` and `SecurityGroupIds`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html',
  messages: { missing: "'{fn}' mounts an EFS file system, so it needs {missing}." },
  example: {
    in: 'function',
    fails: `
‹FileSystemConfigs›:
  - {Arn: 'arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0', LocalMountPath: /mnt/data}`,
    passes: `
VpcConfig: {SubnetIds: [subnet-1a2b3c4d, subnet-1a2b3c4e], SecurityGroupIds: [sg-1a2b3c4d]}
FileSystemConfigs:
  - {Arn: 'arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-0123456789abcdef0', LocalMountPath: /mnt/data}`,
  },
  on: ['AWS::Lambda::Function'],
  reads: ['FileSystemConfigs'],
  check(fn, cx) {
    const mount = fn
      .all('FileSystemConfigs', '*', 'Arn')
      .find(
        ({ value }) =>
          cx.target(value)?.type.startsWith('AWS::EFS::') || arnParts(value, cx)?.service === 'elasticfilesystem',
      );
    if (!mount) return;
    const missing = ['SubnetIds', 'SecurityGroupIds'].filter((name) => fn.lacks('VpcConfig', name));
    if (missing.length === 0 || fn.all('VpcConfig').some(({ value }) => isIntrinsic(value))) return;
    const text =
      missing.length === 2 ? "a 'VpcConfig' with 'SubnetIds' and 'SecurityGroupIds'" : `'VpcConfig.${missing[0]}'`;
    cx.report('missing', fn.keyPlace('FileSystemConfigs'), { data: { fn: fn.id, missing: text } });
  },
});
