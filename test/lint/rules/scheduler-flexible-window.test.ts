import { schedulerFlexibleWindow } from '../../../src/lint/rules/scheduler-flexible-window.ts';
import { samEvent } from '../templates.ts';
import { tester } from '../tester.ts';

const schedule = (window: string) => `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow: ${window}
`;

const event = (window: string) =>
  samEvent('ScheduleV2', `ScheduleExpression: rate(1 day)\nFlexibleTimeWindow:\n  ${window}`);

tester.run(schedulerFlexibleWindow, {
  valid: [
    schedule('{Mode: FLEXIBLE, MaximumWindowInMinutes: 1440}'),
    schedule("{Mode: 'OFF'}"),
    schedule('{Mode: !Ref Mode, MaximumWindowInMinutes: !Ref Minutes}'),
    schedule("{Mode: !If [A, FLEXIBLE, 'OFF'], MaximumWindowInMinutes: !If [A, 5, !Ref AWS::NoValue]}"),
    schedule("!If [A, {Mode: FLEXIBLE, MaximumWindowInMinutes: 5}, {Mode: 'OFF'}]"),
    // The published schema says that it must be a number, and a rule on types reports it.
    schedule('{Mode: FLEXIBLE, MaximumWindowInMinutes: long}'),
    event('Mode: FLEXIBLE\n  MaximumWindowInMinutes: 15'),
  ],
  invalid: [
    {
      template: schedule('{Mode: FLEXIBLE}'),
      problems: [{ messageId: 'missing', line: 6, column: 34, endColumn: 42 }],
    },
    {
      template: schedule("{Mode: 'OFF', MaximumWindowInMinutes: 5}"),
      problems: [{ messageId: 'needless', line: 6, column: 41, endColumn: 63 }],
    },
    {
      template: schedule("{Mode: FLEXIBLE, MaximumWindowInMinutes: !If [A, 0, '1441']}"),
      problems: [
        { messageId: 'outside', line: 6, column: 76, endColumn: 77, data: { value: 0, minimum: 1 } },
        { messageId: 'outside', line: 6, column: 79, endColumn: 85, data: { value: 1441, maximum: 1440 } },
      ],
    },
    {
      template: schedule(
        "!If [A, {Mode: FLEXIBLE, MaximumWindowInMinutes: 1.5}, {Mode: 'OFF', MaximumWindowInMinutes: 9}]",
      ),
      problems: [
        { messageId: 'outside', line: 6, column: 76, data: { value: 1.5 } },
        { messageId: 'needless', line: 6, column: 96 },
      ],
    },
    {
      template: event("MaximumWindowInMinutes: 15\n  Mode: 'OFF'"),
      problems: [{ messageId: 'needless', line: 14, column: 15, endColumn: 37 }],
    },
    {
      template: event('Mode: FLEXIBLE'),
      problems: [{ messageId: 'missing', line: 14, column: 21, endColumn: 29 }],
    },
  ],
});
