import { cfnUnknownKey } from '../../../src/lint/rules/cfn-unknown-key.ts';
import { tester } from '../tester.ts';

const queue = 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n';

tester.run(cfnUnknownKey, {
  valid: [
    `AWSTemplateFormatVersion: 2010-09-09
Metadata: {Any: thing}
Parameters: {P: {Type: String, Default: a, NoEcho: true, MinLength: 1, ConstraintDescription: x}}
Globals: {Function: {Timeout: 3}}
Outputs: {O: {Value: !Ref P, Export: {Name: o}, Condition: C, Description: d}}
Conditions: {C: !Equals [a, !Ref P]}
${queue}    DeletionPolicy: Retain
    CreationPolicy: {}
`,
    `${queue}    Fn::Transform: {Name: M}\nFn::Transform: {Name: M}\n`,
    'Resources:\n  R: {Type: AWS::IAM::Role, Description: d}\n  C: {Type: Custom::Thing, Version: "1.0"}\n  T: {Type: AWS::Serverless::SimpleTable, Description: d}\n',
    'Resources:\n  T: {Type: AWS::Serverless::SimpleTable, IgnoreGlobals: "*", Connectors: {}}\n',
  ],
  invalid: [
    {
      template: `Parameter: {}\n${queue}    QueueName: q\n    Dependson: R\n`,
      problems: [
        { messageId: 'unknown', line: 1, column: 1, endColumn: 10, data: { hint: " Did you mean 'Parameters'?" } },
        { messageId: 'property', line: 5, column: 5, level: 'error', data: { type: 'AWS::SQS::Queue' } },
        { messageId: 'unknown', line: 6, column: 5, data: { hint: " Did you mean 'DependsOn'?" } },
      ],
    },
    {
      template: `Resources:
  T:
    Type: AWS::Serverless::SimpleTable
    TableName: t
    CreationPolicy: {}
`,
      problems: [
        { messageId: 'property', line: 4, column: 5, level: 'warning' },
        { messageId: 'dropped', line: 5, column: 5, level: 'warning' },
      ],
    },
    {
      template: `Parameters: {P: {Type: String, AllowedValue: [a]}}
Outputs: {O: {Value: !Ref P, Export: {Nam: o}}, B: text}
${queue}`,
      problems: [
        { messageId: 'unknown', line: 1, column: 32, data: { where: "The parameter 'P'" } },
        { messageId: 'unknown', line: 2, column: 39, data: { where: "'Export' of the output 'O'" } },
        { messageId: 'shape', line: 2, column: 52, data: { found: 'a string' } },
      ],
    },
    {
      template: `Resources:
  T:
    Type: AWS::SNS::Topic
    U:
      Type: AWS::SNS::Topic
V:
  Type: AWS::SNS::Topic
`,
      problems: [
        { messageId: 'inside', line: 4, column: 5, data: { name: 'U', id: 'T' } },
        { messageId: 'resource', line: 6, column: 1, data: { name: 'V' } },
      ],
    },
  ],
});
