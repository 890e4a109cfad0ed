import { sfnExpressDuration } from '../../../src/lint/rules/sfn-express-duration.ts';
import { sam, text } from '../state-machines.ts';
import { tester } from '../tester.ts';

const express = '      Type: EXPRESS\n';
const child = (type: string): string =>
  sam(
    `A: {Type: Map, End: true, ItemProcessor: {ProcessorConfig: {Mode: DISTRIBUTED, ExecutionType: ${type}}, StartAt: B, States: {B: {Type: Wait, Seconds: 301, End: true}}}}`,
  );

tester.run(sfnExpressDuration, {
  valid: [
    sam('A: {Type: Wait, Seconds: 300, Next: B}, B: {Type: Task, TimeoutSeconds: 300, End: true}', express),
    sam('A: {Type: Wait, Seconds: 3000, End: true}'),
    sam('A: {Type: Wait, Seconds: 3000, End: true}', '      Type: !Ref Later\n'),
    sam('A: {Type: Wait, SecondsPath: $.a, End: true}', express),
    child('STANDARD'),
  ],
  invalid: [
    {
      template: sam(
        'A: {Type: Wait, Seconds: 301, Next: B}, B: {Type: Task, TimeoutSeconds: 900, End: true}',
        `        TimeoutSeconds: 600\n${express}`,
      ),
      problems: [
        { messageId: 'wait', line: 6, column: 43, data: { state: 'A', value: 301 } },
        { messageId: 'timeout', line: 6, column: 90, data: { what: "'B'" } },
        { messageId: 'timeout', line: 8, column: 25, data: { what: 'the state machine' } },
      ],
    },
    { template: child('EXPRESS'), problems: [{ messageId: 'wait', line: 6, column: 168 }] },
    {
      template: text(
        '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 400, "End": true}}}',
        '      StateMachineType: EXPRESS\n',
      ),
      problems: [{ messageId: 'wait', line: 6, column: 70 }],
    },
  ],
});
