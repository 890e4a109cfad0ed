import { boolean, closedObject, integer, listOf, literal, map, number, oneOf, string } from '../../schema/property.ts';

// An intrinsic function may stand for any of these, and the transform takes every map for one.
const texts = oneOf(map, listOf(oneOf(string, map)));
const stringOrMap = oneOf(string, map);

const vpcConfigProperties = {
  SecurityGroupIds: literal(texts, 'The security groups of the instances.'),
  SubnetIds: literal(texts, 'The subnets in which instances are started.', { required: true }),
} as const;

const instanceRequirementsProperties = {
  Architectures: literal(texts, 'The instruction sets.'),
  AllowedTypes: literal(texts, 'Instance types that may be used; not together with `ExcludedTypes`.'),
  ExcludedTypes: literal(texts, 'Instance types that may not be used.'),
} as const;

const scalingConfigProperties = {
  MaxVCpuCount: literal(oneOf(map, integer, string), 'The most vCPUs that may run at a time.'),
  AverageCPUUtilization: literal(
    oneOf(map, number, string),
    'The CPU utilization to aim at, in percent; AWS decides without it.',
  ),
} as const;

/** The properties of `AWS::Serverless::CapacityProvider`. */
export const capacityProviderProperties = {
  CapacityProviderName: literal(stringOrMap, 'The name of the capacity provider.'),
  VpcConfig: literal(closedObject(vpcConfigProperties), 'The network of the instances.', {
    required: true,
    globals: true,
  }),
  OperatorRole: literal(stringOrMap, 'The ARN of the role that manages instances; one is generated without it.', {
    globals: true,
  }),
  Tags: literal(map, 'Tags of the capacity provider.', { globals: true }),
  PropagateTags: literal(boolean, 'Gives the tags to the generated role too.', { globals: true }),
  InstanceRequirements: literal(closedObject(instanceRequirementsProperties), 'Which instances may be used.', {
    globals: true,
  }),
  ScalingConfig: literal(closedObject(scalingConfigProperties), 'How far and when to scale.', { globals: true }),
  KmsKeyArn: literal(stringOrMap, 'The key that encrypts data at rest.', { globals: true }),
} as const;
