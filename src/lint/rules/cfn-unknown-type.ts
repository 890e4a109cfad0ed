import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { isSameButSpelling, nearestType } from '../facts/templates/nearest-type.ts';
import { isOfAws, isUnknownType, typesWithoutSchema } from '../facts/templates/unknown-type.ts';

/** What the transform reports itself. */
const ofSam = 'AWS::Serverless::';
const custom = /^Custom::[\w@-]+$/;
const registered = /^[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}(::MODULE)?$/;

export const cfnUnknownType = defineTemplateRule({
  id: 'cfn-unknown-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Resource type that AWS does not have',
  description:
    'CloudFormation refuses a whole template when the `Type` of one resource is unknown. Types of AWS (`AWS::…`, `Alexa::ASK::…`) are looked up in the published specifications; nothing below a type that is not found there can be checked. Types of others (`Org::Service::Type`, modules, `Custom::…`) may be registered in the account, so only their form is checked. The specifications are those of the day synth was built: silence the finding for a type that is newer.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  fixes: { suggested: 'safe' },
  messages: {
    unknown:
      "AWS had no resource type '{type}' when this version of synth was built, so the properties of '{id}' were not checked. Silence this if the type is newer.",
    suggested: "There is no resource type '{type}'. Did you mean '{near}'?",
    form: "'{type}' is no resource type: write 'AWS::Service::Type', 'Custom::Name' or a registered 'Org::Service::Type'.",
  },
  check(cx) {
    for (const node of cx.resources()) {
      const { type } = node;
      // What is no text, or no type of SAM, is the transform's to report.
      if (!isString(get(node.body, 'Type')) || type.startsWith(ofSam)) continue;
      if (isOfAws(type)) checkKnown(node, cx);
      else if (!custom.test(type) && !registered.test(type)) report(node, 'form', cx);
    }
  },
});

const checkKnown = (node: ResourceNode, cx: RuleContext): void => {
  const { type } = node;
  if (!isUnknownType(type, cx.specs)) return;
  const unpublished = [...samType(type, cx), ...typesWithoutSchema].find((each) => isSameButSpelling(each, type));
  report(node, 'unknown', cx, unpublished ?? nearestType(type, cx.specs!.types()!));
};

const report = (node: ResourceNode, messageId: 'unknown' | 'form', cx: RuleContext, near?: string): void => {
  const { id, type, body } = node;
  const at = cx.placeOf(body, 'Type');
  const sure = near !== undefined && isSameButSpelling(near, type);
  const fix = sure ? replaceLiteral({ at, value: type }, near) : undefined;
  const data = { id, type, near: near ?? '' };
  cx.report(near === undefined ? messageId : 'suggested', at, { data, logicalId: id, fix });
};

/** The type of SAM of that name, if it has one: `AWS::serverless::Function` is none of AWS's. */
const samType = (type: string, { declarations }: RuleContext): string[] => {
  const name = ofSam + (type.split('::').at(-1) ?? '');
  return declarations.resource(name) ? [name] : [];
};
