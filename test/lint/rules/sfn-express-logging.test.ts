import { sfnExpressLogging } from '../../../src/lint/rules/sfn-express-logging.ts';
import { tester } from '../tester.ts';

const machine = (properties: string): string => `Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties: {DefinitionUri: s3://b/k, ${properties}}
`;

tester.run(sfnExpressLogging, {
  valid: [
    machine('Type: EXPRESS, Logging: {Level: ALL}'),
    machine('Type: EXPRESS, Logging: {Level: !Ref Level}'),
    machine('Type: EXPRESS, Logging: !If [Quiet, !Ref "AWS::NoValue", {Level: ERROR}]'),
    machine('Type: STANDARD'),
  ],
  invalid: [
    { template: machine('Type: EXPRESS'), problems: [{ messageId: 'none', line: 4, column: 49, endColumn: 56 }] },
    {
      template: machine('Type: EXPRESS, Logging: {Level: OFF}').replace('OFF', "'OFF'"),
      problems: [{ messageId: 'off', line: 4, column: 75 }],
    },
    {
      template: machine('Type: EXPRESS, Logging: {IncludeExecutionData: true}'),
      problems: [{ messageId: 'off', line: 4, column: 67 }],
    },
    {
      template: 'Resources: {M: {Type: AWS::StepFunctions::StateMachine, Properties: {StateMachineType: EXPRESS}}}',
      problems: [{ messageId: 'none', line: 1, column: 88, data: { property: 'LoggingConfiguration' } }],
    },
  ],
});
