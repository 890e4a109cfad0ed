import { awsManagedPolicy } from '../model/iam.ts';
import { managedPolicies } from './generated/managed.ts';

const policyName = /^[\w+=,.@-]+$/;

/** The paths of the policies that were asked for: searching the text costs less than an index for the few names of a template. */
const found = new Map<string, string>();

/** The path of an AWS managed policy, with a slash at its end unless it is empty; undefined when AWS has none of that name. */
export const managedPolicyPath = (name: string): string | undefined => {
  const known = found.get(name);
  if (known !== undefined || !policyName.test(name)) return known;
  const path = Object.keys(managedPolicies).find((each) => managedPolicies[each]!.includes(` ${name} `));
  if (path !== undefined) found.set(name, path);
  return path;
};

/** The names of all AWS managed policies. */
export const managedPolicyNames = (): readonly string[] =>
  Object.values(managedPolicies).flatMap((names) => names.trim().split(' '));

/** The ARN of an AWS managed policy by its name, or undefined when AWS has none of that name. */
export const managedPolicyArn = (name: string, partition: string): string | undefined => {
  const path = managedPolicyPath(name);
  return path === undefined ? undefined : awsManagedPolicy(partition, path + name);
};
