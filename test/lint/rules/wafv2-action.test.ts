import { wafv2Action } from '../../../src/lint/rules/wafv2-action.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const acl = (rule: string) => `Conditions: {Strict: !Equals [a, !Ref AWS::Region]}
Resources:
  Guard:
    Type: AWS::WAFv2::WebACL
    Properties:
      Rules:
        - ${rule}
`;
const own = 'Statement: {GeoMatchStatement: {CountryCodes: [AQ]}}';
const group = 'Statement: {ManagedRuleGroupStatement: {VendorName: AWS, Name: AWSManagedRulesCommonRuleSet}}';

tester.run(wafv2Action, {
  valid: [
    acl(`{Name: a, Action: {Block: {}}, ${own}}`),
    acl(`{Name: a, OverrideAction: {None: {}}, ${group}}`),
    acl(`{Name: a, Action: !If [Strict, {Block: {}}, {Count: {}}], ${own}}`),
    acl(`{Name: a, Action: !If [Strict, {Block: {}}, !Ref AWS::NoValue], ${group}}`),
    acl('{Name: a, Statement: !Ref Some}'),
    acl(`!If [Strict, {Name: a, Action: {Block: {}}, ${own}}, !Ref AWS::NoValue]`),
  ],
  invalid: [
    marked(acl(`{Name: a, ‹Action›: {Block: {}}, ${group}}`), 'override'),
    marked(acl(`{Name: a, ‹OverrideAction›: {None: {}}, ${own}}`), 'action'),
    marked(acl(`‹{Name: a, ${own}}›`), 'noAction'),
    marked(acl(`‹{Name: a, ${group}}›`), 'noOverride'),
    marked(acl(`{Name: a, Action: {Block: {}}, ‹OverrideAction›: {None: {}}, ${own}}`), 'action'),
  ],
});
