import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { logGroupNames } from '../facts/functions/log-group.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

const days = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
/** What the CDK makes to limit a log group that is not in the template. */
const retention = 'Custom::LogRetention';

export const lambdaLogRetention = defineTemplateRule({
  id: 'lambda-log-retention',
  level: 'info',
  category: 'cost',
  stage: 'expanded',
  needs: ['AWS::Logs::LogGroup', 'Custom::LogRetention', 'AWS::Lambda::Function'],
  title: 'Log group never expires',
  description:
    'Lambda makes the log group of a function at its first run, and keeps everything in it forever; so does a log group without `RetentionInDays`. Declare an `AWS::Logs::LogGroup` named `/aws/lambda/<function>`, or one that `LoggingConfig` of the function refers to, and say how long its events are kept. Functions whose `LoggingConfig` names a log group of another stack are not judged, nor are groups of the class `DELIVERY`, which keep two days. A number of days that CloudWatch Logs does not take is an error.',
  source:
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html (cfn-lint I3013, E3030)',
  strict: ['noGroup'],
  messages: {
    noGroup:
      "Lambda makes the log group of '{id}' at the first run, and it never expires; declare an AWS::Logs::LogGroup '{group}' with RetentionInDays.",
    unset: "The log group '{id}' never expires; set 'RetentionInDays'.",
    value: "'RetentionInDays' is {found}; the nearest that CloudWatch Logs takes is {near}. Allowed: {allowed}.",
  },
  example: {
    in: 'resources',
    fails: '‹Logs›: {Type: AWS::Logs::LogGroup}',
    passes: 'Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: 30}}',
  },
  check(cx) {
    const names = new Set<string>();
    for (const group of cx.resources('AWS::Logs::LogGroup', retention)) {
      for (const { value } of group.all('LogGroupName')) names.add(symbolicText(value, cx));
      if (group.type !== retention) checkGroup(group, cx);
    }
    for (const fn of cx.resources('AWS::Lambda::Function')) {
      if (!fn.lacks('LoggingConfig', 'LogGroup')) continue;
      const groups = logGroupNames(fn, cx);
      if (groups.some((name) => names.has(name))) continue;
      cx.report('noGroup', fn.at, {
        data: { id: fn.id, group: groups.length > 2 ? groups[0]! : groups.at(-1)! },
        logicalId: fn.id,
      });
    }
  },
});

const checkGroup = (group: ResourceNode, cx: RuleContext): void => {
  const more = { logicalId: group.id };
  if (group.lacks('RetentionInDays')) {
    const delivers = group.strings('LogGroupClass').some(({ value }) => value === 'DELIVERY');
    if (!delivers) cx.report('unset', group.at, { ...more, data: { id: group.id } });
  }
  for (const { value, at } of group.numbers('RetentionInDays')) {
    if (!Number.isInteger(value) || days.includes(value)) continue;
    const near = [days.filter((each) => each < value).at(-1), days.find((each) => each > value)];
    const data = {
      found: value,
      near: near.filter((each) => each !== undefined).join(' or '),
      allowed: days.join(', '),
    };
    cx.report('value', at, { ...more, data, level: 'error' });
  }
};
