import type { Cause } from '../../model/origin.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, getIn, isString, type Json } from '../../model/tree.ts';
import { unpublished } from '../facts/kinds/expectations.ts';
import { mismatchOf, wrongBeginning } from '../facts/kinds/mismatch.ts';
import { type Wanted, wantedAt } from '../facts/kinds/wanted.ts';
import { formWords, shownReference } from '../facts/kinds/words.ts';
import { attributeOf } from '../facts/templates/attribute.ts';
import { propertySites } from '../facts/templates/spec-faults.ts';

const wantedWords = ({ forms, prefix }: Wanted): string =>
  prefix === undefined
    ? [...forms].flatMap((form) => (form === 'other' && forms.size > 1 ? [] : [formWords[form]])).join(' or ')
    : `a text that begins with ${prefix}`;

const typeWords = (types: readonly string[]): string =>
  types.length > 3 ? `one of ${types.slice(0, 3).join(', ')} …` : types.join(' or ');

export const cfnReferenceKind = defineTemplateRule({
  id: 'cfn-reference-kind',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Reference that gives something else than what is wanted',
  description:
    'What `Ref` gives depends on the type: the name of a role or function, the URL of a queue, the ARN of a topic, the id of a user pool. A property that takes an ARN refuses a name, and the reverse. Checked are references to resources of the template, by what the pages of the types say of their return values; the type of the resource where the property takes only one; what an `Fn::Sub` begins with where an ARN is wanted; and parameters whose type is the id of another resource.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
  general: true,
  supersedes: ['access-resource-policy', 'access-function-permission', 'access-role-action', 'access-role-missing'],
  macros: 'silent',
  messages: {
    beginning: "'{path}' takes an ARN, but begins with '{reference}' of {type}, which gives {given}.",
    form: "'{path}' takes {wanted}, but {reference} of {type} gives {given}.",
    cured: "'{path}' takes {wanted}, but {reference} of {type} gives {given}; write '{cure}'.",
    attribute:
      "'{path}' takes the '{attribute}' of {type}, but stands for {reference}; write '!GetAtt {id}.{attribute}'.",
    meaning: "'{path}' takes {wanted} of {types}, but {reference} gives {means}.",
    type: "'{path}' takes {wanted} of {types}, but '{id}' is {type}.",
    parameter: "'{path}' takes {wanted} of {types}, but the parameter '{id}' is {type}.",
  },
  example: {
    in: 'resources',
    fails: `
Reader:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: {Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: sts:AssumeRole}
Orders:
  Type: AWS::StepFunctions::StateMachine
  Properties:
    DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
    RoleArn: ‹!Ref Reader›
`,
    passes: `
Reader:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: {Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: sts:AssumeRole}
Orders:
  Type: AWS::StepFunctions::StateMachine
  Properties:
    DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
    RoleArn: !GetAtt Reader.Arn
`,
  },
  check(cx) {
    const known = new Set<string>();
    for (const { node, value, at, wanted, path } of sitesOf(cx)) {
      const beginning = wrongBeginning(value, wanted, cx);
      if (beginning) {
        const { target, given, reference } = beginning;
        const data = { path, reference, type: target.type, given: formWords[given] };
        cx.report('beginning', at, { data, logicalId: node.id, related: [target.at] });
        continue;
      }
      const parameter = otherParameter(value, wanted, cx);
      if (parameter) {
        const data = { path, wanted: wantedWords(wanted), types: typeWords(wanted.types), ...parameter };
        cx.report('parameter', at, { data, logicalId: node.id });
        continue;
      }
      const mismatch = mismatchOf(value, wanted, cx);
      // What one place makes of several resources is one fault.
      if (!mismatch) continue;
      const place = at && `${at.source.file} ${at.start} ${mismatch.target.id}`;
      if (place !== undefined && known.has(place)) continue;
      if (place !== undefined) known.add(place);
      const { target } = mismatch;
      const attribute = attributeOf(value);
      const reference = `'${shownReference(target.id, attribute)}'`;
      const data = { path, id: target.id, type: target.type, wanted: wantedWords(wanted), reference };
      const common = { logicalId: node.id, related: [target.at] };
      if (mismatch.kind === 'type')
        cx.report('type', at, { ...common, data: { ...data, types: typeWords(wanted.types) } });
      else if (mismatch.kind === 'meaning') {
        const { means } = mismatch;
        cx.report('meaning', at, { ...common, data: { ...data, means, types: typeWords(wanted.types) } });
      } else if (mismatch.kind === 'attribute')
        cx.report('attribute', at, { ...common, data: { ...data, attribute: mismatch.attribute } });
      else {
        const { cure, given } = mismatch;
        cx.report(cure === undefined ? 'form' : 'cured', at, {
          ...common,
          data: { ...data, given: formWords[given], cure: cure ?? '' },
        });
      }
    }
  },
});

/** Types of parameters that are ids of resources. */
const idType = /^(?:List<)?(AWS::(?:EC2::(?:Instance|SecurityGroup|Subnet|VPC|Volume)|Route53::HostedZone))::Id>?$/;

/** The parameter that a value refers to, where its type says that it is the id of something else than what is wanted. */
const otherParameter = (value: Json, { types }: Wanted, cx: RuleContext): { id: string; type: string } | undefined => {
  const id = get(value, 'Ref');
  const type = isString(id) ? getIn(cx.template, 'Parameters', id, 'Type') : undefined;
  const resource = isString(type) ? idType.exec(type)?.[1] : undefined;
  if (resource === undefined || types.length === 0 || types.includes(resource)) return undefined;
  return { id: id as string, type: type as string };
};

/** A reference, and what is wanted in its place. */
interface Site {
  readonly node: ResourceNode;
  readonly value: Json;
  readonly at: Cause | undefined;
  readonly path: string;
  readonly wanted: Wanted;
}

const sitesOf = (cx: RuleContext): readonly Site[] => {
  const sites: Site[] = [];
  for (const { node, value, at, path, key, references } of propertySites(cx)) {
    const wanted = wantedAt(key, references);
    if (wanted) sites.push({ node, value, at, path, wanted });
  }
  for (const [type, path, wanted] of unpublished) {
    const nodes = type.startsWith('AWS::Serverless::') ? cx.sources(type) : cx.resources(type);
    for (const node of nodes) {
      for (const { value, at } of node.all(...path.split('.'))) sites.push({ node, value, at, path, wanted });
    }
  }
  return sites;
};
