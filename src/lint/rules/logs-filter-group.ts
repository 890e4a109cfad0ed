import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { logGroupNames } from '../facts/functions/log-group.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

export const logsFilterGroup = defineTemplateRule({
  id: 'logs-filter-group',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::Logs::SubscriptionFilter', 'AWS::Logs::MetricFilter'],
  title: 'Filter on the log group that a function has not made yet',
  description:
    'Lambda makes the log group of a function when it first runs. A subscription filter or metric filter on `/aws/lambda/<function>` is made before that, and CloudWatch Logs refuses it: the log group does not exist. Declare the `AWS::Logs::LogGroup` in the template, and name it in the filter with `!Ref`.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html',
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}
Errors:
  Type: AWS::Logs::MetricFilter
  Properties:
    LogGroupName: ‹!Sub '/aws/lambda/\${Orders}'›
    FilterPattern: ERROR
    MetricTransformations: [{MetricName: errors, MetricNamespace: orders, MetricValue: '1'}]`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}
OrdersLog:
  Type: AWS::Logs::LogGroup
  Properties: {LogGroupName: !Sub '/aws/lambda/\${Orders}', RetentionInDays: 30}
Errors:
  Type: AWS::Logs::MetricFilter
  Properties:
    LogGroupName: !Ref OrdersLog
    FilterPattern: ERROR
    MetricTransformations: [{MetricName: errors, MetricNamespace: orders, MetricValue: '1'}]`,
  },
  messages: {
    group:
      "The log group of '{fn}' exists only after its first run, so AWS refuses '{owner}'; declare an AWS::Logs::LogGroup '{name}'.",
  },
  check(cx) {
    const filters = cx.resources('AWS::Logs::SubscriptionFilter', 'AWS::Logs::MetricFilter');
    const undeclared = filters.length > 0 ? undeclaredGroups(cx) : undefined;
    for (const filter of filters) {
      for (const { value, at } of filter.all('LogGroupName')) {
        const name = symbolicText(value, cx);
        const fn = undeclared?.get(name);
        if (fn !== undefined) cx.report('group', at, { data: { fn, owner: filter.id, name }, logicalId: filter.id });
      }
    }
  },
});

/** The names of the log groups that no resource declares (`Custom::LogRetention` is that of the CDK), with their functions. */
const undeclaredGroups = (cx: RuleContext): ReadonlyMap<string, string> => {
  const declared = new Set(
    cx
      .resources('AWS::Logs::LogGroup', 'Custom::LogRetention')
      .flatMap((group) => group.all('LogGroupName').map(({ value }) => symbolicText(value, cx))),
  );
  const found = new Map<string, string>();
  for (const fn of cx.resources('AWS::Lambda::Function')) {
    const names = logGroupNames(fn, cx);
    if (!names.some((name) => declared.has(name))) for (const name of names) found.set(name, fn.id);
  }
  return found;
};
