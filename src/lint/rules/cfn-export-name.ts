import { entryOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isMap, isString, type Json } from '../../model/tree.ts';
import { referencesIn } from '../facts/templates/references.ts';
import { partialText, withoutGaps } from '../facts/texts/partial-text.ts';
import { symbolicText } from '../facts/texts/symbolic-text.ts';

const allowed = /^[A-Za-z0-9:-]*$/;

export const cfnExportName = defineTemplateRule({
  id: 'cfn-export-name',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Export name that CloudFormation refuses',
  description:
    'The name of an export has letters, digits, `:` and `-` only, depends on no resource, and is exported by one output of a stack only; two outputs whose conditions differ may share it.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
  supersedes: ['cfn-conditional-reference'],
  messages: {
    characters: "An export name may have letters, digits, ':' and '-'; '{name}' has {character}.",
    empty: 'The export name is empty; give it a name, or remove the export.',
    twice: "The outputs '{first}' and '{second}' export the same name; give each a name of its own.",
    resource:
      "An export name cannot depend on a resource, and this one depends on '{id}'. Use parameters and 'AWS::StackName'.",
  },
  example: {
    fails: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  Topic:
    Value: !Ref Topic
    Export: {Name: ‹orders_topic›}
`,
    passes: `
Resources:
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  Topic:
    Value: !Ref Topic
    Export: {Name: orders-topic}
`,
  },
  check(cx) {
    const outputs = get(cx.template, 'Outputs');
    if (!isMap(outputs)) return;
    const known = new Map<string, string>();
    for (const output of Object.keys(outputs)) {
      const exported = get(outputs[output], 'Export');
      const name = get(exported, 'Name');
      if (!isMap(exported) || name === undefined || name === null) continue;
      const at = cx.placeOf(exported, 'Name');
      checkCharacters(name, exported, cx);
      const id = referencesIn(name, at).find((each) => each.kind !== 'Condition' && cx.resource(each.name))?.name;
      if (id !== undefined) cx.report('resource', at, { data: { id } });
      const condition = get(outputs[output], 'Condition');
      const key = `${symbolicText(name, cx)} ${isString(condition) ? condition : ''}`;
      const first = known.get(key);
      if (first === undefined) known.set(key, output);
      else cx.report('twice', at, { data: { first, second: output }, related: [placeOfName(outputs[first], cx)] });
    }
  },
});

const placeOfName = (output: Json | undefined, cx: RuleContext) => cx.placeOf(get(output, 'Export'), 'Name');

const checkCharacters = (value: Json, exported: Json, cx: RuleContext): void => {
  const text = partialText(value, cx);
  const known = text === undefined ? '' : withoutGaps(text);
  if (text === '') return cx.report('empty', cx.placeOf(exported, 'Name'));
  if (allowed.test(known) || known.includes('{{resolve:')) return;
  const found = [...known].find((each) => !allowed.test(each))!;
  const data = { name: known, character: found === ' ' ? 'a blank' : `'${found}'` };
  cx.report('characters', entryOf(exported, 'Name')?.value ?? cx.placeOf(exported, 'Name'), { data });
};
