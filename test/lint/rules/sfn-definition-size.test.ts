import { sfnDefinitionSize } from '../../../src/lint/rules/sfn-definition-size.ts';
import { tester } from '../tester.ts';

const machine = (properties: string): string => `Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties: {${properties}}
`;
const file = `Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties: {DefinitionUri: big.asl.json}
`;
const sizes = (bytes: number) => ({ unpacked: () => bytes, packed: () => bytes });

tester.run(sfnDefinitionSize, {
  valid: [
    machine(`DefinitionString: '${'x'.repeat(1_048_576)}', StateMachineName: ${'n'.repeat(80)}`),
    machine('DefinitionString: !If [A, a, !Ref "AWS::NoValue"], Definition: !If [A, !Ref "AWS::NoValue", {}]'),
    { template: file, sizes: sizes(1_048_576) },
  ],
  invalid: [
    {
      template: machine(`DefinitionString: '${'é'.repeat(524_289)}'`),
      problems: [{ messageId: 'large', line: 4, column: 36, data: { bytes: 1_048_578, atLeast: '' } }],
    },
    {
      template: machine(`DefinitionString: !Sub '${'x'.repeat(1_048_577)}\${Fn.Arn}'`),
      problems: [{ messageId: 'large', line: 4, column: 36, data: { bytes: 1_048_577, atLeast: 'at least ' } }],
    },
    {
      template: machine(`Definition: {StartAt: ${'x'.repeat(1_048_576)}}`),
      problems: [{ messageId: 'large', line: 4, column: 18, endColumn: 28 }],
    },
    {
      template: file,
      sizes: sizes(1_048_577),
      problems: [{ messageId: 'large', line: 4, column: 33, data: { bytes: 1_048_577 } }],
    },
    {
      template: machine(`DefinitionString: '{}', StateMachineName: ${'n'.repeat(81)}`),
      problems: [{ messageId: 'name', line: 4, column: 60, data: { length: 81 } }],
    },
    { template: machine('RoleArn: x'), problems: [{ messageId: 'none', line: 2, column: 3 }] },
    {
      template: machine("DefinitionString: '{}', DefinitionS3Location: {Bucket: b, Key: k}"),
      problems: [{ messageId: 'several', line: 4, column: 42, data: { other: 'DefinitionS3Location' } }],
    },
    {
      template: `Resources:
  None: {Type: AWS::Serverless::StateMachine, Properties: {Name: n}}
  Both: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: a.json, Definition: {StartAt: A}}}
`,
      problems: [
        { messageId: 'none', line: 2, column: 3, data: { id: 'None' } },
        { messageId: 'several', line: 3, column: 60, data: { other: 'DefinitionUri' } },
      ],
    },
  ],
});
