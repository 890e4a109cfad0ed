import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { isFifoQueue, isFifoTopic } from '../facts/events/fifo.ts';
import { eventName, nameInSource, samEvents } from '../facts/events/sam-events.ts';
import { kindOfEvent } from '../facts/events/source.ts';
import { isOpaque } from '../facts/templates/opaque.ts';

/** How SAM calls the kinds of destinations. */
const samTypes = ['SQS', 'SNS', 'S3', 'Kafka'];
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

export const esmOnfailureTarget = defineTemplateRule({
  id: 'esm-onfailure-target',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Lambda::EventSourceMapping', 'AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  title: 'Unsupported mapping failure destination',
  description:
    'Batches that a mapping discards can go to an SQS queue, an SNS topic, an S3 bucket or a Kafka topic (`kafka://…`); queues and topics that are FIFO are refused. There is no `OnSuccess` for mappings, only for asynchronous calls.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  supersedes: ['cfn-unknown-property', 'wrong-type', 'wrong-value'],
  messages: {
    target:
      'The failure destination of {mapping} is {found}; it must be an SQS queue, an SNS topic, an S3 bucket or kafka://<topic>.',
    fifo: 'The failure destination of {mapping} is a FIFO {what}; Lambda sends to standard ones only.',
    kind: 'The failure destination of {mapping} has the type {found}; it must be {allowed}.',
    success: "A mapping has no 'OnSuccess', only 'OnFailure'; remove it and let the function itself send its results.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  Clicks:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST, DestinationConfig: {OnFailure: {Destination: ‹!Sub 'arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:failed'›}}}`,
    passes: `
Events:
  Clicks:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST, DestinationConfig: {OnFailure: {Destination: !Sub 'arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:failed'}}}`,
  },
  check(cx) {
    for (const mapping of cx.resources('AWS::Lambda::EventSourceMapping')) {
      const logicalId = mapping.id;
      for (const { value, at } of mapping.all('DestinationConfig', 'OnFailure', 'Destination')) {
        const what = isFifoQueue(value, cx) ? 'queue' : isFifoTopic(value, cx) ? 'topic' : undefined;
        if (what !== undefined)
          cx.report('fifo', at, { data: { mapping: nameInSource(mapping, cx), what }, logicalId });
        const found = unsupported(value, cx);
        if (found === undefined) continue;
        cx.report('target', at, { data: { mapping: nameInSource(mapping, cx), found }, logicalId });
      }
      if (mapping.lacks('DestinationConfig', 'OnSuccess')) continue;
      cx.report('success', mapping.keyPlace('DestinationConfig', 'OnSuccess'), { logicalId });
    }
    checkEvents(cx);
  },
});

/** Events that make no mapping because the transform misses `OnFailure`, or does not know its type. */
const checkEvents = (cx: RuleContext): void => {
  for (const event of samEvents(cx)) {
    const { owner, id, type } = event;
    if (!kindOfEvent(type) || cx.resource(owner.id + id)) continue;
    const path = ['Events', id, 'Properties', 'DestinationConfig'];
    const more = { logicalId: owner.id, eventId: id };
    if (!owner.lacks(...path, 'OnSuccess')) {
      const related = [owner.keyPlace(...path), owner.place(...path)];
      cx.report('success', owner.keyPlace(...path, 'OnSuccess'), { related, ...more });
    }
    for (const { value: found, at } of owner.strings(...path, 'OnFailure', 'Type')) {
      if (samTypes.includes(found)) continue;
      cx.report('kind', at, { data: { mapping: eventName(event), found, allowed: samTypes.join(', ') }, ...more });
    }
  }
};
