import { cfnValueLength } from '../../../src/lint/rules/cfn-value-length.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(cfnValueLength, {
  valid: [
    of('AWS::Lambda::Function', 'FunctionName: a, Description: ""'),
    of('AWS::Lambda::Function', 'FunctionName: !Ref Name'),
    of('AWS::Lambda::Function', 'Description: "${file(x)}"'),
  ],
  invalid: [
    {
      template: of('AWS::Lambda::Function', 'FunctionName: ""'),
      problems: [{ messageId: 'wrong', line: 4, column: 32, data: { found: 0, bounds: 'at least 1' } }],
    },
    {
      template: of('AWS::Lambda::Function', `Description: ${'a'.repeat(257)}`),
      problems: [{ messageId: 'wrong', line: 4, column: 31, data: { found: 257, bounds: 'at most 256' } }],
    },
  ],
});
