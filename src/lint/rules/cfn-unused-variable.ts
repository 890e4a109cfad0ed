import { entryOf, originOf } from '../../model/origin.ts';
import { namesIn } from '../../model/placeholders.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isIntrinsic, type JsonMap } from '../../model/tree.ts';
import { functionsOf } from '../facts/intrinsics/uses.ts';
import { isFunctionKey } from '../facts/templates/function-keys.ts';
import { mayBeInModule } from '../facts/templates/modules.ts';
import { pseudoParameters } from '../facts/templates/pseudo-parameters.ts';

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
      // A name that is missing there, too, is one that is misspelt: it is reported where it is used.
      if ([...used].some((name) => isMissing(name, variables, cx))) continue;
      for (const name of Object.keys(variables)) {
        if (used.has(name) || isFunctionKey(name)) continue;
        cx.report('unused', entryOf(variables, name)?.key ?? originOf(variables), { data: { name } });
      }
    }
  },
});

/** Whether a name of a text means no variable, parameter, resource or pseudo parameter. */
const isMissing = (name: string, variables: JsonMap, cx: RuleContext): boolean => {
  const [id] = name.split('.', 1) as [string];
  if (Object.hasOwn(variables, name) || pseudoParameters.has(name) || mayBeInModule(id, cx)) return false;
  return cx.resource(id) === undefined && get(get(cx.template, 'Parameters'), id) === undefined;
};
