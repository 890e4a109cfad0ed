import { defineRule } from '../../model/rule.ts';
import { functionTypes, layerTypes, localCode } from '../facts/functions/local-code.ts';
import { maximumUnpacked as maximum, packageSize, unpackedSize } from '../facts/functions/package-size.ts';

const near = 0.9 * maximum;

export const lambdaPackageUnzippedSize = defineRule({
  id: 'lambda-package-unzipped-size',
  level: 'error',
  category: 'limits',
  stage: 'source',
  title: 'Unzipped code plus layers exceed 250 MB',
  description:
    'Code and layers of a function together take at most 262,144,000 bytes after unpacking, and so does a layer by itself. Local folders and archives are measured as they are now; layers from elsewhere count nothing, so the real sum is at least the one reported. From 90 % on it is a warning. Larger code fits into a container image.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  messages: {
    over: "{what} '{id}' take {atLeast}{bytes} bytes unpacked, {excess} more than the {maximum} that Lambda takes; leave out what is not needed, or package it as a container image.",
    near: "{what} '{id}' take {atLeast}{bytes} of {maximum} bytes.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, CodeUri: ‹dist›}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, CodeUri: src}`,
    files: { 'dist/index.js': 'x', 'src/index.js': 'x' },
    sizes: { dist: { packed: 314572800, unpacked: 314572800 }, src: { packed: 1048576, unpacked: 1048576 } },
  },
  on: [...functionTypes, ...layerTypes],
  check(node, cx) {
    if (!cx.sizes) return;
    const isLayer = layerTypes.includes(node.type);
    const size = isLayer
      ? { bytes: unpackedSize(node, cx.sizes) ?? 0, complete: true }
      : packageSize(node, cx.sizes, (reference) => cx.target(reference));
    if (!size || size.bytes < near) return;
    const { bytes, complete } = size;
    const what = isLayer ? 'The files of the layer' : 'Code and layers of';
    const atLeast = complete ? '' : 'at least ';
    const report = {
      data: { what, id: node.id, bytes, maximum, atLeast, excess: bytes - maximum },
      related: [isLayer || node.lacks('Layers') ? undefined : node.keyPlace('Layers')],
    };
    const [code] = localCode(node);
    if (bytes > maximum) cx.report('over', code?.at, report);
    else cx.report('near', code?.at, { ...report, level: 'warning' });
  },
});
