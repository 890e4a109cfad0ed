import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { childTemplate, templateProperties } from '../facts/templates/child-template.ts';
import { isCustomResource } from '../facts/templates/opaque.ts';
import { referencesOf } from '../facts/templates/references.ts';

const stack = 'AWS::CloudFormation::Stack';

export const cfnUnknownAttribute = defineTemplateRule({
  id: 'cfn-unknown-attribute',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Attribute that the resource type does not have',
  description:
    '`Fn::GetAtt` and `${Id.Attribute}` may only name attributes that the published schema of the type returns. Of nested stacks only `Outputs.…` and a few others exist; the outputs are looked up where the template is a local file. A table of DynamoDB has a `StreamArn` only with a `StreamSpecification`. Attributes of custom resources are not checked.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getatt.html',
  messages: {
    unknown: "{type} has no attribute '{attribute}' for '{id}'. It has: {allowed}.",
    suggested: "{type} has no attribute '{attribute}' for '{id}'. Did you mean '{near}'?",
    output:
      "A nested stack gives its outputs as 'Outputs.…'; write '{id}.Outputs.{attribute}' for the output '{attribute}'.",
    missing: "The template of '{id}' has no output '{name}'.{near}",
    stream: "'{id}' has no stream, so it has no 'StreamArn'; give it a 'StreamSpecification'.",
    none: "{type} ('{id}') has no attributes, so '{attribute}' does not exist.",
  },
  example: {
    in: 'resources',
    fails: `
Queue: {Type: AWS::SQS::Queue}
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !GetAtt ‹Queue.Name›}`,
    passes: `
Queue: {Type: AWS::SQS::Queue}
Topic:
  Type: AWS::SNS::Topic
  Properties: {DisplayName: !GetAtt Queue.QueueName}`,
  },
  check(cx) {
    if (!cx.specs) return;
    for (const reference of referencesOf(cx.template)) {
      const { kind, name, attribute, owner, section } = reference;
      if (attribute === undefined || (kind !== 'Fn::GetAtt' && kind !== 'Fn::Sub')) continue;
      const node = cx.resource(name);
      if (!node || mayLackAttributes(node, cx)) continue;
      const fault =
        node.type === stack
          ? ofStack(name, attribute, cx)
          : (ofType(node.type, attribute, cx) ?? ofStream(node, attribute, cx.resource(owner)));
      if (!fault) continue;
      const data = { id: name, type: node.type, attribute, ...fault.data };
      cx.report(fault.messageId, reference.at, { data, logicalId: section === 'Resources' ? owner : undefined });
    }
  },
});

/** SAM's attributes of a resource are those of others that the transform makes: none where it found an error. */
const mayLackAttributes = ({ id }: ResourceNode, cx: RuleContext): boolean =>
  cx.isFaulty(id) && cx.written(id)?.type.startsWith('AWS::Serverless::') === true;

interface Fault {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
}

const ofType = (type: string, attribute: string, cx: RuleContext): Fault | undefined => {
  const spec = cx.specs!.resource(type);
  if (!spec || isCustomResource(type) || has(spec.attributes, attribute)) return undefined;
  const near = nearest(attribute, spec.attributes);
  const messageId = spec.attributes.length === 0 ? 'none' : near === undefined ? 'unknown' : 'suggested';
  return { messageId, data: { near: near ?? '', allowed: spec.attributes.join(', ') } };
};

/** The stream of a table that has none; that of an event source is the subject of a rule of its own. */
const ofStream = (table: ResourceNode, attribute: string, owner: ResourceNode | undefined): Fault | undefined =>
  table.type === 'AWS::DynamoDB::Table' &&
  attribute === 'StreamArn' &&
  owner?.type !== 'AWS::Lambda::EventSourceMapping' &&
  table.lacks('StreamSpecification')
    ? { messageId: 'stream', data: {} }
    : undefined;

/** A part of a structured attribute is asked for with a further dot. */
const has = (attributes: readonly string[], attribute: string): boolean =>
  attributes.some((each) => each === attribute || each.startsWith(`${attribute}.`)) ||
  attributes.includes(attribute.split('.', 1)[0]!);

const ofStack = (id: string, attribute: string, cx: RuleContext): Fault | undefined => {
  const [first, name] = [attribute.split('.', 1)[0]!, attribute.slice('Outputs.'.length)];
  if (first !== 'Outputs' || name === '') {
    const isKnown = first !== 'Outputs' && has(cx.specs!.resource(stack)?.attributes ?? [], attribute);
    return isKnown ? undefined : { messageId: 'output', data: {} };
  }
  const written = cx.written(id);
  const property = templateProperties.get(written?.type ?? '');
  const child = written && property ? childTemplate(written.get(property), written.place(property), cx) : undefined;
  if (!child?.outputs || child.outputs.includes(name)) return undefined;
  return { messageId: 'missing', data: { name, near: didYouMean(nearest(name, child.outputs)) } };
};
