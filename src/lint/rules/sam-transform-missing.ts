import { nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isList, isString } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { addTransform } from '../facts/edits/transform.ts';

const macro = 'AWS::Serverless-2016-10-31';

export const samTransformMissing = defineTemplateRule({
  id: 'sam-transform-missing',
  level: 'error',
  category: 'correctness',
  stage: 'source',
  title: 'AWS::Serverless resource without the SAM transform',
  description:
    'CloudFormation itself knows no type `AWS::Serverless::…`: it refuses the template unless `Transform: AWS::Serverless-2016-10-31` (or a list with it) has SAM make other resources of them first. `synth expand` and `sam build` do not need the line, AWS does.',
  source:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html (cfn-lint E3038)',
  fixes: { missing: 'safe', other: 'safe', misspelt: 'safe' },
  messages: {
    missing: "CloudFormation does not know {type} ('{id}'): the template needs 'Transform: {macro}'.",
    other: "'Transform' does not name {macro}, so CloudFormation does not know {type} ('{id}').",
    misspelt: "There is no transform '{found}'. Did you mean '{macro}'? Without it {type} ('{id}') is not known.",
  },
  example: {
    fails: `
Resources:
  Orders: {Type: ‹AWS::Serverless::SimpleTable›}`,
    passes: `
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: {Type: AWS::Serverless::SimpleTable}`,
  },
  check(cx) {
    const first = cx.sources().find(({ type }) => type.startsWith('AWS::Serverless::'));
    const named = namedTransforms(cx);
    if (!first || named.some(({ value }) => value === undefined || value === macro)) return;
    const { id, type, body } = first;
    const data = { id, type, macro };
    const wrong = named.find(({ value }) => nearest(value!, [macro]) !== undefined);
    if (wrong) {
      const found = { value: wrong.value!, at: wrong.at };
      cx.report('misspelt', wrong.at, {
        data: { ...data, found: found.value },
        fix: replaceLiteral(found, macro),
        logicalId: id,
      });
      return;
    }
    const fix = addTransform(cx.source, macro);
    if (entryOf(cx.source, 'Transform'))
      cx.report('other', cx.keyOf(cx.source, 'Transform'), { data, fix, logicalId: id });
    else cx.report('missing', cx.placeOf(body, 'Type'), { data, fix, logicalId: id });
  },
});

/** The names in `Transform`; undefined for what is made by a function. */
const namedTransforms = ({ source }: RuleContext) => {
  const transforms = get(source, 'Transform');
  const around = entryOf(source, 'Transform')?.value;
  if (transforms === undefined || transforms === null) return [];
  const items = isList(transforms) ? transforms : [transforms];
  return items.map((item, step) => {
    const name = isString(item) ? item : get(item, 'Name');
    return {
      value: isString(name) ? name : undefined,
      at: (isList(transforms) && entryOf(transforms, step)?.value) || around,
    };
  });
};
