/** A template with a function `Fn` that has what every function needs, and the given lines under its `Properties`. */
export const functionWith = (properties: string, before = '', after = ''): string => `${before}Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: h
      Runtime: nodejs20.x
${properties.replace(/^(?=.)/gm, '      ')}
${after}`;
