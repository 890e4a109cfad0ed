import { cfnUnusedVariable } from '../../../src/lint/rules/cfn-unused-variable.ts';
import { tester } from '../tester.ts';

const queue = (name: string): string =>
  `Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: ${name}\n`;

tester.run(cfnUnusedVariable, {
  valid: [
    queue("!Sub ['${A}-${ B }', {A: a, B: b}]"),
    queue("!Sub '${AWS::Region}'"),
    queue('!Sub [x, !Ref Y]'),
    // The name that is used and not given is reported.
    queue("!Sub ['${Nmae}', {Name: a}]"),
  ],
  invalid: [
    {
      template: queue("!Sub ['${Nam}-${!Literal}', {Name: a, Literal: b, Nam: c}]"),
      problems: [
        { messageId: 'unused', line: 5, column: 47, endColumn: 51, data: { name: 'Name' } },
        { messageId: 'unused', line: 5, column: 56 },
      ],
    },
    {
      template: queue("!Join ['', [a, !Sub [b, {C: d}]]]"),
      problems: [{ messageId: 'unused', line: 5, column: 43 }],
    },
  ],
});
