import { awsManagedPolicy } from '../model/iam.ts';
import { managedPolicies } from './generated/managed.ts';

const policyName = /^[\w+=,.@-]+$/;

/** The ARN of an AWS managed policy by its name, or undefined when AWS has none of that name. */
export const managedPolicyArn = (name: string, partition: string): string | undefined => {
  if (!policyName.test(name)) return undefined;
  // Searching the text costs less than building an index for the few names of a template.
  const path = Object.keys(managedPolicies).find((each) => managedPolicies[each]!.includes(` ${name} `));
  return path === undefined ? undefined : awsManagedPolicy(partition, path + name);
};
