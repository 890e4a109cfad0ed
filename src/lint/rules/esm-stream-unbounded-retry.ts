import { defineRule, type ResourceNode } from '../../model/rule.ts';
import { sourceKind } from '../facts/event-source.ts';
import { reportsItemFailures } from '../facts/partial-batch.ts';

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
    'A batch of a Kinesis or DynamoDB stream that fails is tried again until it succeeds or expires (a day or more), and the shard stands still meanwhile. Set `MaximumRetryAttempts` or `MaximumRecordAgeInSeconds`, and one of `BisectBatchOnFunctionError`, `DestinationConfig.OnFailure` and `FunctionResponseTypes: [ReportBatchItemFailures]`, so that one bad record neither blocks nor takes others with it.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  messages: {
    unbounded:
      "'{id}' tries a failing batch again until it expires; set 'MaximumRetryAttempts' or 'MaximumRecordAgeInSeconds'.",
    untold:
      "'{id}' loses a whole batch for one bad record; set 'BisectBatchOnFunctionError', 'DestinationConfig.OnFailure' or 'FunctionResponseTypes'.",
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    const kind = sourceKind(mapping, cx);
    if (kind !== 'kinesis' && kind !== 'dynamodb') return;
    const data = { id: mapping.id };
    if (['MaximumRetryAttempts', 'MaximumRecordAgeInSeconds'].every((name) => isUnbounded(mapping, name))) {
      cx.report('unbounded', mapping.at, { data });
    } else if (
      !mapping.all('BisectBatchOnFunctionError').some(({ value }) => value !== false) &&
      mapping.lacks('DestinationConfig', 'OnFailure') &&
      !reportsItemFailures(mapping, cx)
    ) {
      cx.report('untold', mapping.at, { data });
    }
  },
});
