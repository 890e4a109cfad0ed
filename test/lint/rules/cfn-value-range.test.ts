import { cfnValueRange } from '../../../src/lint/rules/cfn-value-range.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(cfnValueRange, {
  valid: [
    of('AWS::Cognito::UserPool', 'Policies: {PasswordPolicy: {MinimumLength: 99}}'),
    of('AWS::Lambda::EventSourceMapping', 'BatchSize: 10000'),
    of('AWS::Lambda::EventSourceMapping', "BatchSize: '10', MaximumRetryAttempts: -1"),
    of('AWS::Lambda::EventSourceMapping', 'BatchSize: !Ref Size'),
  ],
  invalid: [
    {
      template: of('AWS::Cognito::UserPool', 'Policies: {PasswordPolicy: {MinimumLength: 100}}'),
      problems: [{ messageId: 'wrong', line: 4, column: 61, data: { found: 100, bounds: '6 to 99' } }],
    },
    {
      template: of('AWS::Lambda::EventSourceMapping', 'BatchSize: 10001'),
      problems: [{ messageId: 'wrong', line: 4, column: 29, data: { found: 10001, bounds: '1 to 10000' } }],
    },
    {
      template: of('AWS::Lambda::EventSourceMapping', "MaximumRetryAttempts: '-2'"),
      problems: [{ messageId: 'wrong', line: 4, column: 40, data: { found: -2 } }],
    },
  ],
});
