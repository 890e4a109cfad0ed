import { describe, expect, it } from 'vitest';
import { errorsOf, samTransform } from '../covered.ts';
import { samFunction } from '../templates.ts';

const event = (type: string, properties: string) =>
  samFunction(
    `DeadLetterQueue: {Type: SQS, TargetArn: arn:aws:sqs:eu-west-1:123456789012:dead}
Events:
  Nightly:
    Type: ${type}
    Properties:
      ${properties}
      State: ENABLED
      Enabled: true`,
    samTransform,
  );

describe('of events-target-input-exclusive, the transform', () => {
  it.each([
    ['Schedule', 'Schedule: rate(1 day)'],
    ['EventBridgeRule', 'Pattern: {source: [a]}'],
    ['CloudWatchEvent', 'Pattern: {source: [a]}'],
  ])('reports State beside Enabled in %s', (type, properties) => {
    expect(errorsOf(event(type, properties))).toEqual(['15:22 exclusive-properties']);
  });
});
