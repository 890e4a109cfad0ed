import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { characters, truncate } from '../facts/edits/truncate.ts';

const maximum = 256;

export const lambdaDescriptionLength = defineRule({
  id: 'lambda-description-length',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Description longer than 256 characters',
  description:
    'The description of a function, version, alias or layer has at most 256 characters. SAM appends `AutoPublishCodeSha256` to the description of the function, and that counts. The fix cuts the text off.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
  fixes: { long: 'unsafe', withHash: 'unsafe' },
  messages: {
    long: 'The description has {length} characters; at most {maximum} are allowed.',
    withHash:
      "The description has {length} characters with the 'AutoPublishCodeSha256' that SAM appends; at most {maximum} are allowed, so {room} are left for the text.",
  },
  example: {
    in: 'function',
    fails:
      'Description: ‹Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop. Orders of the shop.›',
    passes: 'Description: Orders of the shop',
  },
  on: ['AWS::Lambda::Function', 'AWS::Lambda::Version', 'AWS::Lambda::Alias', 'AWS::Lambda::LayerVersion'],
  reads: ['Description'],
  check(node, cx) {
    for (const found of node.strings('Description')) {
      if (found.value.length <= maximum || found.value.includes('{{resolve:')) continue;
      const length = characters(found.value);
      if (length > maximum) report(cx, found, length, appended(node, found.value, cx));
    }
  },
});

const report = (cx: RuleContext, { value, at }: Found<string>, length: number, hash: string): void => {
  const room = maximum - hash.length;
  const fix = truncate(value.slice(0, value.length - hash.length), at, room);
  cx.report(hash === '' ? 'long' : 'withHash', at, { data: { length, maximum, room }, fix });
};

/** What the transform has put behind the description of a function. */
const appended = (node: ResourceNode, description: string, cx: RuleContext): string => {
  const hashes = cx.written(node.id)?.strings('AutoPublishCodeSha256') ?? [];
  return hashes.map(({ value }) => ` ${value}`).find((text) => description.endsWith(text)) ?? '';
};
