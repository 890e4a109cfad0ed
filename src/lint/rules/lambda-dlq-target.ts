import { defineRule } from '../../model/rule.ts';
import { serviceOfArn } from '../facts/arn.ts';
import { isFifo } from '../facts/fifo.ts';

const services = ['sqs', 'sns'];
const types = ['AWS::SQS::Queue', 'AWS::SNS::Topic'];

export const lambdaDlqTarget = defineRule({
  id: 'lambda-dlq-target',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid function dead-letter target',
  description:
    'The dead-letter target of a function is a standard SQS queue or a standard SNS topic. FIFO ones are a warning.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  messages: {
    type: "The dead-letter target '{target}' is {found}; it must be an SQS queue or an SNS topic.",
    arn: "The dead-letter target is an ARN of '{service}'; it must be an SQS queue or an SNS topic.",
    fifo: "The dead-letter target '{target}' is FIFO; functions send failed events to standard queues and topics.",
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    for (const { value, at } of fn.all('DeadLetterConfig', 'TargetArn')) {
      const target = cx.target(value);
      const related = { related: [target?.at] };
      if (target && !types.includes(target.type)) {
        cx.report('type', at, { data: { target: target.id, found: target.type }, ...related });
      } else if (target && isFifo(target)) {
        cx.report('fifo', at, { data: { target: target.id }, level: 'warning', ...related });
      }
      const service = serviceOfArn(cx.resolve(value));
      if (service !== undefined && !services.includes(service)) cx.report('arn', at, { data: { service } });
    }
  },
});
