/** Where a resource has the role that its own code or definition acts with, by its type. */
export const ownRoles: ReadonlyMap<string, string> = new Map([
  ['AWS::Lambda::Function', 'Role'],
  ['AWS::StepFunctions::StateMachine', 'RoleArn'],
]);
