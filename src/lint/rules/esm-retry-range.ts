import { defineRule } from '../../model/rule.ts';
import { isIntegerIn } from '../facts/templates/range.ts';

const forever = -1;
const attempts = { minimum: 0, maximum: 10_000 };
const age = { minimum: 60, maximum: 604_800 };

export const esmRetryRange = defineRule({
  id: 'esm-retry-range',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Retry/record age out of range',
  description:
    '`MaximumRetryAttempts` is -1 (until the record expires) or 0 to 10,000; `MaximumRecordAgeInSeconds` is -1 or 60 to 604,800 seconds (7 days).',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html',
  messages: {
    outside: "'{name}' is {value}; it must be -1 or an integer from {minimum} to {maximum}.",
  },
  example: {
    in: 'function',
    fails: `
Events:
  Clicks:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST, MaximumRetryAttempts: ‹20000›}`,
    passes: `
Events:
  Clicks:
    Type: Kinesis
    Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST, MaximumRetryAttempts: 3}`,
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    for (const [name, range] of [
      ['MaximumRetryAttempts', attempts],
      ['MaximumRecordAgeInSeconds', age],
    ] as const) {
      for (const { value, at } of mapping.numbers(name)) {
        if (value === forever || isIntegerIn(value, range)) continue;
        cx.report('outside', at, { data: { name, value, ...range } });
      }
    }
  },
});
