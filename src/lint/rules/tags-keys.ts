import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isIntrinsic, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { certainItems } from '../facts/templates/choices.ts';

export const tagsKeys = defineTemplateRule({
  id: 'tags-keys',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Tag key given twice or reserved',
  description:
    'A resource has each tag key once, and keys that begin with `aws:` belong to AWS: the services refuse both. Tags that `Fn::If` may leave out are not compared.',
  source: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html',
  macros: 'silent',
  messages: {
    twice: "The tag '{key}' is already in this list; each key is allowed once.",
    reserved: "The tag '{key}' begins with 'aws:', which is reserved for AWS.",
  },
  example: {
    in: 'resources',
    fails: `
Jobs:
  Type: AWS::SQS::Queue
  Properties:
    Tags:
      - {Key: team, Value: shop}
      - {Key: ‹team›, Value: orders}
`,
    passes: `
Jobs:
  Type: AWS::SQS::Queue
  Properties:
    Tags:
      - {Key: team, Value: shop}
      - {Key: service, Value: orders}
`,
  },
  check(cx) {
    for (const node of cx.resources()) {
      if (!node.type.startsWith('AWS::')) continue;
      for (const name in node.properties) {
        if (name.endsWith('Tags')) checkTags(node, node.properties[name]!, name, cx);
      }
    }
  },
});

const isReserved = (key: string): boolean => /^aws:/i.test(key);

const checkTags = (node: ResourceNode, tags: Json, name: string, cx: RuleContext): void => {
  if (isList(tags)) return checkList(node, tags, name, cx);
  if (!isMap(tags) || isIntrinsic(tags)) return;
  for (const key of Object.keys(tags).filter(isReserved)) {
    cx.report('reserved', cx.keyOf(tags, key), { data: { key }, logicalId: node.id });
  }
};

const checkList = (node: ResourceNode, tags: readonly Json[], name: string, cx: RuleContext): void => {
  const certain = new Set(certainItems(tags));
  const seen = new Set<string>();
  for (const [index, tag] of tags.entries()) {
    const key = isMap(tag) ? tag['Key'] : undefined;
    if (!isString(key)) continue;
    const at = node.place(name, index, 'Key');
    // The transform refuses the tags that it sets itself.
    if (cx.reported(at)) continue;
    const report = (messageId: string) => cx.report(messageId, at, { data: { key }, logicalId: node.id });
    if (isReserved(key)) report('reserved');
    if (!certain.has(index)) continue;
    if (seen.has(key)) report('twice');
    seen.add(key);
  }
};
