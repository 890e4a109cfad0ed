import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { localPath } from '../facts/local-path.ts';

/** 250 MB, where AWS counts 1 MB as 1,024 KB. */
const maximum = 262_144_000;
const near = 0.9 * maximum;

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
    const { sizes } = cx;
    const path = localPath(fn.get('CodeUri'));
    if (!sizes || path === undefined || fn.strings('PackageType').some(({ value }) => value === 'Image')) return;
    const code = sizes.unpacked(path);
    if (code === undefined) return;
    const layers = fn.all('Layers', '*').map(({ value }) => layerSize(cx, cx.target(value)));
    const bytes = layers.reduce<number>((sum, size) => sum + (size ?? 0), code);
    if (bytes < near) return;
    const data = { id: fn.id, bytes, maximum, atLeast: layers.includes(undefined) ? 'at least ' : '' };
    const report = { data, related: [fn.lacks('Layers') ? undefined : fn.keyPlace('Layers')] };
    if (bytes > maximum) cx.report('over', fn.place('CodeUri'), report);
    else cx.report('near', fn.place('CodeUri'), { ...report, level: 'warning' });
  },
});

const layerSize = (cx: RuleContext, layer: ResourceNode | undefined): number | undefined => {
  const path = localPath(layer?.get('ContentUri'));
  return path === undefined ? undefined : cx.sizes?.unpacked(path);
};
