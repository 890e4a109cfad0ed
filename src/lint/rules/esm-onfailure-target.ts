import type { RuleContext } from '../../model/rule.ts';
import { defineRule } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { arnParts } from '../facts/arn-parts.ts';
import { isOpaque } from '../facts/opaque.ts';

const types: ReadonlySet<string> = new Set(['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::S3::Bucket']);
const services: ReadonlySet<string> = new Set(['sqs', 'sns', 's3']);

/** What a destination is when it is certainly none that a mapping can have. */
const unsupported = (value: Json, cx: RuleContext): string | undefined => {
  const target = cx.target(value);
  if (target) return types.has(target.type) || isOpaque(target.type) ? undefined : `'${target.id}' (${target.type})`;
  const text = cx.resolve(value);
  if (typeof text === 'string' && !/^(arn:|kafka:\/\/)/.test(text) && !text.includes('{{resolve:')) return `'${text}'`;
  const service = arnParts(value, cx)?.service;
  return service === undefined || services.has(service) ? undefined : `an ARN of ${service}`;
};

export const esmOnfailureTarget = defineRule({
  id: 'esm-onfailure-target',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Unsupported mapping failure destination',
  description:
    'Batches that a mapping gives up can go to an SQS queue, an SNS topic, an S3 bucket or a Kafka topic (`kafka://…`). There is no `OnSuccess` for mappings, only for asynchronous calls.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  messages: {
    target:
      "The failure destination of '{id}' is {found}; it must be an SQS queue, an SNS topic, an S3 bucket or kafka://<topic>.",
    success: "A mapping has no 'OnSuccess', only 'OnFailure'.",
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    for (const { value, at } of mapping.all('DestinationConfig', 'OnFailure', 'Destination')) {
      const found = unsupported(value, cx);
      if (found !== undefined) cx.report('target', at, { data: { id: mapping.id, found } });
    }
    if (!mapping.lacks('DestinationConfig', 'OnSuccess')) {
      cx.report('success', mapping.keyPlace('DestinationConfig', 'OnSuccess'));
    }
  },
});
