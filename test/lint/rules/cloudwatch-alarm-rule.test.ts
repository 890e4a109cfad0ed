import { cloudwatchAlarmRule } from '../../../src/lint/rules/cloudwatch-alarm-rule.ts';
import { tester } from '../tester.ts';

const alarm = (rule: string) => `Resources:
  Down:
    Type: AWS::CloudWatch::CompositeAlarm
    Properties: {AlarmName: a, AlarmRule: ${rule}}
`;

tester.run(cloudwatchAlarmRule, {
  valid: [
    alarm('ALARM(a) AND (OK(b) OR NOT INSUFFICIENT_DATA(c))'),
    alarm(`'ALARM("a && b") OR ALARM("c || d")'`),
    alarm("!Sub 'ALARM(${A}) AND ALARM(${B})'"),
    alarm('!Ref Rule'),
  ],
  invalid: [
    {
      template: alarm('ALARM(a) && ALARM(b)'),
      problems: [{ messageId: 'operator', line: 4, column: 43, data: { found: '&&', word: 'AND' } }],
    },
    {
      template: alarm("!Sub 'ALARM(${A}) || ALARM(${B})'"),
      problems: [{ messageId: 'operator', line: 4, column: 43, data: { found: '||', word: 'OR' } }],
    },
  ],
});
