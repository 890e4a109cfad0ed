import { defineRule } from '../../model/rule.ts';
import { get } from '../../model/tree.ts';
import { choicesOf, isPlainMap, lacksEntry } from '../facts/templates/choices.ts';

const groups = ['ManagedRuleGroupStatement', 'RuleGroupReferenceStatement'];

export const wafv2Action = defineRule({
  id: 'wafv2-action',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'WAF rule with the wrong kind of action',
  description:
    'A rule has an `Action` (`Allow`, `Block`, `Count` …), unless its statement refers to a rule group: then it has an `OverrideAction` (`None` or `Count`) and no `Action`. WAF refuses every other rule.',
  source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html',
  macros: 'silent',
  messages: {
    action:
      "The rule has a statement of its own and so takes an 'Action' such as {Block: {}}, not an 'OverrideAction'.",
    override: "The rule refers to a rule group and so takes an 'OverrideAction' such as {None: {}}, not an 'Action'.",
    noAction: "The rule needs an 'Action', such as {Block: {}}.",
    noOverride: "The rule refers to a rule group and needs an 'OverrideAction', such as {None: {}}.",
  },
  example: {
    in: 'resources',
    fails: `
Guard:
  Type: AWS::WAFv2::WebACL
  Properties:
    Scope: REGIONAL
    DefaultAction: {Allow: {}}
    VisibilityConfig: &metrics {CloudWatchMetricsEnabled: true, MetricName: guard, SampledRequestsEnabled: true}
    Rules:
      - Name: common
        Priority: 0
        ‹Action›: {Block: {}}
        Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesCommonRuleSet}}
        VisibilityConfig: *metrics
`,
    passes: `
Guard:
  Type: AWS::WAFv2::WebACL
  Properties:
    Scope: REGIONAL
    DefaultAction: {Allow: {}}
    VisibilityConfig: &metrics {CloudWatchMetricsEnabled: true, MetricName: guard, SampledRequestsEnabled: true}
    Rules:
      - Name: common
        Priority: 0
        OverrideAction: {None: {}}
        Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesCommonRuleSet}}
        VisibilityConfig: *metrics
`,
  },
  on: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup'],
  check(node, cx) {
    for (const { value: rule, at, path } of node.all('Rules', '*')) {
      const statement = get(rule, 'Statement');
      if (!isPlainMap(rule) || !isPlainMap(statement)) continue;
      const isOfGroup = groups.some((name) => statement[name] !== undefined);
      const [wanted, other] = isOfGroup ? ['OverrideAction', 'Action'] : ['Action', 'OverrideAction'];
      const given = choicesOf(rule[other!], undefined);
      if (given.every(({ value }) => value !== undefined)) {
        cx.report(isOfGroup ? 'override' : 'action', node.keyPlace(...path, other!));
      } else if (given.length === 1 && lacksEntry(rule, wanted!)) {
        cx.report(isOfGroup ? 'noOverride' : 'noAction', at);
      }
    }
  },
});
