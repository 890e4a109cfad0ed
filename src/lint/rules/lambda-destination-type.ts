import { defineRule } from '../../model/rule.ts';
import { serviceOfArn } from '../facts/arn.ts';
import { isFifo } from '../facts/fifo.ts';

const services = ['sqs', 'sns', 'lambda', 'events'];
const types = [
  ...['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::Events::EventBus'],
  ...['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'],
];

export const lambdaDestinationType = defineRule({
  id: 'lambda-destination-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Unsupported async destination',
  description:
    'The destination of an asynchronous invocation is a standard SQS queue, a standard SNS topic, a function or an event bus; for failures also an S3 bucket.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html',
  messages: {
    type: "The {which} destination '{target}' is {found}; allowed: {allowed}.",
    arn: "The {which} destination is an ARN of '{service}'; allowed: {allowed}.",
    fifo: "The {which} destination '{target}' is FIFO; only standard queues and topics are allowed.",
  },
  on: ['AWS::Lambda::EventInvokeConfig'],
  check(config, cx) {
    for (const which of ['OnSuccess', 'OnFailure']) {
      const bucket = which === 'OnFailure';
      const allowed = `standard SQS queue, standard SNS topic, function, event bus${bucket ? ', S3 bucket' : ''}`;
      for (const { value, at } of config.all('DestinationConfig', which, 'Destination')) {
        const target = cx.target(value);
        const service = serviceOfArn(cx.resolve(value));
        const common = { which, allowed };
        if (target && !types.includes(target.type) && !(bucket && target.type === 'AWS::S3::Bucket')) {
          if (target.type.startsWith('AWS::') && !target.type.startsWith('AWS::CloudFormation::')) {
            cx.report('type', at, { data: { ...common, target: target.id, found: target.type }, related: [target.at] });
          }
        } else if (target && isFifo(target)) {
          cx.report('fifo', at, { data: { ...common, target: target.id }, related: [target.at] });
        } else if (service !== undefined && !services.includes(service) && !(bucket && service === 's3')) {
          cx.report('arn', at, { data: { ...common, service } });
        }
      }
    }
  },
});
