import { entryOf } from '../../model/origin.ts';
import { defineRule } from '../../model/rule.ts';
import { removeEntry } from '../facts/edits/entry.ts';
import { nameInSource } from '../facts/events/sam-events.ts';
import { sourceKind, sourceNames } from '../facts/events/source.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const minimum = 1;
const maximum = 10;
const name = 'ParallelizationFactor';

export const esmParallelizationFactor = defineRule({
  id: 'esm-parallelization-factor',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Invalid ParallelizationFactor',
  description:
    'Of each shard of a Kinesis or DynamoDB stream 1 to 10 batches are worked on at once; other sources have no shards.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html',
  fixes: { outside: 'unsafe', source: 'safe' },
  messages: {
    outside: "'ParallelizationFactor' is {value}; it must be an integer from {minimum} to {maximum}.",
    source: "'ParallelizationFactor' is for Kinesis and DynamoDB streams only; {mapping} reads {source}.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  Clicks:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST, ParallelizationFactor: ‹20›}`,
    passes: `
Events:
  Clicks:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST, ParallelizationFactor: 10}`,
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    if (mapping.lacks(name)) return;
    const kind = sourceKind(mapping, cx);
    if (kind === undefined || kind === 'kinesis' || kind === 'dynamodb') {
      return checkIntegers(cx, mapping.numbers(name), { minimum, maximum }, 'outside');
    }
    const data = { mapping: nameInSource(mapping, cx), source: sourceNames[kind] };
    cx.report('source', mapping.keyPlace(name), { data, fix: removeEntry(entryOf(mapping.properties, name)) });
  },
});
