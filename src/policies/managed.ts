import { managedPolicies } from './generated/managed.ts';

/** The ARN of an AWS managed policy in a partition. */
export const awsManagedPolicy = (partition: string, path: string): string => `arn:${partition}:iam::aws:policy/${path}`;

const policyName = /^[\w+=,.@-]+$/;

/** The ARN of an AWS managed policy by its name, or undefined when AWS has none of that name. */
export const managedPolicyArn = (name: string, partition: string): string | undefined => {
  if (!policyName.test(name)) return undefined;
  // Searching the text costs less than building an index for the few names of a template.
  const path = Object.keys(managedPolicies).find((each) => managedPolicies[each]!.includes(` ${name} `));
  return path === undefined ? undefined : awsManagedPolicy(partition, path + name);
};
