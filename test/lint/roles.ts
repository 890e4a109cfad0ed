/** A function with a role of its own, in block style; what is given stands in the properties of the two. */
export const withRole = (fn: string, role: readonly string[], further = ''): string => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Role.Arn${fn && `, ${fn}`}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: []}
${role.map((line) => `      ${line}\n`).join('')}${further}`;

/** `Policies` with one statement that allows the actions, on everything or on the given resource. */
export const allowing = (actions: string, resource = "'*'"): string =>
  `Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: ${actions}, Resource: ${resource}}}}]`;
