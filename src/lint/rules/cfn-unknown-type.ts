import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { isSameButSpelling, nearestType } from '../facts/templates/nearest-type.ts';
import { isOfAws, isUnknownType, typesWithoutSchema } from '../facts/templates/unknown-type.ts';

/** What the types of the serverless transform begin with. */
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
    'CloudFormation refuses a whole template when the `Type` of one resource is unknown. Types of AWS (`AWS::…`, `Alexa::ASK::…`) are looked up in the published specifications; nothing below a type that is not found there can be checked. Types of others (`Org::Service::Type`, modules, `Custom::…`) may be registered in the account, so only their form is checked. The specifications are those of the day synth was built: a type of AWS that is not like any of them may be newer, so it is a warning.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
  supersedes: ['unknown-serverless-type'],
  fixes: { suggested: 'safe' },
  messages: {
    unknown:
      "AWS had no resource type '{type}'{day}, so the properties of '{id}' were not checked. If the type is newer, silence this.",
    suggested: "There is no resource type '{type}'. Did you mean '{near}'?",
    serverless:
      "The serverless transform had no resource type '{type}' when this version of synth was built; CloudFormation will refuse it.",
    form: "'{type}' is not a resource type: write 'AWS::Service::Type', 'Custom::Name' or a registered 'Org::Service::Type'.",
  },
  example: {
    in: 'resources',
    fails: 'Queue: {Type: ‹AWS::SQS::Qeue›}',
    passes: 'Queue: {Type: AWS::SQS::Queue}',
  },
  check(cx) {
    for (const node of cx.resources()) {
      const { type } = node;
      if (!isString(get(node.body, 'Type'))) continue;
      if (type.startsWith(ofSam)) checkServerless(node, cx);
      else if (isOfAws(type)) checkKnown(node, cx);
      else if (!custom.test(type) && !registered.test(type)) report(node, 'form', cx);
    }
  },
});

/** The transform leaves a type that it does not know as it is, and CloudFormation refuses it. */
const checkServerless = ({ id, type, body }: ResourceNode, cx: RuleContext): void => {
  if (cx.declarations.resource(type)) return;
  const names = [...cx.declarations.types()].map((each) => each.slice(ofSam.length));
  const near = nearest(type.slice(ofSam.length), names);
  const data = { id, type, near: ofSam + near };
  cx.report(near === undefined ? 'serverless' : 'suggested', cx.placeOf(body, 'Type'), { data, logicalId: id });
};

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
  const date = cx.specs?.day();
  const day = date === undefined ? ' when this version of synth was built' : ` on ${date}, the date of synth's data`;
  const data = { id, type, near: near ?? '', day };
  const level = near === undefined && messageId === 'unknown' ? 'warning' : 'error';
  cx.report(near === undefined ? messageId : 'suggested', at, { data, logicalId: id, fix, level });
};

/** The type of SAM of that name, if it has one: AWS has no type `AWS::serverless::Function`. */
const samType = (type: string, { declarations }: RuleContext): string[] => {
  const name = ofSam + (type.split('::').at(-1) ?? '');
  return declarations.resource(name) ? [name] : [];
};
