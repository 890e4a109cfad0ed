import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { entryChoices, isPlainMap } from '../facts/templates/choices.ts';
import { scalarText } from '../facts/texts/scalar.ts';

export const cloudwatchMetricMath = defineRule({
  id: 'cloudwatch-metric-math',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Alarm on an expression that CloudWatch cannot compute',
  description:
    'An expression in the `Metrics` of an alarm names other entries by their `Id`. Exactly one entry is what the alarm looks at: `ReturnData` is true where it is not given, so all others need `ReturnData: false` (an alarm with a `ThresholdMetricId` looks at two). CloudWatch refuses other alarms.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html',
  macros: 'silent',
  messages: {
    unknown: "The expression names '{name}', but no entry of 'Metrics' has that 'Id'.{near}",
    several:
      "The alarm looks at one entry of 'Metrics', but {count} return data; set 'ReturnData: false' at all others.",
    none: "The alarm looks at one entry of 'Metrics', but none returns data; remove 'ReturnData: false' from that one.",
  },
  example: {
    in: 'resources',
    fails: `
Failing:
  Type: AWS::CloudWatch::Alarm
  Properties:
    EvaluationPeriods: 1
    ComparisonOperator: GreaterThanThreshold
    Threshold: 0.1
    Metrics:
      - {Id: rate, Expression: ‹errors / call›}
      - {Id: errors, ReturnData: false, MetricStat: {Period: 60, Stat: Sum, Metric: {Namespace: shop, MetricName: Errors}}}
      - {Id: calls, ReturnData: false, MetricStat: {Period: 60, Stat: Sum, Metric: {Namespace: shop, MetricName: Calls}}}
`,
    passes: `
Failing:
  Type: AWS::CloudWatch::Alarm
  Properties:
    EvaluationPeriods: 1
    ComparisonOperator: GreaterThanThreshold
    Threshold: 0.1
    Metrics:
      - {Id: rate, Expression: errors / calls}
      - {Id: errors, ReturnData: false, MetricStat: {Period: 60, Stat: Sum, Metric: {Namespace: shop, MetricName: Errors}}}
      - {Id: calls, ReturnData: false, MetricStat: {Period: 60, Stat: Sum, Metric: {Namespace: shop, MetricName: Calls}}}
`,
  },
  on: ['AWS::CloudWatch::Alarm'],
  check(alarm, cx) {
    const entries = alarm.all('Metrics', '*');
    const ids = alarm.strings('Metrics', '*', 'Id').map(({ value }) => value);
    if (entries.length === 0 || ids.length !== entries.length || entries.some(({ value }) => !isPlainMap(value)))
      return;
    for (const entry of entries) checkExpression(entry, ids, cx);
    // Entries that conditions choose are of several alarms in one.
    if (new Set(ids).size === ids.length) checkReturned(alarm, entries, cx);
  },
});

/** A name or number, or a text in quotes; a name before a bracket is a function. */
const token = /"[^"]*"|'[^']*'|[A-Za-z_]\w*\s{0,9}\(?|\d[\w.]*/g;

const checkExpression = ({ value: entry, at }: Found, ids: readonly string[], cx: RuleContext): void => {
  for (const { value, at: place } of entryChoices(entry, 'Expression', at)) {
    const text = cx.resolve(value);
    // Queries of Metrics Insights name metrics.
    if (!isString(text) || /^\s*SELECT\b/i.test(text) || text.includes('${')) continue;
    for (const [found] of text.matchAll(token)) {
      const name = found.trim();
      if (!/^[a-z]\w*$/.test(name) || ids.includes(name)) continue;
      cx.report('unknown', place, { data: { name, near: didYouMean(nearest(name, ids)) } });
      break;
    }
  }
};

const checkReturned = (alarm: ResourceNode, entries: readonly Found[], cx: RuleContext): void => {
  if (!alarm.lacks('ThresholdMetricId') || alarm.all('Metrics').length !== 1) return;
  const returned = entries.map(({ value }) => {
    const given = get(value, 'ReturnData');
    return given === undefined ? 'true' : scalarText(cx.resolve(given));
  });
  if (returned.some((value) => value !== 'true' && value !== 'false')) return;
  const count = returned.filter((value) => value === 'true').length;
  if (count !== 1) cx.report(count === 0 ? 'none' : 'several', alarm.keyPlace('Metrics'), { data: { count } });
};
