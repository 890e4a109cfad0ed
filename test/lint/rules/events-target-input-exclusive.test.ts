import { eventsTargetInputExclusive } from '../../../src/lint/rules/events-target-input-exclusive.ts';
import { samEvent } from '../templates.ts';
import { tester } from '../tester.ts';

/** A rule with one target; what is given starts at line 6, column 29. */
const target = (inputs: string) => `Resources:
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
      - {Id: a, Arn: !Ref Arn, ${inputs}}
`;

tester.run(eventsTargetInputExclusive, {
  valid: [
    target('Input: \'{"a": [1, "b"]}\''),
    target('Input: \'"hello"\''),
    target('Input: !Sub "{${Name}}"'),
    target('Input: "{{resolve:ssm:/input}}"'),
    target('InputPath: $.detail'),
    target('InputTransformer: {InputPathsMap: {a: $.a}, InputTemplate: <a>}'),
    target("Input: !If [A, '{}', !Ref AWS::NoValue], InputPath: !If [A, !Ref AWS::NoValue, $.a]"),
    target(`Input: '"${'x'.repeat(8190)}"'`),
    samEvent('Schedule', "Schedule: rate(1 day)\nInput: '{}'"),
  ],
  invalid: [
    {
      template: target("Input: '{}', InputPath: $.a"),
      problems: [
        { messageId: 'several', line: 6, column: 45, endColumn: 54, data: { given: "'Input' and 'InputPath'" } },
      ],
    },
    {
      template: target("InputTransformer: {InputTemplate: <a>}, InputPath: $.a, Input: '{}'"),
      problems: [
        {
          messageId: 'several',
          line: 6,
          column: 88,
          endColumn: 93,
          data: { given: "'InputTransformer' and 'InputPath' and 'Input'" },
        },
      ],
    },
    {
      template: target('Input: \'{"a": 1,}\''),
      problems: [{ messageId: 'json', line: 6, column: 48, endColumn: 49, data: { found: "'}'" } }],
    },
    {
      template: target("Input: !If [A, hello, '{a}']"),
      problems: [
        { messageId: 'bare', line: 6, column: 47, endColumn: 52, data: { text: 'hello' } },
        { messageId: 'json', line: 6, column: 56, endColumn: 57 },
      ],
    },
    {
      template: target('Input: !Join [":", ["{a", "b}"]]'),
      problems: [{ messageId: 'json', line: 6, column: 39, endColumn: 64 }],
    },
    {
      template: target(`Input: '"${'x'.repeat(8191)}"'`),
      problems: [{ messageId: 'length', line: 6, column: 39, data: { name: 'Input', length: 8193, maximum: 8192 } }],
    },
    {
      template: target(`InputTransformer: {InputTemplate: ${'x'.repeat(8193)}}`),
      problems: [{ messageId: 'length', line: 6, column: 66, data: { name: 'InputTemplate' } }],
    },
    {
      template: samEvent('EventBridgeRule', 'Pattern: {source: [a]}\nInputPath: $.a\nInput: a b'),
      problems: [
        { messageId: 'several', line: 14, column: 13, endColumn: 18 },
        { messageId: 'bare', line: 14, column: 20, endColumn: 23 },
      ],
    },
    {
      template: samEvent('Schedule', 'Schedule: rate(1 day)\nInput: "{"'),
      problems: [{ messageId: 'json', line: 13, column: 21, data: { found: 'the end' } }],
    },
  ],
});
