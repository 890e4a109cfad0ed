import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

/** What the names of calls that Scheduler does not make begin with: they only read. */
const reading =
  /^(?:adminGet|adminList|batchDescribe|batchGet|batchRead|describe|discover|get|list|lookup|poll|query|read|receive|retrieve|scan|search|select|transactGet|validate)(?=[A-Z]|$)/;

export const schedulerUniversalTarget = defineRule({
  id: 'scheduler-universal-target',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Call that a schedule cannot make',
  description:
    'The universal target of a schedule names a call of the AWS SDK: `arn:aws:scheduler:::aws-sdk:sqs:sendMessage`. The name of the call begins with a lower-case letter. Calls that only read, such as those that begin with `get`, `list` or `describe`, are not supported.',
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html',
  fixes: { letter: 'safe' },
  messages: {
    letter: "The call '{call}' of a universal target begins with a lower-case letter; write '{meant}'.",
    reading: "Schedules do not make the call '{call}', for calls that only read are not supported.",
  },
  example: {
    in: 'resources',
    fails: `
Nightly:
  Type: AWS::Scheduler::Schedule
  Properties:
    ScheduleExpression: rate(1 day)
    FlexibleTimeWindow: {Mode: 'OFF'}
    Target: {Arn: ‹arn:aws:scheduler:::aws-sdk:sqs:getQueueUrl›, RoleArn: !ImportValue role, Input: '{}'}
`,
    passes: `
Nightly:
  Type: AWS::Scheduler::Schedule
  Properties:
    ScheduleExpression: rate(1 day)
    FlexibleTimeWindow: {Mode: 'OFF'}
    Target: {Arn: arn:aws:scheduler:::aws-sdk:sqs:purgeQueue, RoleArn: !ImportValue role, Input: '{"QueueUrl": "https://sqs"}'}
`,
  },
  on: ['AWS::Scheduler::Schedule'],
  check(schedule, cx) {
    for (const { value: arn, at } of schedule.strings('Target', 'Arn')) {
      const call = /^arn:[\w-]+:scheduler:::aws-sdk:[\w-]+:(\w+)$/.exec(arn)?.[1];
      if (call === undefined) continue;
      const meant = call.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
      if (reading.test(meant)) cx.report('reading', at, { data: { call } });
      else if (meant !== call) {
        const fix = replaceLiteral({ at, value: arn }, `${arn.slice(0, -call.length)}${meant}`);
        cx.report('letter', at, { data: { call, meant }, level: 'warning', fix });
      }
    }
  },
});
