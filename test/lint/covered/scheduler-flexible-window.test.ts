import { describe, expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';

const schedule = (window: string) => `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: {Arn: arn:aws:lambda:eu-west-1:123456789012:function:fn, RoleArn: arn:aws:iam::123456789012:role/r}
      FlexibleTimeWindow: ${window}
Transform: AWS::Serverless-2016-10-31
`;

describe('of scheduler-flexible-window, the general checks', () => {
  it('report a mode that there is not', () => {
    expect(errorsOf(schedule('{Mode: FLEXIBL}'))).toEqual(['7:34 cfn-allowed-value']);
  });

  it('report OFF without quotes, which YAML reads as false', () => {
    expect(errorsOf(schedule('{Mode: OFF, MaximumWindowInMinutes: 5}'))).toEqual(['7:34 cfn-allowed-value']);
  });

  it('report a window without a mode', () => {
    expect(errorsOf(schedule('{MaximumWindowInMinutes: 5}'))).toEqual(['7:27 cfn-missing-property']);
  });

  it('report a length that is no number', () => {
    expect(errorsOf(schedule('{Mode: FLEXIBLE, MaximumWindowInMinutes: long}'))).toEqual(['7:68 cfn-property-type']);
  });
});
