import { defineRule, type ResourceNode } from '../../model/rule.ts';
import { reportsItemFailures } from '../facts/events/partial-batch.ts';
import { nameInSource } from '../facts/events/sam-events.ts';
import { sourceKind } from '../facts/events/source.ts';

const limits = ['MaximumRetryAttempts', 'MaximumRecordAgeInSeconds'];

/** Whether a limit is left out or set to "forever", whichever branch is deployed. */
const isUnbounded = (mapping: ResourceNode, name: string): boolean => {
  const all = mapping.all(name);
  return all.length === mapping.numbers(name).filter(({ value }) => value === -1).length;
};

export const esmStreamUnboundedRetry = defineRule({
  id: 'esm-stream-unbounded-retry',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'Poison record can block a shard',
  description:
    'A batch of a Kinesis or DynamoDB stream that fails is tried again until it succeeds or expires (a day or more), and the shard is blocked meanwhile. Set `MaximumRetryAttempts` or `MaximumRecordAgeInSeconds`, and one of `BisectBatchOnFunctionError`, `DestinationConfig.OnFailure` and `FunctionResponseTypes: [ReportBatchItemFailures]`, so that one bad record neither blocks nor takes others with it.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  messages: {
    unbounded:
      "A batch that fails is tried again until it expires, and holds up its shard; set 'MaximumRetryAttempts' or 'MaximumRecordAgeInSeconds' on {mapping}.",
    untold:
      "One bad record costs its whole batch; set 'BisectBatchOnFunctionError', 'DestinationConfig.OnFailure' or 'FunctionResponseTypes: [ReportBatchItemFailures]' on {mapping}.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  ‹Clicks›:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST}`,
    passes: `
Events:
  Clicks:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST, MaximumRetryAttempts: 3, BisectBatchOnFunctionError: true}`,
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    const kind = sourceKind(mapping, cx);
    if (kind !== 'kinesis' && kind !== 'dynamodb') return;
    const data = { mapping: nameInSource(mapping, cx) };
    if (limits.every((name) => isUnbounded(mapping, name))) {
      const written = limits.find((name) => !mapping.lacks(name));
      cx.report('unbounded', written === undefined ? mapping.at : mapping.place(written), { data });
    } else if (
      !mapping.all('BisectBatchOnFunctionError').some(({ value }) => value !== false) &&
      mapping.lacks('DestinationConfig', 'OnFailure') &&
      !reportsItemFailures(mapping, cx)
    ) {
      cx.report('untold', mapping.at, { data });
    }
  },
});
