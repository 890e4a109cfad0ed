import { defineRule } from '../../model/rule.ts';
import { isFifoQueue } from '../facts/events/fifo.ts';
import { entryChoices, isPlainMap, lacksEntry } from '../facts/templates/choices.ts';

export const eventsTargetFifo = defineRule({
  id: 'events-target-fifo',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'FIFO queue as a target without message group',
  description:
    'Each message of a FIFO queue belongs to a group. A rule or schedule whose target is such a queue names the group in `SqsParameters.MessageGroupId`. EventBridge refuses the target of a rule otherwise: "Parameter(s) SqsParameters must be specified for target". For a schedule this is a warning: the queue takes no message without a group.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html',
  messages: { missing: "The target is a FIFO queue, so it needs 'SqsParameters: {MessageGroupId: …}'." },
  example: {
    in: 'resources',
    fails: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets: [{Id: queue, Arn: ‹arn:aws:sqs:us-east-1:111122223333:orders.fifo›}]
`,
    passes: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets: [{Id: queue, Arn: arn:aws:sqs:us-east-1:111122223333:orders.fifo, SqsParameters: {MessageGroupId: orders}}]
`,
  },
  on: ['AWS::Events::Rule', 'AWS::Scheduler::Schedule'],
  reads: ['Target', 'Targets'],
  check(node, cx) {
    const isRule = node.type === 'AWS::Events::Rule';
    for (const { value: target, at } of node.all(...(isRule ? ['Targets', '*'] : ['Target']))) {
      if (!isPlainMap(target) || !lacksEntry(target, 'SqsParameters')) continue;
      for (const arn of entryChoices(target, 'Arn', at)) {
        if (isFifoQueue(arn.value, cx) !== true) continue;
        cx.report('missing', arn.at, { level: isRule ? undefined : 'warning' });
      }
    }
  },
});
