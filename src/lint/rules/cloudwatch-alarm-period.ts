import type { Cause } from '../../model/origin.ts';
import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';

const hour = 3600;
const day = 24 * hour;
const week = 7 * day;

const isPeriod = (value: number, short: readonly number[]): boolean =>
  short.includes(value) || (value > 0 && value % 60 === 0);

/** Periods below a minute, for metrics of high resolution: of an alarm on one metric, and of a metric in an expression. */
const ofAlarm = [10, 20, 30];
const ofMetric = [1, 5, 10, 20, 30];

export const cloudwatchAlarmPeriod = defineRule({
  id: 'cloudwatch-alarm-period',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Period that an alarm cannot have',
  description:
    'The period of an alarm is 10, 20 or 30 seconds, or a multiple of 60; that of a metric in `Metrics` may also be 1 or 5 seconds. An alarm looks back over `Period` × `EvaluationPeriods`: at most one day (86,400 seconds) where the period is below an hour, and at most seven days (604,800 seconds) otherwise. CloudWatch refuses other alarms. Periods of 10, 20 and 30 seconds are for metrics of your own with high resolution: metrics of AWS (`AWS/…`) come once a minute.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  messages: {
    period: "'Period' is {found}; it must be {allowed} or a multiple of 60 seconds.",
    resolution:
      "'Period' is {found}; metrics of '{namespace}' come once a minute, so that the alarm often lacks data. Set 60 seconds, or a multiple.",
    range:
      "{count} periods of {period} seconds are {total} seconds; with this period an alarm looks back over at most {maximum} seconds. Take fewer 'EvaluationPeriods', or a {cure} 'Period'.",
  },
  example: {
    in: 'resources',
    fails: `
Errors:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/Lambda
    MetricName: Errors
    Statistic: Sum
    Period: ‹45›
    EvaluationPeriods: 1
    ComparisonOperator: GreaterThanThreshold
    Threshold: 0
`,
    passes: `
Errors:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/Lambda
    MetricName: Errors
    Statistic: Sum
    Period: 60
    EvaluationPeriods: 1
    ComparisonOperator: GreaterThanThreshold
    Threshold: 0
`,
  },
  on: ['AWS::CloudWatch::Alarm'],
  check(alarm, cx) {
    const periods = alarm.numbers('Period');
    checkPeriods(periods, ofAlarm, cx);
    checkResolution(alarm, periods, cx);
    checkPeriods(alarm.numbers('Metrics', '*', 'MetricStat', 'Period'), ofMetric, cx);
    checkPeriods(alarm.numbers('Metrics', '*', 'Period'), ofMetric, cx);
    checkRange(alarm, periods, cx);
  },
});

const checkPeriods = (periods: readonly Found<number>[], short: readonly number[], cx: RuleContext): void => {
  for (const { value, at } of periods) {
    // What is not above zero is out of the range of the schema.
    if (value > 0 && !isPeriod(value, short)) {
      cx.report('period', at, { data: { found: value, allowed: short.join(', ') } });
    }
  }
};

/** Metrics of AWS come once in a minute: below that an alarm often has no data. */
const checkResolution = (alarm: ResourceNode, periods: readonly Found<number>[], cx: RuleContext): void => {
  const namespace = alarm.strings('Namespace').find(({ value }) => value.startsWith('AWS/'));
  if (namespace === undefined) return;
  for (const { value, at } of periods) {
    if (!ofAlarm.includes(value)) continue;
    const data = { found: value, namespace: namespace.value };
    cx.report('resolution', at, { data, level: 'warning', related: [namespace.at] });
  }
};

/** How far an alarm looks back; said only where there is one period and one number of them. */
const checkRange = (alarm: ResourceNode, periods: readonly Found<number>[], cx: RuleContext): void => {
  const counts = alarm.numbers('EvaluationPeriods');
  if (periods.length !== 1 || counts.length !== 1) return;
  const [{ value: period, at: periodAt }, { value: count, at }] = [periods[0]!, counts[0]!];
  if (!isPeriod(period, ofAlarm)) return;
  const maximum = period < hour ? day : week;
  if (count * period <= maximum) return;
  const cure = period < hour && count * hour <= week ? 'longer' : 'shorter';
  const related: readonly (Cause | undefined)[] = [periodAt];
  cx.report('range', at, { data: { count, period, total: count * period, maximum, cure }, related });
};
