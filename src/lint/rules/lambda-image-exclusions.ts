import { defineRule } from '../../model/rule.ts';

const zipOnly = ['Handler', 'Runtime', 'Layers'];

export const lambdaImageExclusions = defineRule({
  id: 'lambda-image-exclusions',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Image function sets zip-only properties',
  description:
    'With `PackageType: Image` the runtime, the handler and all layers are in the image, so `Runtime`, `Handler` and `Layers` must go (often they come from `Globals`; `IgnoreGlobals` keeps them out), and `ImageUri` must be given. With a zip archive `ImageUri` and `ImageConfig` must go.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html (cfn-lint E3685)',
  messages: {
    zipOnly: "'{id}' is packaged as an image, which takes no '{name}'.",
    noImage: "'{id}' is packaged as an image, so it needs an 'ImageUri'.",
    imageOnly: "'{id}' is packaged as a zip archive, which takes no '{name}'.",
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const [packageType] = fn.strings('PackageType');
    const image = packageType?.value === 'Image';
    if (packageType === undefined && !fn.lacks('PackageType')) return;
    if (image) {
      for (const name of zipOnly) {
        if (!fn.lacks(name)) cx.report('zipOnly', fn.keyPlace(name), { data: { id: fn.id, name } });
      }
      if (fn.lacks('Code', 'ImageUri') && fn.lacks('Code', 'S3Key'))
        cx.report('noImage', packageType?.at, { data: { id: fn.id } });
    } else if (packageType !== undefined || fn.lacks('Code', 'ImageUri')) {
      const places = { ImageUri: ['Code', 'ImageUri'], ImageConfig: ['ImageConfig'] };
      for (const [name, path] of Object.entries(places)) {
        if (!fn.lacks(...path)) cx.report('imageOnly', fn.keyPlace(...path), { data: { id: fn.id, name } });
      }
    }
  },
});
