import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap } from '../../model/tree.ts';
import { referencesOf } from '../facts/templates/references.ts';

export const cfnUnusedParameter = defineTemplateRule({
  id: 'cfn-unused-parameter',
  level: 'warning',
  category: 'style',
  stage: 'source',
  title: 'Parameter that nothing uses',
  description:
    'No `Ref` and no `${…}` of the template names this parameter: whoever deploys must think about a value that has no effect. Remove it, or use it.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  messages: { unused: "Nothing uses the parameter '{name}'." },
  check(cx) {
    const parameters = get(cx.template, 'Parameters');
    if (!isMap(parameters)) return;
    const used = new Set(referencesOf(cx.template).map(({ name }) => name));
    for (const name of Object.keys(parameters)) {
      if (!used.has(name)) cx.report('unused', cx.keyOf(parameters, name), { data: { name } });
    }
  },
});
