import type { Cause } from '../../model/origin.ts';
import { defineRule } from '../../model/rule.ts';

export const wafv2Priority = defineRule({
  id: 'wafv2-priority',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Two WAF rules with one priority',
  description:
    'The rules of a web ACL or rule group are tried in the order of their `Priority`, so each of them needs a number of its own; WAF refuses two rules with one.',
  source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html',
  messages: { twice: 'The priority {priority} is taken by the rule in line {first}; each rule needs one of its own.' },
  example: {
    in: 'resources',
    fails: `
Guard:
  Type: AWS::WAFv2::RuleGroup
  Properties:
    Capacity: 10
    Scope: REGIONAL
    VisibilityConfig: &metrics {CloudWatchMetricsEnabled: true, MetricName: guard, SampledRequestsEnabled: true}
    Rules:
      - {Name: one, Priority: 0, Action: {Block: {}}, Statement: {GeoMatchStatement: {CountryCodes: [AQ]}}, VisibilityConfig: *metrics}
      - {Name: two, Priority: ‹0›, Action: {Count: {}}, Statement: {GeoMatchStatement: {CountryCodes: [BV]}}, VisibilityConfig: *metrics}
`,
    passes: `
Guard:
  Type: AWS::WAFv2::RuleGroup
  Properties:
    Capacity: 10
    Scope: REGIONAL
    VisibilityConfig: &metrics {CloudWatchMetricsEnabled: true, MetricName: guard, SampledRequestsEnabled: true}
    Rules:
      - {Name: one, Priority: 0, Action: {Block: {}}, Statement: {GeoMatchStatement: {CountryCodes: [AQ]}}, VisibilityConfig: *metrics}
      - {Name: two, Priority: 1, Action: {Count: {}}, Statement: {GeoMatchStatement: {CountryCodes: [BV]}}, VisibilityConfig: *metrics}
`,
  },
  on: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  check(node, cx) {
    // Which rules there are is known where no condition chooses among them.
    if (JSON.stringify(node.get('Rules') ?? null).includes('"Fn::If"')) return;
    const firsts = new Map<number, Cause>();
    for (const { value: priority, at } of node.numbers('Rules', '*', 'Priority')) {
      const first = firsts.get(priority);
      if (first) cx.report('twice', at, { data: { priority, first }, related: [first] });
      else if (at) firsts.set(priority, at);
    }
  },
});
