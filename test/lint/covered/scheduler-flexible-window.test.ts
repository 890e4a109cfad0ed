import { describe, expect, it } from 'vitest';
import { found } from './found.ts';

const schedule = (window: string) => `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: {Arn: arn:aws:lambda:eu-west-1:123456789012:function:fn, RoleArn: arn:aws:iam::123456789012:role/r}
      FlexibleTimeWindow: ${window}
`;

describe('of scheduler-flexible-window, the general checks', () => {
  it('report a mode that there is not', () => {
    expect(found(schedule('{Mode: FLEXIBL}'))).toEqual(['7:34-7:41 cfn-allowed-value']);
  });

  it('report OFF without quotes, which YAML reads as false', () => {
    expect(found(schedule('{Mode: OFF, MaximumWindowInMinutes: 5}'))).toEqual(['7:34-7:37 cfn-allowed-value']);
  });

  it('report a window without a mode', () => {
    expect(found(schedule('{MaximumWindowInMinutes: 5}'))).toEqual(['7:27-7:54 cfn-missing-property']);
  });

  it('report a length that is no number', () => {
    expect(found(schedule('{Mode: FLEXIBLE, MaximumWindowInMinutes: long}'))).toEqual(['7:68-7:72 cfn-property-type']);
  });
});
