import { entryOf } from '../../model/origin.ts';
import { defineRule } from '../../model/rule.ts';
import { insertBefore } from '../facts/edits/entry.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { readsFifo, sourceKind } from '../facts/events/source.ts';
import { possibleNumbers } from '../facts/templates/possible-numbers.ts';

/** Up to so many messages Lambda takes at once without waiting. */
const withoutWindow = 10;
/** More is not a size of a batch at all, which another rule reports. */
const maximum = 10_000;
const name = 'MaximumBatchingWindowInSeconds';

export const esmBatchWindowRequired = defineRule({
  id: 'esm-batch-window-required',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Large SQS batch needs a batching window',
  description:
    'For a standard queue a `BatchSize` above 10 needs a `MaximumBatchingWindowInSeconds` of at least 1, because Lambda has to wait to gather that many messages. Kinesis and DynamoDB streams take large batches without one.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  fixes: { required: 'unsafe' },
  messages: {
    required: "'BatchSize' is {value}; above 10 a queue also needs 'MaximumBatchingWindowInSeconds' of at least 1.",
  },
  example: {
    in: 'queue-event',
    fails: 'BatchSize: ‹100›',
    passes: 'BatchSize: 100, MaximumBatchingWindowInSeconds: 5',
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    if (sourceKind(mapping, cx) !== 'sqs' || readsFifo(mapping, cx) === true) return;
    const windows = possibleNumbers(mapping, cx, name, 0);
    if (!windows?.every(({ value }) => value === 0)) return;
    const written = windows.find(({ at }) => at !== undefined);
    for (const { value, at } of mapping.numbers('BatchSize')) {
      if (value <= withoutWindow || value > maximum) continue;
      const fix = written
        ? replaceLiteral(written, 1)
        : insertBefore(entryOf(mapping.properties, 'BatchSize'), name, 1);
      cx.report('required', at, { data: { value }, related: [written?.at], fix });
    }
  },
});
