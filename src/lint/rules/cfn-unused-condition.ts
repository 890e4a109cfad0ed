import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap } from '../../model/tree.ts';
import { identifiersLeft, isNameOfLoop } from '../facts/intrinsics/loop-values.ts';
import { isLoopKey } from '../facts/templates/function-keys.ts';
import { referencesOf } from '../facts/templates/references.ts';

export const cfnUnusedCondition = defineTemplateRule({
  id: 'cfn-unused-condition',
  level: 'warning',
  category: 'style',
  stage: 'expanded',
  macros: 'silent',
  title: 'Condition that nothing uses',
  description:
    'No resource, output, `Fn::If` or other condition of the expanded template names this condition. Remove it, or set it where it was meant to be.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
  messages: { unused: "Nothing uses the condition '{name}'." },
  example: {
    fails: `
Conditions: {‹IsProd›: !Equals [!Ref AWS::StackName, prod]}
Resources:
  Topic: {Type: AWS::SNS::Topic}`,
    passes: `
Conditions: {IsProd: !Equals [!Ref AWS::StackName, prod]}
Resources:
  Topic: {Type: AWS::SNS::Topic, Condition: IsProd}`,
  },
  check(cx) {
    const conditions = get(cx.template, 'Conditions');
    const written = get(cx.source, 'Conditions');
    if (!isMap(conditions) || !isMap(written)) return;
    const mentions = [cx.template, cx.source, cx.document].flatMap(referencesOf);
    const used = new Set(mentions.filter(({ kind }) => kind === 'Condition').map(({ name }) => name));
    const identifiers = identifiersLeft(cx);
    // What a loop of the deployment names may be any of them.
    if ([...used].some((name) => isNameOfLoop(name, identifiers))) return;
    for (const name of Object.keys(written)) {
      if (!used.has(name) && !isLoopKey(name)) cx.report('unused', cx.keyOf(written, name), { data: { name } });
    }
  },
});
