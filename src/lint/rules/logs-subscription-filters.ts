import { defineTemplateRule, type ResourceNode } from '../../model/rule.ts';
import { conditionOf } from '../facts/templates/condition.ts';
import { identityOf } from '../facts/templates/identity.ts';

const maximum = 2;
const maximumPattern = 1024;

export const logsSubscriptionFilters = defineTemplateRule({
  id: 'logs-subscription-filters',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::Logs::SubscriptionFilter'],
  title: 'More than 2 subscription filters on a log group',
  description:
    'A log group has at most two subscription filters, those of SAM `CloudWatchLogs` events included, and a filter pattern at most 1,024 characters. Send the logs to one stream or function that passes them on.',
  source:
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html; cfn-lint E2529',
  messages: {
    tooMany:
      'This is subscription filter {count} of one log group; it takes at most {maximum}. Let a stream spread the logs.',
    pattern: "'FilterPattern' has {length} characters; at most {maximum} are allowed.",
  },
  example: {
    in: 'resources',
    fails: `
Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 30}}
Filter0: {Type: AWS::Logs::SubscriptionFilter, Properties: {LogGroupName: !Ref Logs, FilterPattern: '', DestinationArn: !ImportValue stream0, RoleArn: !ImportValue role}}
Filter1: {Type: AWS::Logs::SubscriptionFilter, Properties: {LogGroupName: !Ref Logs, FilterPattern: '', DestinationArn: !ImportValue stream1, RoleArn: !ImportValue role}}
Filter2: {Type: AWS::Logs::SubscriptionFilter, Properties: {LogGroupName: ‹!Ref Logs›, FilterPattern: '', DestinationArn: !ImportValue stream2, RoleArn: !ImportValue role}}`,
    passes: `
Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 30}}
Filter0: {Type: AWS::Logs::SubscriptionFilter, Properties: {LogGroupName: !Ref Logs, FilterPattern: '', DestinationArn: !ImportValue stream0, RoleArn: !ImportValue role}}
Filter1: {Type: AWS::Logs::SubscriptionFilter, Properties: {LogGroupName: !Ref Logs, FilterPattern: '', DestinationArn: !ImportValue stream1, RoleArn: !ImportValue role}}`,
  },
  check(cx) {
    const groups = new Map<string, ResourceNode[]>();
    for (const filter of cx.resources('AWS::Logs::SubscriptionFilter')) {
      for (const { value, at } of filter.strings('FilterPattern')) {
        if (value.length <= maximumPattern) continue;
        cx.report('pattern', at, { data: { length: value.length, maximum: maximumPattern }, logicalId: filter.id });
      }
      // Filters under different conditions may never be there together.
      const condition = conditionOf(filter) ?? '';
      if (filter.lacks('LogGroupName')) continue;
      const key = `${condition} ${identityOf(filter.get('LogGroupName'), cx)}`;
      const others = groups.get(key) ?? [];
      if (others.length >= maximum) {
        const related = others.map((each) => each.place('LogGroupName'));
        const data = { count: others.length + 1, maximum };
        cx.report('tooMany', filter.place('LogGroupName'), { data, related, logicalId: filter.id });
      }
      groups.set(key, [...others, filter]);
    }
  },
});
