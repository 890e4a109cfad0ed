import { entryOf } from '../../model/origin.ts';
import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, getIn } from '../../model/tree.ts';
import { removeEntry } from '../facts/edits/entry.ts';

const zipOnly = ['Handler', 'Runtime', 'Layers'];

export const lambdaImageExclusions = defineRule({
  id: 'lambda-image-exclusions',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Image function sets zip-only properties',
  description:
    'With `PackageType: Image` the runtime, the handler and all layers are in the image, so `Runtime`, `Handler` and `Layers` must be removed (often they come from `Globals`; `IgnoreGlobals` keeps them out), and `ImageUri` must be given. With a zip archive `ImageUri` and `ImageConfig` must be removed.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html (cfn-lint E3685)',
  fixes: { zipOnly: 'safe', imageOnly: 'safe' },
  supersedes: ['missing-image', 'property-excludes-image', 'property-needs-image'],
  messages: {
    zipOnly: "'{id}' is packaged as an image, which defines '{name}' itself; remove it.",
    noImage: "'{id}' is packaged as an image, so it needs an 'ImageUri', or a 'Dockerfile' in its 'Metadata'.",
    imageOnly:
      "'{id}' is packaged as a zip archive, which cannot have '{name}'; remove it, or set 'PackageType: Image'.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Lambda::Function
  Properties:
    PackageType: Image
    Code: {ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1'}
    Role: arn:aws:iam::123456789012:role/orders
    ‹Handler›: index.handler`,
    passes: `
Orders:
  Type: AWS::Lambda::Function
  Properties:
    PackageType: Image
    Code: {ImageUri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1'}
    Role: arn:aws:iam::123456789012:role/orders`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const [packageType] = fn.strings('PackageType');
    if (packageType === undefined && !fn.lacks('PackageType')) return;
    const written = cx.written(fn.id) ?? fn;
    if (packageType?.value === 'Image') {
      for (const name of zipOnly) if (!fn.lacks(name)) tell('zipOnly', fn, [name], cx);
      const lacksImage = fn.lacks('Code', 'ImageUri') && fn.lacks('Code', 'S3Key');
      if (lacksImage && getIn(written.body, 'Metadata', 'Dockerfile') === undefined) {
        cx.report('noImage', fn.at, { data: { id: fn.id } });
      }
    } else if (packageType !== undefined || fn.lacks('Code', 'ImageUri')) {
      if (!fn.lacks('ImageConfig')) tell('imageOnly', fn, ['ImageConfig'], cx);
      if (!written.lacks('ImageUri')) tell('imageOnly', written, ['ImageUri'], cx);
      else if (!fn.lacks('Code', 'ImageUri')) tell('imageOnly', fn, ['Code', 'ImageUri'], cx);
    }
  },
});

const tell = (messageId: string, node: ResourceNode, path: readonly string[], cx: RuleContext): void => {
  const name = path.at(-1)!;
  // An address of an image hints that the package type is what is wrong; what comes from `Globals` others may need.
  const own = name === 'ImageUri' ? undefined : get(cx.written(node.id)?.body, 'Properties');
  const fix = removeEntry(entryOf(own, name));
  cx.report(messageId, node.keyPlace(...path), { data: { id: node.id, name }, fix });
};
