import type { Step } from '../../../model/tree.ts';

/** A property of a task definition that Fargate does not have, or of which it takes only some values. */
export interface FargateRefusal {
  readonly path: readonly Step[];
  /** The values that Fargate takes; none where it does not have the property at all. */
  readonly takes: readonly string[];
}

const container = (...path: string[]): readonly Step[] => ['ContainerDefinitions', '*', ...path];

/**
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html and the pages of
 * AWS::ECS::TaskDefinition in the CloudFormation template reference.
 */
export const fargateRefusals: readonly FargateRefusal[] = [
  { path: container('DockerSecurityOptions'), takes: [] },
  { path: container('LinuxParameters', 'Devices'), takes: [] },
  { path: container('LinuxParameters', 'SharedMemorySize'), takes: [] },
  { path: container('Privileged'), takes: ['false'] },
  // https://github.com/cn-terraform/terraform-aws-ecs-fargate/issues/2
  { path: ['IpcMode'], takes: [] },
  { path: ['PidMode'], takes: ['task'] },
  { path: ['PlacementConstraints'], takes: [] },
  { path: ['Volumes', '*', 'DockerVolumeConfiguration'], takes: [] },
  // https://github.com/aws/amazon-ecs-cli/issues/501
  { path: ['Volumes', '*', 'Host', 'SourcePath'], takes: [] },
];
