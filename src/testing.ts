/** What tests of rules need: `sam-synth/testing`. */
export { RuleTester } from './lint/rule-tester.ts';
export { defineRule, defineTemplateRule, type ResourceNode, type Rule, type RuleContext } from './model/rule.ts';
