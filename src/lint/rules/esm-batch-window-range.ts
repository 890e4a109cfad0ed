import { entryOf } from '../../model/origin.ts';
import { defineRule } from '../../model/rule.ts';
import { removeEntry } from '../facts/edits/entry.ts';
import { readsFifo } from '../facts/events/source.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const minimum = 0;
const maximum = 300;
const name = 'MaximumBatchingWindowInSeconds';

export const esmBatchWindowRange = defineRule({
  id: 'esm-batch-window-range',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Batching window invalid',
  description:
    '`MaximumBatchingWindowInSeconds` is 0 to 300 seconds. FIFO queues have no batching window: it must be 0 or absent there.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html',
  fixes: { outside: 'unsafe', fifo: 'safe' },
  messages: {
    outside: "'MaximumBatchingWindowInSeconds' is {value}; it must be an integer from {minimum} to {maximum}.",
    fifo: "'MaximumBatchingWindowInSeconds' is {value}, but FIFO queues do not support batching windows; remove it.",
  },
  example: {
    in: 'queue-event',
    fails: 'MaximumBatchingWindowInSeconds: ‹600›',
    passes: 'MaximumBatchingWindowInSeconds: 60',
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    const windows = mapping.numbers(name);
    if (readsFifo(mapping, cx) !== true) return checkIntegers(cx, windows, { minimum, maximum }, 'outside');
    const simple = windows.length === 1 && windows[0]!.path.length === 1;
    const fix = simple ? removeEntry(entryOf(mapping.properties, name)) : undefined;
    for (const { value, at } of windows) {
      if (value !== 0) cx.report('fifo', at, { data: { value }, fix });
    }
  },
});
