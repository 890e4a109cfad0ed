import { defineRule } from '../../model/rule.ts';
import { logFilterFault } from '../facts/texts/log-filter.ts';

export const logsFilterPattern = defineRule({
  id: 'logs-filter-pattern',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Filter pattern that CloudWatch Logs refuses',
  description:
    'A pattern on JSON is enclosed in braces, names its fields from `$`, compares with `=`, `!=`, `<`, `<=`, `>` and `>=`, and joins comparisons with `&&` and `||`: `{ ($.level = "ERROR") && ($.code >= 500) }`. Texts are written in double quotes, numbers to compare with `<` and `>` without quotes. A pattern on fields that blanks separate is enclosed in brackets. CloudWatch Logs refuses others: "Invalid metric filter pattern".',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html',
  messages: {
    open: "The pattern begins with '{begin}' and has no '{end}' at its end, or a quote in it stays open.",
    parentheses: 'The pattern has more parentheses of one kind than of the other.',
    equals: "'==' is not an operator of filter patterns; write '='.",
    word: "'{word}' does not join comparisons in filter patterns; write '{cure}'.",
    quote: 'Texts in filter patterns need double quotes: "…".',
    order: "'<' and '>' compare with numbers, which take no quotes.",
    selector: "The pattern names no field; names of fields begin with '$.', as in '$.level'.",
  },
  example: {
    in: 'resources',
    fails: `
Errors:
  Type: AWS::Logs::MetricFilter
  Properties:
    LogGroupName: /shop/orders
    FilterPattern: ‹'{ $.level == "ERROR" }'›
    MetricTransformations: [{MetricName: errors, MetricNamespace: orders, MetricValue: '1'}]`,
    passes: `
Errors:
  Type: AWS::Logs::MetricFilter
  Properties:
    LogGroupName: /shop/orders
    FilterPattern: '{ $.level = "ERROR" }'
    MetricTransformations: [{MetricName: errors, MetricNamespace: orders, MetricValue: '1'}]`,
  },
  on: ['AWS::Logs::MetricFilter', 'AWS::Logs::SubscriptionFilter'],
  check(filter, cx) {
    for (const { value, at } of filter.strings('FilterPattern')) {
      if (value.includes('${') || value.includes('{{resolve:')) continue;
      const fault = logFilterFault(value);
      if (fault) cx.report(fault.messageId, at, { data: fault.data });
    }
  },
});
