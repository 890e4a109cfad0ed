import { defineRule } from '../../model/rule.ts';
import { readsFifo } from '../facts/events/source.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const minimum = 1;
const maximum = 10_000;
const fifoMaximum = 10;

export const esmBatchSize = defineRule({
  id: 'esm-batch-size',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'BatchSize out of range for the source',
  description:
    'One invocation gets 1 to 10,000 records, from a FIFO queue at most 10. Unless set it is 10 for queues and 100 for every other source.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html',
  fixes: { outside: 'unsafe', fifo: 'unsafe' },
  messages: {
    outside: "'BatchSize' is {value}; it must be an integer from {minimum} to {maximum}.",
    fifo: "'BatchSize' is {value}; for a FIFO queue it must be an integer from {minimum} to {maximum}.",
  },
  example: {
    in: 'queue-event',
    fails: 'BatchSize: ‹0›',
    passes: 'BatchSize: 10',
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    const fifo = readsFifo(mapping, cx) === true;
    const range = { minimum, maximum: fifo ? fifoMaximum : maximum };
    checkIntegers(cx, mapping.numbers('BatchSize'), range, fifo ? 'fifo' : 'outside');
  },
});
