/** The ARN of a managed policy for a service role. */
export const awsManagedPolicyArn = (partition: string, name: string): string =>
  `arn:${partition}:iam::aws:policy/service-role/${name}`;
