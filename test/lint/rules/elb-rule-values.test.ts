import { elbRuleValues } from '../../../src/lint/rules/elb-rule-values.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const rule = (conditions: string) => `Parameters: {Hosts: {Type: CommaDelimitedList}}
Conditions: {Own: !Equals [!Ref AWS::Region, us-east-1]}
Resources:
  Old:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties: {Conditions: ${conditions}}
`;
const five = '/a, /b, /c, /d, /e';

tester.run(elbRuleValues, {
  valid: [
    rule(`[{Field: path-pattern, Values: [${five}]}]`),
    rule(`[{Field: path-pattern, Values: [${five}, !If [Own, /f, !Ref AWS::NoValue]]}]`),
    rule(`[{Field: path-pattern, Values: !If [Own, [${five}, /f], [${five}]]}]`),
    rule(`[!If [Own, {Field: path-pattern, Values: [${five}, /f]}, !Ref AWS::NoValue]]`),
    rule(`[{Field: path-pattern, Values: [${five}]}, {Field: host-header, HostHeaderConfig: {Values: !Ref Hosts}}]`),
    rule('!Ref Hosts'),
  ],
  invalid: [
    marked(rule(`[{Field: path-pattern, Values: [${five}, /f]}]`).replace('{Conditions', '{‹Conditions›'), {
      messageId: 'many',
      data: { count: 6, most: 5 },
    }),
    marked(
      rule(
        '[{Field: path-pattern, PathPatternConfig: {Values: [/a, /b, /c]}}, {Field: host-header, HostHeaderConfig: {Values: [a.example, b.example, c.example]}}]',
      ).replace('{Conditions', '{‹Conditions›'),
      { messageId: 'many', data: { count: 6 } },
    ),
    marked(rule(`[{Values: !If [Own, [${five}, /f], [${five}, /g, /h]]}]`).replace('{Conditions', '{‹Conditions›'), {
      messageId: 'many',
      data: { count: 6 },
    }),
  ],
});
