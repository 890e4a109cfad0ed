import { defineTemplateRule } from '../../model/rule.ts';
import { get, isMap } from '../../model/tree.ts';
import { utf8Length } from '../facts/utf8.ts';

const pattern = /^[a-zA-Z0-9]{1,255}$/;
const maximumId = 255;
const maximumDescription = 1024;
const sections = {
  Resources: 'a resource',
  Outputs: 'an output',
  Parameters: 'a parameter',
  Conditions: 'a condition',
};

export const cfnLogicalId = defineTemplateRule({
  id: 'cfn-logical-id',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid logical ID',
  description:
    'The logical ids of resources, outputs, parameters and conditions are 1 to 255 letters and digits, nothing else; those that the transform generates count too. The description of a template has at most 1,024 bytes.',
  source: 'cfn-lint E3001/E1003',
  messages: {
    characters: "'{id}' is no logical id for {what}: it may only have letters and digits.",
    generated: "Expanding '{owner}' makes {what} '{id}', but a logical id may only have letters and digits.",
    long: "The logical id of {what} has {count} characters; at most {maximum} are allowed: '{id}'.",
    description: "'Description' has {count} bytes; at most {maximum} are allowed.",
  },
  check(cx) {
    for (const [section, what] of Object.entries(sections)) {
      const content = get(cx.template, section);
      for (const id of isMap(content) ? Object.keys(content) : []) {
        if (pattern.test(id) || id.startsWith('Fn::ForEach::') || id === 'Fn::Transform') continue;
        const own = cx.keyOf(get(cx.source, section), id);
        const written = get(get(cx.source, section), id) !== undefined;
        const at = written ? own : (cx.resource(id)?.at ?? own);
        if (cx.reported(at)) continue;
        const { logicalId: owner } = section === 'Resources' ? cx.owner(id, at) : { logicalId: id };
        const data = { id, what, owner, count: id.length, maximum: maximumId };
        const tooLong = /^[a-zA-Z0-9]+$/.test(id);
        const messageId = tooLong ? 'long' : written ? 'characters' : 'generated';
        cx.report(messageId, at, { data, ...(section === 'Resources' && { logicalId: id }) });
      }
    }
    const description = get(cx.template, 'Description');
    const count = typeof description === 'string' ? utf8Length(description) : 0;
    if (count > maximumDescription) {
      cx.report('description', cx.placeOf(cx.source, 'Description'), { data: { count, maximum: maximumDescription } });
    }
  },
});
