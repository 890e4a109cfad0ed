import { defineRule } from '../../model/rule.ts';
import { listLengths } from '../facts/templates/list-lengths.ts';

/** How many values the conditions of a rule have together. */
const mostValues = 5;

/** Where the values of a condition stand, by its kind. */
const lists = [
  [],
  ['HostHeaderConfig'],
  ['HttpHeaderConfig'],
  ['HttpRequestMethodConfig'],
  ['PathPatternConfig'],
  ['QueryStringConfig'],
  ['SourceIpConfig'],
];

export const elbRuleValues = defineRule({
  id: 'elb-rule-values',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Listener rule with too many condition values',
  description:
    'The conditions of a rule of an Application Load Balancer have at most 5 values together, and Elastic Load Balancing refuses more. Make several rules, or use wildcards. Values that a condition may leave out are not counted.',
  source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  macros: 'silent',
  messages: {
    many: 'The conditions of the rule have {count} values; Elastic Load Balancing takes {most} in one rule.',
  },
  example: {
    in: 'resources',
    fails: `
Old:
  Type: AWS::ElasticLoadBalancingV2::ListenerRule
  Properties:
    ListenerArn: !ImportValue listener
    Priority: 1
    ‹Conditions›: [{Field: path-pattern, Values: [/a, /b, /c, /d, /e, /f]}]
    Actions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: '410'}}]
`,
    passes: `
Old:
  Type: AWS::ElasticLoadBalancingV2::ListenerRule
  Properties:
    ListenerArn: !ImportValue listener
    Priority: 1
    Conditions: [{Field: path-pattern, Values: [/a, /b, /c, /d, /e]}]
    Actions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: '410'}}]
`,
  },
  on: ['AWS::ElasticLoadBalancingV2::ListenerRule'],
  reads: ['Conditions'],
  check(rule, cx) {
    let count = 0;
    for (const { path } of rule.all('Conditions', '*')) {
      if (path.includes('Fn::If')) continue;
      for (const list of lists) {
        const lengths = listLengths(rule, ...path, ...list, 'Values').map(({ least }) => least);
        count += lengths.reduce((one, other) => Math.min(one, other), lengths[0] ?? 0);
      }
    }
    if (count > mostValues) cx.report('many', rule.keyPlace('Conditions'), { data: { count, most: mostValues } });
  },
});
