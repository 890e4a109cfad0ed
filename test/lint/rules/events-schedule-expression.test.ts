import { eventsScheduleExpression } from '../../../src/lint/rules/events-schedule-expression.ts';
import { resource, samEvent } from '../templates.ts';
import { tester } from '../tester.ts';

const rule = (properties: string) => resource('AWS::Events::Rule', properties);
const schedule = (expression: string) => resource('AWS::Scheduler::Schedule', `ScheduleExpression: "${expression}"`);

tester.run(eventsScheduleExpression, {
  valid: [
    rule('ScheduleExpression: rate(1 day)'),
    rule('ScheduleExpression: "cron(0/5 8-17 ? * MON-FRI *)", EventBusName: default'),
    rule('ScheduleExpression: !Ref Schedule'),
    rule('EventPattern: {source: [a]}, EventBusName: mine'),
    schedule('rate(1 minutes)'),
    ...['0 8 1W * ? *', '0 12 L JAN,jun ? 2026-2030', '15 10 ? * 6L *', '0 23 ? * MON#1 *', '/5 * LW 1-3/2 ? *'].map(
      (cron) => schedule(`cron(${cron})`),
    ),
    schedule('at(2030-01-31T12:00:00)'),
  ],
  invalid: [
    {
      template: rule("ScheduleExpression: 'rate(1 minutes)'"),
      problems: [{ messageId: 'unit', line: 4, column: 38, endColumn: 55, data: { right: '1 minute' } }],
      output: rule("ScheduleExpression: 'rate(1 minute)'"),
    },
    {
      template: samEvent('Schedule', 'Schedule: rate(5 minute)'),
      problems: [{ messageId: 'unit', line: 12, column: 23, endColumn: 37 }],
      output: samEvent('Schedule', 'Schedule: rate(5 minutes)'),
    },
    {
      template: rule('ScheduleExpression: rate(0 days)'),
      problems: [{ messageId: 'rate', line: 4, column: 38 }],
    },
    {
      template: rule('ScheduleExpression: every 5 minutes'),
      problems: [{ messageId: 'form', line: 4, column: 38, data: { forms: 'rate(…) or cron(…)' } }],
    },
    {
      template: rule('ScheduleExpression: "at(2030-01-31T12:00:00)"'),
      problems: [{ messageId: 'form', line: 4, column: 38 }],
    },
    {
      template: rule('ScheduleExpression: "cron(0 8 * * ?)"'),
      problems: [{ messageId: 'cronFields', line: 4, column: 38, data: { count: 5 } }],
    },
    ...[
      ['0 25 * * ? *', 'hours', '25'],
      ['60 8 * * ? *', 'minutes', '60'],
      ['0 0 0 * ? *', 'day of month', '0'],
      ['0 0 ? * MO *', 'day of week', 'MO'],
      ['0 0 ? JAN-XXX 1 *', 'month', 'JAN-XXX'],
      ['*/0 8 * * ? *', 'minutes', '*/0'],
    ].map(([cron, field, found]) => ({
      template: rule(`ScheduleExpression: "cron(${cron})"`),
      problems: [{ messageId: 'cronValue', line: 4, column: 38, data: { field: field!, found: found! } }],
    })),
    {
      template: rule('ScheduleExpression: "cron(0 8 * * * *)"'),
      problems: [{ messageId: 'cronDays', line: 4, column: 38 }],
    },
    {
      template: schedule('at(2030-13-31T12:00:00)'),
      problems: [{ messageId: 'at', line: 4, column: 38 }],
    },
    {
      template: schedule(`rate(${'1'.repeat(250)} days)`),
      problems: [{ messageId: 'length', line: 4, column: 38, data: { length: 261 } }],
    },
    {
      template: rule('EventBusName: mine, ScheduleExpression: rate(1 day)'),
      problems: [{ messageId: 'bus', line: 4, column: 32, data: { bus: 'mine' } }],
    },
    {
      template: rule('Name: idle'),
      problems: [{ messageId: 'neither', line: 2, column: 3, endColumn: 8 }],
    },
  ],
});
