import { cloudwatchAlarmPeriod } from '../../../src/lint/rules/cloudwatch-alarm-period.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const alarm = (period: string, periods: string, namespace = 'AWS/Lambda') => `Parameters:
  Seconds: {Type: Number}
Resources:
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: ${namespace}, MetricName: Errors, Statistic: Sum, ComparisonOperator: GreaterThanThreshold, Threshold: 0, Period: ${period}, EvaluationPeriods: ${periods}}
`;
const math = (period: string) => `Resources:
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0
      EvaluationPeriods: 1
      Metrics:
        - {Id: a, MetricStat: {Stat: Sum, Period: ${period}, Metric: {Namespace: AWS/Lambda, MetricName: Errors}}}
`;

tester.run(cloudwatchAlarmPeriod, {
  valid: [
    alarm('10', '3', 'Shop'),
    alarm('10', '3', '!Ref Namespace'),
    alarm("'60'", '1440'),
    alarm('3600', '168'),
    alarm('86400', '7'),
    alarm('!Ref Seconds', '5000'),
    alarm('!If [A, 60, 3600]', '150'),
    math('5'),
    math('!Ref Seconds'),
  ],
  invalid: [
    marked(alarm('‹45›', '1'), { messageId: 'period', data: { found: 45, allowed: '10, 20, 30' } }),
    marked(alarm('‹1›', '1'), { messageId: 'period', data: { found: 1 } }),
    marked(alarm('‹30›', '1'), { messageId: 'resolution', level: 'warning', data: { namespace: 'AWS/Lambda' } }),
    marked(alarm('60', '‹1441›'), { messageId: 'range', data: { total: 86_460, maximum: 86_400 } }),
    marked(alarm('3600', '‹169›'), { messageId: 'range', data: { maximum: 604_800, cure: 'shorter' } }),
    marked(math('‹90›'), { messageId: 'period', data: { allowed: '1, 5, 10, 20, 30' } }),
  ],
});
