import { awsManagedPolicy } from '../model/iam.ts';

/** The ARN of the managed policy that lets a role write traces; it is named differently outside the `aws` partition. */
export const xrayPolicy = (partition: string): string =>
  awsManagedPolicy(partition, partition === 'aws' ? 'AWSXrayWriteOnlyAccess' : 'AWSXRayDaemonWriteAccess');
