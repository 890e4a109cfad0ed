import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap, isString } from '../../model/tree.ts';
import { referencesOf } from '../facts/templates/references.ts';
import { ruleSubjects } from '../facts/templates/rule-subjects.ts';

export const cfnUnusedParameter = defineTemplateRule({
  id: 'cfn-unused-parameter',
  level: 'warning',
  category: 'style',
  stage: 'source',
  macros: 'silent',
  title: 'Parameter that nothing uses',
  description:
    'No `Ref` and no `${…}` of the template names this parameter: whoever deploys must think about a value that has no effect. Remove it, or use it.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  messages: { unused: "Nothing uses the parameter '{name}'." },
  example: {
    fails: `
Parameters: {‹Name›: {Type: String}}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: Orders}}`,
    passes: `
Parameters: {Name: {Type: String}}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Name}}`,
  },
  check(cx) {
    const parameters = get(cx.template, 'Parameters');
    if (!isMap(parameters)) return;
    const used = new Set([cx.document, cx.template].flatMap(referencesOf).map(({ name }) => name));
    const asked = ruleSubjects(cx.document);
    for (const name of Object.keys(parameters)) {
      const type = get(parameters[name], 'Type');
      if (!used.has(name) && !asked.has(name) && !(isString(type) && asked.has(type)))
        cx.report('unused', cx.keyOf(parameters, name), { data: { name } });
    }
  },
});
