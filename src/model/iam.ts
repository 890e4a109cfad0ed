import { type Cause, stamp } from './origin.ts';
import type { Json, JsonMap } from './tree.ts';

/** The trust policy that lets AWS services take a role. */
export const assumeRolePolicy = (...services: string[]): JsonMap => ({
  Version: '2012-10-17',
  Statement: [{ Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: services } }],
});

/** The ARN of an AWS managed policy in a partition. */
export const awsManagedPolicy = (partition: string, path: string): string => `arn:${partition}:iam::aws:policy/${path}`;

/** A statement of an IAM policy, traced to what makes it necessary. */
export const allow = (actions: string | string[], resource: Json, cause: Cause | undefined): JsonMap =>
  stamp({ Action: actions, Effect: 'Allow', Resource: resource }, cause);
