import type { Specs } from '../../../model/spec.ts';

/** CloudFormation takes these, but AWS publishes no schema of them. */
export const typesWithoutSchema: ReadonlySet<string> = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudFormation::CustomResource',
  'AWS::CloudFormation::Macro',
]);

/** Whether only AWS could have a type of that name. */
export const isOfAws = (type: string): boolean => /^(aws::|alexa::ask::)/i.test(type);

/** Whether a type should be in the published specifications and is not; false where they cannot tell. */
export const isUnknownType = (type: string, specs: Specs | undefined): boolean => {
  if (!isOfAws(type) || type.endsWith('::MODULE') || typesWithoutSchema.has(type)) return false;
  if (specs?.resource(type)) return false;
  const types = specs?.types();
  return types !== undefined && !types.has(type);
};
