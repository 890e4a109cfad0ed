import { defineRule } from '../../model/rule.ts';
import { maximumUnpacked, packageSize } from '../facts/package-size.ts';

const near = 0.9 * maximumUnpacked;

export const lambdaPackageUnzippedSize = defineRule({
  id: 'lambda-package-unzipped-size',
  level: 'error',
  category: 'limits',
  stage: 'source',
  title: 'Unzipped code plus layers exceed 250 MB',
  description:
    'Code and layers of a function together take at most 262,144,000 bytes after unpacking. Local folders and archives are measured as they are now; layers from elsewhere count nothing, so the real sum is at least the one reported. From 90 % on it is a warning. Larger code fits into a container image.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  messages: {
    over: "Code and layers of '{id}' take {atLeast}{bytes} bytes unpacked; Lambda takes at most {maximum}.",
    near: "Code and layers of '{id}' take {atLeast}{bytes} of {maximum} bytes.",
  },
  on: ['AWS::Serverless::Function'],
  check(fn, cx) {
    const size = cx.sizes && packageSize(fn, cx.sizes, (reference) => cx.target(reference));
    if (!size || size.bytes < near) return;
    const { bytes, complete } = size;
    const data = { id: fn.id, bytes, maximum: maximumUnpacked, atLeast: complete ? '' : 'at least ' };
    const report = { data, related: [fn.lacks('Layers') ? undefined : fn.keyPlace('Layers')] };
    if (bytes > maximumUnpacked) cx.report('over', fn.place('CodeUri'), report);
    else cx.report('near', fn.place('CodeUri'), { ...report, level: 'warning' });
  },
});
