import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap } from '../../model/tree.ts';
import { namesIn } from '../facts/sections/structure.ts';

export const cfnNameTwice = defineTemplateRule({
  id: 'cfn-name-twice',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Resource with the name of a parameter',
  description:
    'Parameters and resources share one set of names, for `Ref` takes both. Resources that the transform generates count too.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
  messages: { twice: "'{name}' is the name of a parameter and of a resource; give one of them another name." },
  example: {
    fails: `
Parameters:
  Topic: {Type: String}
Resources:
  ‹Topic›: {Type: AWS::SNS::Topic}
`,
    passes: `
Parameters:
  TopicName: {Type: String}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref TopicName}}
`,
  },
  check(cx) {
    const parameters = get(cx.source, 'Parameters');
    if (!isMap(parameters)) return;
    for (const name of namesIn(cx.template, 'Resources')) {
      if (!Object.hasOwn(parameters, name)) continue;
      const written = get(cx.source, 'Resources');
      const at = get(written, name) === undefined ? cx.resource(name)?.at : cx.keyOf(written, name);
      cx.report('twice', at, { data: { name }, logicalId: name, related: [cx.keyOf(parameters, name)] });
    }
  },
});
