import { defineRule } from '../../model/rule.ts';
import { partialText } from '../facts/texts/partial-text.ts';

const words: Readonly<Record<string, string>> = { '&&': 'AND', '||': 'OR' };

export const cloudwatchAlarmRule = defineRule({
  id: 'cloudwatch-alarm-rule',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Operator that composite alarms do not have',
  description:
    'The `AlarmRule` of a composite alarm puts states of alarms together with the words AND, OR and NOT. It has no `&&` and no `||`, and CloudWatch refuses a rule with them.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html',
  messages: { operator: "The rules of composite alarms have no '{found}'; write '{word}'." },
  example: {
    in: 'resources',
    fails: `
Down:
  Type: AWS::CloudWatch::CompositeAlarm
  Properties:
    AlarmName: down
    AlarmRule: ‹ALARM(errors) && ALARM(throttles)›
`,
    passes: `
Down:
  Type: AWS::CloudWatch::CompositeAlarm
  Properties:
    AlarmName: down
    AlarmRule: ALARM(errors) AND ALARM(throttles)
`,
  },
  on: ['AWS::CloudWatch::CompositeAlarm'],
  check(alarm, cx) {
    for (const { value, at } of alarm.all('AlarmRule')) {
      // The names of alarms in quotes may hold anything.
      const found = /&&|\|\|/.exec((partialText(value, cx) ?? '').replace(/"[^"]*"/g, ''))?.[0];
      if (found !== undefined) cx.report('operator', at, { data: { found, word: words[found]! } });
    }
  },
});
