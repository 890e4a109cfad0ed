import { allow } from '../model/iam.ts';
import { sub } from '../model/intrinsics.ts';
import type { Cause } from '../model/origin.ts';
import type { Json, JsonMap } from '../model/tree.ts';

/** Lets the function read a secret. */
export const readSecret = (secret: Json, cause: Cause | undefined): JsonMap =>
  allow(['secretsmanager:GetSecretValue'], secret, cause);

/** The ARN of a KMS key of this account by its id. */
export const kmsKeyArn = (keyId: string): JsonMap =>
  sub(`arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/${keyId}`);

/** Lets the function reach into a VPC. */
export const useNetwork = (cause: Cause | undefined): JsonMap =>
  allow(
    [
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeVpcs',
      'ec2:DescribeSubnets',
      'ec2:DescribeSecurityGroups',
    ],
    '*',
    cause,
  );
