import { entryOf, originOf } from '../../model/origin.ts';
import { namesIn } from '../../model/placeholders.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { isIntrinsic } from '../../model/tree.ts';
import { functionsOf } from '../facts/intrinsics/uses.ts';
import { isFunctionKey } from '../facts/templates/function-keys.ts';

export const cfnUnusedVariable = defineTemplateRule({
  id: 'cfn-unused-variable',
  level: 'warning',
  category: 'style',
  stage: 'source',
  macros: 'silent',
  title: 'Variable of Fn::Sub that its text does not use',
  description:
    'The second operand of `Fn::Sub` gives values to names in `${…}` of the first. A name that the text does not have is dropped: most likely one of the two is misspelt.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html',
  messages: { unused: "The text of 'Fn::Sub' has no '${{name}}', so this variable is dropped." },
  example: {
    in: 'resources',
    fails: `
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !Sub ['\${Name} orders', {Name: new, ‹Kind›: all}]}`,
    passes: `
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !Sub ['\${Name} orders', {Name: new}]}`,
  },
  check(cx) {
    for (const { text, variables } of functionsOf(cx.template).substitutions) {
      if (isIntrinsic(variables)) continue;
      const used = new Set(namesIn(text).map((name) => name.trim()));
      for (const name of Object.keys(variables)) {
        if (used.has(name) || isFunctionKey(name)) continue;
        cx.report('unused', entryOf(variables, name)?.key ?? originOf(variables), { data: { name } });
      }
    }
  },
});
