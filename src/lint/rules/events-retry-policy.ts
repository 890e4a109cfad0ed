import { defineRule } from '../../model/rule.ts';
import type { Step } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { isFifoQueue } from '../facts/events/fifo.ts';
import { nameInSource } from '../facts/events/sam-events.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const attempts = { minimum: 0, maximum: 185 };
const age = { minimum: 60, maximum: 86_400 };

export const eventsRetryPolicy = defineRule({
  id: 'events-retry-policy',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Target retry policy out of range',
  description:
    'EventBridge tries a target again up to 185 times and for 60 to 86,400 seconds (24 hours). Events that it discards can go to a standard SQS queue only.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html',
  fixes: { outside: 'unsafe' },
  messages: {
    outside: "'{name}' is {value}; it must be an integer from {minimum} to {maximum}.",
    target: 'The dead-letter target of {rule} is {found}; it must be a standard SQS queue.',
    fifo: 'The dead-letter queue of {rule} is a FIFO queue; it must be a standard one.',
  },
  example: {
    in: 'resources',
    fails: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets: [{Id: queue, Arn: !ImportValue queue, RetryPolicy: {MaximumRetryAttempts: ‹500›}}]`,
    passes: `
Placed:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [shop.orders]}
    Targets: [{Id: queue, Arn: !ImportValue queue, RetryPolicy: {MaximumRetryAttempts: 50}}]`,
  },
  on: ['AWS::Events::Rule', 'AWS::Scheduler::Schedule'],
  check(node, cx) {
    const target: Step[] = node.type === 'AWS::Events::Rule' ? ['Targets', '*'] : ['Target'];
    for (const [name, range] of [
      ['MaximumRetryAttempts', attempts],
      ['MaximumEventAgeInSeconds', age],
    ] as const) {
      checkIntegers(cx, node.numbers(...target, 'RetryPolicy', name), range, 'outside', { name });
    }
    for (const { value, at } of node.all(...target, 'DeadLetterConfig', 'Arn')) {
      const queue = cx.target(value);
      const service = arnParts(value, cx)?.service;
      const data = { rule: nameInSource(node, cx) };
      if (queue?.type.startsWith('AWS::') && !/^AWS::(SQS::Queue|CloudFormation::)/.test(queue.type)) {
        cx.report('target', at, { data: { ...data, found: `'${queue.id}' (${queue.type})` }, related: [queue.at] });
      } else if (service !== undefined && service !== 'sqs') {
        cx.report('target', at, { data: { ...data, found: `an ARN of ${service}` } });
      } else if (isFifoQueue(value, cx) === true) cx.report('fifo', at, { data, related: [queue?.at] });
    }
  },
});
