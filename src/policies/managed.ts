/** The ARN of an AWS managed policy by its name, or undefined when AWS has none of that name. */
export const managedPolicyArn = (_name: string, _partition: string): string | undefined => undefined;
