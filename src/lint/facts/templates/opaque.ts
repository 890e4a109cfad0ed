/** The type of custom resources that have no name of their own. */
export const customResource = 'AWS::CloudFormation::CustomResource';

/** Whether a type takes any property and has any attribute: a function or topic of the author's decides. */
export const isCustomResource = (type: string): boolean => type === customResource || type.startsWith('Custom::');

/**
 * Whether the attributes of a type can hold anything: those of custom resources, nested stacks, third-party types and
 * SSM parameters.
 */
export const isOpaque = (type: string): boolean =>
  !type.startsWith('AWS::') || type.startsWith('AWS::CloudFormation::') || type === 'AWS::SSM::Parameter';
