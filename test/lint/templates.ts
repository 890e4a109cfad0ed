/** A template with one function; its properties, in flow style, start at line 4, column 18. */
export const lambda = (properties: string, further = ''): string => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {${properties}}
${further}`;
