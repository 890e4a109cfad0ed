import { listOf } from '../codecs/lists.ts';
import { record } from '../codecs/records.ts';
import { decimal, flag, text, whole } from '../codecs/scalars.ts';
import { named } from '../codecs/targets.ts';
import { property } from '../language/key.ts';
import { kind, type Section } from '../language/section.ts';
import { commonKeys, nameKey, tagsKey } from './common.ts';
import { vpc } from './functions/network.ts';

const instances = record('the instances of a capacity provider', [
  property('architectures', 'Architectures', listOf(text), 'Instruction sets.', 'arm64'),
  property('allowed', 'AllowedTypes', listOf(text), 'Instance types that are taken.', '[m7g.large]'),
  property('excluded', 'ExcludedTypes', listOf(text), 'Instance types that are not.', '[t4g.*]'),
]);

const scaling = record('the scaling of a capacity provider', [
  property('max-cpus', 'MaxVCpuCount', whole(), 'The most vCPUs.', '64'),
  property('cpu', 'AverageCPUUtilization', decimal, 'The load that it aims at, in percent.', '70'),
]);

/** `AWS::Serverless::CapacityProvider` */
export const capacityProviders: Section = {
  name: 'capacity-providers',
  heading: 'capacity-provider',
  doc: 'Capacity providers: instances of Amazon EC2 that run Lambda functions.',
  example: 'Machines: {vpc: {subnets: Subnets}, scaling: {max-cpus: 64}}',
  kinds: [
    kind({
      type: 'AWS::Serverless::CapacityProvider',
      title: 'a capacity provider',
      globals: 'CapacityProvider',
      keys: [
        ...commonKeys,
        nameKey('CapacityProviderName'),
        property(
          'vpc',
          'VpcConfig',
          vpc,
          'The network that instances are in.',
          '{subnets: Subnets, security-groups: Groups}',
        ),
        property(
          'role',
          'OperatorRole',
          named('role', 'arn'),
          'The role that manages instances; one is generated without it.',
          'OperatorRole',
        ),
        property('instances', 'InstanceRequirements', instances, 'What instances are taken.', '{architectures: arm64}'),
        property('scaling', 'ScalingConfig', scaling, 'How many.', '{max-cpus: 64, cpu: 70}'),
        property(
          'encryption-key',
          'KmsKeyArn',
          named('key', 'arn'),
          'The KMS key that encrypts their disks.',
          'Secrets',
        ),
        tagsKey('map'),
        property('propagate-tags', 'PropagateTags', flag(), 'Gives the tags to what SAM generates too.', 'true'),
      ],
    }),
  ],
};
