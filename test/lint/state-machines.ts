/** A SAM state machine; its states, in flow style, start at line 6, column 16. */
export const sam = (states: string, further = ''): string => `Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        States: {${states}}
        StartAt: A
${further}`;

/** A state machine of CloudFormation whose definition is text; it starts at line 6, column 9. */
export const text = (definition: string, further = '', tag = ''): string => `Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: ${tag}|
        ${definition.replace(/\n/g, '\n        ')}
${further}`;
