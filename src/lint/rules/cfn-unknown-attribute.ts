import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule } from '../../model/rule.ts';
import { isCustomResource } from '../facts/templates/opaque.ts';
import { referencesOf } from '../facts/templates/references.ts';

export const cfnUnknownAttribute = defineTemplateRule({
  id: 'cfn-unknown-attribute',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  macros: 'silent',
  title: 'Attribute that the resource type does not have',
  description:
    '`Fn::GetAtt` and `${Id.Attribute}` may only ask for what the published schema of the type returns. `Outputs.…` of nested stacks and attributes of custom resources are not checked.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getatt.html',
  messages: {
    unknown: "{type} has no attribute '{attribute}' for '{id}'. It has: {allowed}.",
    suggested: "{type} has no attribute '{attribute}' for '{id}'. Did you mean '{near}'?",
    output:
      "A nested stack gives its outputs as 'Outputs.…'; write '{id}.Outputs.{attribute}' for the output '{attribute}'.",
    none: "{type} ('{id}') has no attributes, so '{attribute}' cannot be asked for.",
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
    for (const { kind, name, attribute, at, owner, section } of referencesOf(cx.template)) {
      if (attribute === undefined || (kind !== 'Fn::GetAtt' && kind !== 'Fn::Sub')) continue;
      const node = cx.resource(name);
      const spec = node && cx.specs.resource(node.type);
      if (!node || !spec || isCustomResource(node.type)) continue;
      const isStack = node.type === 'AWS::CloudFormation::Stack';
      if (isStack && attribute.startsWith('Outputs.')) continue;
      // A part of a structured attribute is asked for with a further dot.
      if (
        attribute !== 'Outputs' &&
        spec.attributes.some((each) => each === attribute || each.startsWith(`${attribute}.`))
      )
        continue;
      if (attribute.includes('.') && spec.attributes.includes(attribute.split('.', 1)[0]!)) continue;
      const near = nearest(attribute, spec.attributes);
      const data = { id: name, type: node.type, attribute, near: near ?? '', allowed: spec.attributes.join(', ') };
      const messageId = isStack
        ? 'output'
        : spec.attributes.length === 0
          ? 'none'
          : near === undefined
            ? 'unknown'
            : 'suggested';
      cx.report(messageId, at, { data, ...(section === 'Resources' ? { logicalId: owner } : {}) });
    }
  },
});
